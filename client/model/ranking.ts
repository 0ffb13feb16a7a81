// Values of a level → rows of the table: ranked, sorted, the missing last.

import type { CatalogIndicator } from "#domain/contract/catalog";
import type { AreaValue } from "#domain/contract/values";
import type { UnitId } from "#domain/unit";

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
  /** Competition rank of the figure from the worst end, ties share one; null without a value. */
  readonly rank: number | null;
  /** First and last rank the area may have; null where it is not ranked. */
  readonly range: { readonly first: number; readonly last: number } | null;
  readonly change: number | null;
}

/** +1 when more is worse or neutral, −1 when more is better: the sign that puts the worst first. */
const worseSign = ({ polarity }: Pick<CatalogIndicator, "polarity">): 1 | -1 =>
  polarity === "higher-is-better" ? -1 : 1;

/** Units of means: the sum above the line (minutes of all pupils, points of all households) counts nothing one knows. */
const MEANS: ReadonlySet<UnitId> = new Set(["index", "minutes", "metres", "points", "money", "yuan"]);

/** The measure whose count stands beside a ratio; null where the numerator weighs several, or is the sum of a mean. */
export function countedMeasure({
  numerator,
  denominator,
  unit,
}: Pick<CatalogIndicator, "numerator" | "denominator" | "unit">): string | null {
  const [first, ...others] = Object.keys(numerator);
  return denominator === null || first === undefined || others.length > 0 || MEANS.has(unit) ? null : first;
}

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
      range:
        area.rankFirst === undefined || area.rankLast === undefined
          ? null
          : { first: area.rankFirst, last: area.rankLast },
      change: area.previous === undefined ? null : area.value! - area.previous,
    };
  });
  return [
    ...rows,
    ...missing.map((area): Row => ({
      area,
      name: nameOf(area),
      rank: null,
      range: null,
      change: null,
    })),
  ];
}

export interface Standing {
  /** At most as many as are wanted, the worst first. */
  readonly listed: readonly Row[];
  /** How many more cannot be told apart from the last that is wanted. */
  readonly alike: number;
}

/**
 * The worst `wanted` of ranked rows as far as they can be told apart. Of full counts these are the first, and what
 * equals the last is alike. Of a sample only those are listed whose interval excludes the figure at that place; those whose
 * interval holds it are alike.
 */
export function standOut(
  rows: readonly Row[],
  wanted: number,
  indicator: Pick<CatalogIndicator, "polarity" | "sampling">,
): Standing {
  const ranked = rows.filter(({ range }) => range !== null);
  const last = ranked[Math.min(wanted, ranked.length) - 1]?.area.value;
  if (last === undefined) return { listed: [], alike: 0 };
  const isFullCount = ranked.every(({ area }) => area.reliability === "full-count");
  if (!indicator.sampling || isFullCount) {
    const equal = ranked.slice(wanted).filter(({ area }) => area.value === last);
    return { listed: ranked.slice(0, wanted), alike: equal.length };
  }
  const sign = worseSign(indicator);
  const bounds = ({ area }: Row): [near: number, far: number] => {
    const [low, high] = [area.ciLow ?? area.value!, area.ciHigh ?? area.value!];
    return sign > 0 ? [low, high] : [-high, -low];
  };
  const listed = ranked.filter((row) => bounds(row)[0] > sign * last).slice(0, wanted);
  const alike = ranked.filter((row) => !listed.includes(row) && bounds(row)[1] >= sign * last);
  return { listed, alike: alike.length };
}

/** Sorts ranked rows; what has no entry in the sorted column stays last in both directions. */
export function sortRows(rows: readonly Row[], { key, isReversed }: Sort, language: string): Row[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const direction = isReversed ? -1 : 1;
  const entry = (row: Row): number | null => {
    if (key === "rank") return row.range && row.rank;
    if (key === "value") return row.rank;
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
