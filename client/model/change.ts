// What the profile says about one indicator: change since the last value, and in which direction.

import type { CatalogIndicator } from "#domain/contract/catalog";
import type { ProfileIndicator } from "#domain/contract/areas";
import { isComparable } from "#domain/indicator";
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

type Compared = Pick<ProfileIndicator, "value" | "coverage" | "trend" | "common">;

/** The change since the last earlier period with a value; null when there is none, or one of other areas (`changeOfPart`). */
export function changeOf(
  entry: Compared,
  period: string,
  indicator: Pick<CatalogIndicator, "polarity" | "unit">,
): Change | null {
  const at = entry.trend.findIndex((point) => point.period === period);
  const before = entry.trend.slice(0, Math.max(0, at)).findLast((point) => point.value !== undefined);
  if (entry.value === undefined || before?.value === undefined) return null;
  if (partCompared(entry, before.period)) return null;
  const by = entry.value - before.value;
  return { by, since: before.period, direction: directionOf(by, indicator) };
}

/**
 * The change since a given period; null where either has no value, the method changed between them, or a sum is of other areas.
 */
export function changeSince(
  entry: Compared,
  { period, since }: { readonly period: string; readonly since: string },
  indicator: Pick<CatalogIndicator, "polarity" | "unit" | "denominator" | "methodChanges">,
): Change | null {
  const then = entry.trend.find((point) => point.period === since);
  if (entry.value === undefined || then?.value === undefined || !isComparable(indicator, since, period))
    return null;
  if (indicator.denominator === null && (then.coverage ?? 1) !== (entry.coverage ?? 1)) return null;
  const by = entry.value - then.value;
  return { by, since, direction: directionOf(by, indicator) };
}

/** What is compared of a sum whose areas differ between a period and `since`; null where they are the same. */
export function partCompared(
  { coverage, trend, common }: Compared,
  since: string,
): Compared["common"] | null {
  if (common?.since !== since) return null;
  const then = trend.find(({ period }) => period === since)?.coverage ?? 1;
  return common.coverage === coverage && common.coverage === then ? null : common;
}

export interface ChangeOfPart {
  readonly since: string;
  /** Share 0–1 of the villages that are counted in both periods. */
  readonly coverage: number;
  /** Null where none is: the periods cannot be compared. */
  readonly change: Change | null;
}

/** The change of a sum over the areas that are counted in both periods; null where all of them are. */
export function changeOfPart(
  entry: Compared,
  indicator: Pick<CatalogIndicator, "polarity" | "unit">,
): ChangeOfPart | null {
  const part = entry.common ? partCompared(entry, entry.common.since) : null;
  if (!part) return null;
  const { since, coverage, by } = part;
  const change = by === undefined ? null : { by, since, direction: directionOf(by, indicator) };
  return { since, coverage, change };
}
