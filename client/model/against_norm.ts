// An indicator against what a rule asks for: two classes, parted by the norm.

import type { CatalogIndicator } from "#domain/contract/catalog";
import type { BaseView } from "./view.ts";

type Normed = Pick<CatalogIndicator, "norm" | "polarity">;

/** The norm that a map can be parted by; null where the indicator has none, or no good side. */
export const normOf = ({ norm, polarity }: Normed): number | null =>
  norm && polarity !== "neutral" ? norm.value : null;

/** What leads to the map against the norm. */
export const againstNorm = (norm: number) =>
  ({ mode: { kind: "one" }, method: "manual", breaks: [norm] }) as const;

/** Whether the map shows an indicator against its norm. */
export const isAgainstNorm = (
  { mode, method, breaks }: Pick<BaseView, "mode" | "method" | "breaks">,
  indicator: Normed,
): boolean =>
  mode.kind === "one" && method === "manual" && breaks?.length === 1 && breaks[0] === normOf(indicator);

/** Whether a value meets the norm. */
export const meetsNorm = (value: number, norm: number, { polarity }: Normed): boolean =>
  polarity === "higher-is-better" ? value >= norm : value <= norm;
