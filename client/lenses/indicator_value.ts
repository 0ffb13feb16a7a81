// An indicator of the catalogue together with its value in a profile.

import type { Profile, ProfileIndicator } from "#domain/contract/areas";
import type { Catalog, CatalogIndicator } from "#domain/contract/catalog";
import { entryOf } from "./facts.ts";

export interface IndicatorValue {
  readonly indicator: CatalogIndicator;
  readonly entry: ProfileIndicator;
  readonly value: number;
  readonly numerator: number;
  /** Null for a sum. */
  readonly denominator: number | null;
}

/** Indicator and value, or null when the release has no such indicator or the area no value. */
export function indicatorValueOf(profile: Profile, catalog: Catalog, id: string): IndicatorValue | null {
  const indicator = catalog.indicators.find((candidate) => candidate.id === id);
  const entry = entryOf(profile, id);
  if (!indicator || entry?.value === undefined || entry.numerator === undefined) return null;
  const { value, numerator, denominator = null } = entry;
  return { indicator, entry, value, numerator, denominator };
}

/** Every indicator of a lens that has a value here and is no part of another, in the order of the registry. */
export const indicatorValuesOfLens = (profile: Profile, catalog: Catalog, lens: string): IndicatorValue[] =>
  catalog.indicators
    .filter((indicator) => indicator.lens === lens && indicator.partOf === undefined)
    .flatMap(({ id }) => indicatorValueOf(profile, catalog, id) ?? []);

/** Whether two indicators are shares of the same whole. */
export function haveSameWhole(
  a: Pick<CatalogIndicator, "denominator">,
  b: Pick<CatalogIndicator, "denominator">,
): boolean {
  const write = (term: CatalogIndicator["denominator"]): string =>
    JSON.stringify(Object.entries(term ?? {}).sort(([x], [y]) => (x < y ? -1 : 1)));
  return a.denominator !== null && write(a.denominator) === write(b.denominator);
}
