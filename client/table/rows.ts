// Values of a level → rows of the table: ranked, sorted, the missing last.

import type { CatalogIndicator } from "#domain/contract/catalog";
import type { AreaValue } from "#domain/contract/values";

export const SORTS = ["rank", "name", "value", "numerator", "change"] as const;
export type SortKey = (typeof SORTS)[number];

export interface Sort {
  readonly key: SortKey;
  readonly isReversed: boolean;
}

export const DEFAULT_SORT: Sort = { key: "rank", isReversed: false };

export interface Row {
  readonly area: AreaValue;
  readonly name: string;
  /** Competition rank from the worst end, ties share one; null without a value. */
  readonly rank: number | null;
  readonly change: number | null;
}

/** +1 when more is worse or neutral, −1 when more is better: the sign that puts the worst first. */
export const worseSign = ({ polarity }: Pick<CatalogIndicator, "polarity">): 1 | -1 =>
  polarity === "higher-is-better" ? -1 : 1;

/** Ranks values from the worst end (the highest for a neutral indicator). */
export function rankRows(
  areas: readonly AreaValue[],
  indicator: Pick<CatalogIndicator, "polarity">,
  nameOf: (area: AreaValue) => string,
): Row[] {
  const sign = worseSign(indicator);
  const valued = areas.filter((area) => area.value !== undefined);
  const missing = areas.filter((area) => area.value === undefined);
  valued.sort((a, b) => sign * (b.value! - a.value!) || a.code.localeCompare(b.code));
  let rank = 0;
  const rows = valued.map((area, at): Row => {
    if (at === 0 || area.value !== valued[at - 1]!.value) rank = at + 1;
    return {
      area,
      name: nameOf(area),
      rank,
      change: area.previous === undefined ? null : area.value! - area.previous,
    };
  });
  return [...rows, ...missing.map((area): Row => ({ area, name: nameOf(area), rank: null, change: null }))];
}

/** Sorts ranked rows; what has no entry in the sorted column stays last in both directions. */
export function sortRows(rows: readonly Row[], { key, isReversed }: Sort, language: string): Row[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const direction = isReversed ? -1 : 1;
  const entry = (row: Row): number | null => {
    if (key === "rank" || key === "value") return row.rank;
    if (key === "change") return row.change === null ? null : -row.change;
    return row.area.numerator === undefined ? null : -row.area.numerator;
  };
  const compare = (a: Row, b: Row): number => {
    if (key === "name") return direction * collator.compare(a.name, b.name);
    const [x, y] = [entry(a), entry(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return direction * (x - y);
  };
  return [...rows].sort(compare);
}
