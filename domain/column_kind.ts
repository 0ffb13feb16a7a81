// Kinds of figures: how those of the areas below make up that of an area, how a map shows them, what makes them public.

import type { Indicator } from "./indicator.ts";

interface ColumnKindRow {
  /**
   * How an area gets its figure from the areas below it: numerators and denominators are summed and divided once; the figures
   * are summed; a measure is their weight, and without one there is no figure; not at all.
   */
  readonly addsUp: "sums-divided-once" | "sum" | "weighted" | "never";
  /** Areas filled by class, circles by size, areas filled by category. */
  readonly legend: "classes" | "circles" | "categories";
  /** What has to be public for a figure to be public: every sum that it is made of, or the figure itself. */
  readonly isPublicWith: "terms" | "figure";
}

/** `statistic` is given for its own level, as a score or an official estimate is; `category` is one of a few words. */
export const COLUMN_KINDS = {
  ratio: { addsUp: "sums-divided-once", legend: "classes", isPublicWith: "terms" },
  sum: { addsUp: "sum", legend: "circles", isPublicWith: "terms" },
  statistic: { addsUp: "weighted", legend: "classes", isPublicWith: "figure" },
  category: { addsUp: "never", legend: "categories", isPublicWith: "figure" },
} as const satisfies Record<string, ColumnKindRow>;

export type ColumnKind = keyof typeof COLUMN_KINDS;

/** The kind of an indicator: a figure of its own level, two sums that are divided, or one sum. */
export const kindOf = ({
  denominator,
  statistic,
}: Pick<Indicator, "denominator" | "statistic">): ColumnKind =>
  statistic ? "statistic" : denominator === null ? "sum" : "ratio";

/** Whether areas are filled with the colours of an indicator; where they are not, circles stand on them. */
export const isFilled = (indicator: Pick<Indicator, "denominator" | "statistic">): boolean =>
  COLUMN_KINDS[kindOf(indicator)].legend !== "circles";
