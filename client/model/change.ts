// What the profile says about one indicator: change since the last value, and in which direction.

import type { CatalogIndicator } from "#domain/contract/catalog";
import type { ProfileIndicator } from "#domain/contract/areas";
import { formatChange } from "#domain/unit";

export type Direction = "better" | "worse" | "more" | "less" | "same";

export interface Change {
  /** Now minus then. */
  readonly by: number;
  /** The last period before that has a value. */
  readonly since: string;
  readonly direction: Direction;
}

/** Whether a change is for the better, by the polarity of the indicator; one that reads as zero is none. */
export function directionOf(
  by: number,
  { polarity, unit }: Pick<CatalogIndicator, "polarity" | "unit">,
): Direction {
  if (!/[1-9]/.test(formatChange(by, unit, "en"))) return "same";
  if (polarity === "neutral") return by > 0 ? "more" : "less";
  return by > 0 === (polarity === "higher-is-better") ? "better" : "worse";
}

/** The class that colours a direction. */
export const toneOf = (direction: Direction): string =>
  direction === "better" ? "good" : direction === "worse" ? "bad" : "";

/** The change since the last earlier period with a value, null when there is none. */
export function changeOf(
  entry: Pick<ProfileIndicator, "value" | "trend">,
  period: string,
  indicator: Pick<CatalogIndicator, "polarity" | "unit">,
): Change | null {
  const at = entry.trend.findIndex((point) => point.period === period);
  const before = entry.trend.slice(0, Math.max(0, at)).findLast((point) => point.value !== undefined);
  if (entry.value === undefined || before?.value === undefined) return null;
  const by = entry.value - before.value;
  return { by, since: before.period, direction: directionOf(by, indicator) };
}
