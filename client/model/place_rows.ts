// Places beside each other: a row for every indicator, all written so that further right is worse.

import { deviation, extent } from "d3-array";
import type { Profile, ProfileIndicator } from "#domain/contract/areas";
import type { Catalog, CatalogIndicator } from "#domain/contract/catalog";
import type { Columns } from "#domain/contract/columns";
import { countedMeasure } from "./ranking.ts";

export interface PlaceRow {
  readonly indicator: CatalogIndicator;
  /** One per place, in their order; undefined where the profile has none. */
  readonly entries: readonly (ProfileIndicator | undefined)[];
  /** Value of the area that holds all places. */
  readonly whole: number | undefined;
  /** Values of the areas of the level. */
  readonly siblings: readonly number[];
  /** Best and worst end of the scale. */
  readonly scale: readonly [best: number, worst: number];
  /** Largest minus smallest value of the places in standard deviations of the areas of the level; null where that says nothing. */
  readonly apart: number | null;
}

const numbersOf = (columns: Columns | null, id: string, period: string): number[] => {
  const column = columns?.columns.find(({ indicator }) => indicator === id);
  return column?.period === period ? column.values.filter((value) => typeof value === "number") : [];
};

/** Indicators that can be worse or better and are no part of another. */
export const comparableIndicators = ({ indicators }: Pick<Catalog, "indicators">): CatalogIndicator[] =>
  indicators.filter(({ polarity, partOf }) => polarity !== "neutral" && partOf === undefined);

/** The rows of places, by the order of the catalogue; those without a value of any place are left out. */
export function placeRows(
  catalog: Pick<Catalog, "indicators">,
  profiles: readonly Profile[],
  whole: Profile | null,
  columns: Columns | null,
): PlaceRow[] {
  return comparableIndicators(catalog).flatMap((indicator): PlaceRow[] => {
    const entryIn = (profile: Profile): ProfileIndicator | undefined =>
      profile.indicators.find((entry) => entry.indicator === indicator.id);
    const entries = profiles.map(entryIn);
    const own = entries.flatMap((entry) => entry?.value ?? []);
    if (own.length === 0) return [];
    const siblings = numbersOf(columns, indicator.id, profiles[0]!.period);
    // A sum grows with its area: the whole stands on another scale.
    const above = indicator.denominator === null ? undefined : whole && entryIn(whole)?.value;
    const norm = indicator.denominator === null ? undefined : indicator.norm?.value;
    const [low, high] = extent([...own, ...siblings, above ?? own[0]!, norm ?? own[0]!]) as [number, number];
    const spread = deviation(siblings) ?? 0;
    const [least, most] = extent(own) as [number, number];
    return [
      {
        indicator,
        entries,
        whole: above ?? undefined,
        siblings,
        scale: indicator.polarity === "higher-is-better" ? [high, low] : [low, high],
        apart: spread > 0 && own.length > 1 ? (most - least) / spread : null,
      },
    ];
  });
}

/** The rows of some indicators and those in which the places differ most, `count` in all, in their order. */
export function mostTelling(rows: readonly PlaceRow[], always: readonly string[], count: number): PlaceRow[] {
  const isFirst = ({ indicator }: PlaceRow): number => Number(always.includes(indicator.id));
  const chosen = new Set(
    rows.toSorted((a, b) => isFirst(b) - isFirst(a) || (b.apart ?? 0) - (a.apart ?? 0)).slice(0, count),
  );
  return rows.filter((row) => chosen.has(row));
}

/** Where a value stands between the best end 0 and the worst end 1. */
export const placeOn = ({ scale: [best, worst] }: Pick<PlaceRow, "scale">, value: number): number =>
  best === worst ? 0.5 : Math.abs((value - best) / (worst - best));

/** Whether no area of the level is worse than the place at `at`, and not all are alike. */
export function isWorst(row: PlaceRow, at: number): boolean {
  const value = row.entries[at]?.value;
  if (value === undefined || row.siblings.length < 2) return false;
  const own = placeOn(row, value);
  const others = row.siblings.map((sibling) => placeOn(row, sibling));
  return others.every((other) => other <= own) && others.some((other) => other < own);
}

export interface Apart {
  readonly row: PlaceRow;
  readonly apart: number;
  /** Places of the two ends. */
  readonly worse: number;
  readonly better: number;
  /** How many more are short in the worse place than at the rate of the better one; null where nobody is counted. */
  readonly people: number | null;
}

/** What sets places apart, the furthest first. */
export function whatSetsApart(rows: readonly PlaceRow[]): Apart[] {
  return rows
    .flatMap((row): Apart[] => {
      if (row.apart === null || row.apart === 0 || row.indicator.denominator === null) return [];
      const placed = row.entries.flatMap((entry, at) =>
        entry?.value === undefined ? [] : [{ at, value: entry.value, denominator: entry.denominator }],
      );
      placed.sort((a, b) => placeOn(row, b.value) - placeOn(row, a.value));
      const [worse, better] = [placed[0]!, placed.at(-1)!];
      const isCounted = countedMeasure(row.indicator) !== null && worse.denominator != null;
      return [
        {
          row,
          apart: row.apart,
          worse: worse.at,
          better: better.at,
          people: isCounted ? Math.abs(worse.value - better.value) * worse.denominator! : null,
        },
      ];
    })
    .sort((a, b) => b.apart - a.apart);
}

/** The area of a level that is closest to one of them over all columns, in standard deviations; null without another. */
export function mostAlike(columns: Columns, code: string, without: readonly string[]): string | null {
  const own = columns.codes.indexOf(code);
  if (own < 0) return null;
  const distances = columns.codes.map(() => ({ sum: 0, count: 0 }));
  for (const { values } of columns.columns) {
    const mine = values[own];
    const spread = deviation(values.filter((value) => typeof value === "number"));
    if (typeof mine !== "number" || !spread) continue;
    values.forEach((value, at) => {
      if (typeof value !== "number") return;
      distances[at]!.sum += ((value - mine) / spread) ** 2;
      distances[at]!.count++;
    });
  }
  const most = Math.max(...distances.map(({ count }) => count));
  let best: { code: string; distance: number } | null = null;
  distances.forEach(({ sum, count }, at) => {
    const other = columns.codes[at]!;
    // What is known of too little is like everything.
    if (at === own || without.includes(other) || count < most / 2) return;
    const distance = sum / count;
    if (!best || distance < best.distance) best = { code: other, distance };
  });
  return (best as { code: string } | null)?.code ?? null;
}

/** The code of the closest area that holds all of some areas, none of which is it; null for a territory without a single top. */
export function commonParent(
  areas: readonly { readonly parents: readonly { readonly code: string }[] }[],
): string | null {
  const [first, ...others] = areas;
  const shared = first?.parents.filter(({ code }) =>
    others.every(({ parents }) => parents.some((parent) => parent.code === code)),
  );
  return shared?.at(-1)?.code ?? null;
}
