// What an indicator counts in an area: those who fall short of it, and how many there were before.

import type { Profile } from "#domain/contract/areas";
import type { Catalog, CatalogIndicator } from "#domain/contract/catalog";
import { isComparable } from "#domain/indicator";
import type { Term } from "#domain/indicator";
import type { UnitId } from "#domain/unit";

type Measures = Pick<Catalog, "measures">;
interface Sums {
  readonly numerator?: number | undefined;
  readonly denominator?: number | null | undefined;
}

/** The unit of a sum of measures of one unit, each counted once; null for any other term. */
export function unitOfTerm(term: Term, { measures }: Measures): UnitId | null {
  const units = Object.entries(term).map(([id, weight]) =>
    weight === 1 ? measures.find((measure) => measure.id === id)?.unit : undefined,
  );
  const [unit] = units;
  return unit !== undefined && units.every((other) => other === unit) ? unit : null;
}

/** Where more is better, what the numerator leaves of the denominator falls short; else the numerator does. */
const isRest = ({ polarity }: Pick<CatalogIndicator, "polarity">): boolean => polarity === "higher-is-better";

/** How many fall short by the sums of an indicator; null where they are not known. */
export function shortOf(indicator: Pick<CatalogIndicator, "polarity">, sums: Sums): number | null {
  const { numerator, denominator } = sums;
  if (numerator === undefined) return null;
  if (!isRest(indicator)) return numerator;
  return denominator == null ? null : denominator - numerator;
}

export interface CountBefore {
  readonly period: string;
  readonly count: number;
}

export interface Shortfall {
  readonly indicator: CatalogIndicator;
  /** Of what is counted. */
  readonly unit: UnitId;
  readonly count: number;
  /** Those who were looked at; null for a sum. */
  readonly total: number | null;
  /** Of the last earlier period that may be compared; null without one. */
  readonly before: CountBefore | null;
}

/** Counts what `pick` takes from the sums of an indicator, now and in the last earlier period that may be compared. */
function counted(
  { indicators, period }: Pick<Profile, "indicators" | "period">,
  catalog: Pick<Catalog, "indicators" | "measures">,
  id: string,
  unitOf: (indicator: CatalogIndicator) => UnitId | null,
  pick: (indicator: CatalogIndicator, sums: Sums) => number | null,
): Shortfall | null {
  const indicator = catalog.indicators.find((known) => known.id === id);
  const entry = indicators.find((known) => known.indicator === id);
  if (!indicator || !entry) return null;
  const [unit, count] = [unitOf(indicator), pick(indicator, entry)];
  if (unit === null || count === null) return null;
  const at = entry.trend.findIndex((point) => point.period === period);
  const earlier = entry.trend
    .slice(0, Math.max(0, at))
    .flatMap((point): CountBefore[] => {
      const past = pick(indicator, point);
      return past === null ? [] : [{ period: point.period, count: past }];
    })
    .at(-1);
  const isKnown = earlier !== undefined && isComparable(indicator, earlier.period, period);
  return { indicator, unit, count, total: entry.denominator ?? null, before: isKnown ? earlier : null };
}

type Known = Pick<Catalog, "indicators" | "measures">;

/** Those of an area who fall short by an indicator; null where the release or the area does not have it. */
export const shortfallOf = (profile: Profile, catalog: Known, id: string): Shortfall | null =>
  counted(
    profile,
    catalog,
    id,
    (indicator) => {
      const term = isRest(indicator) ? indicator.denominator : indicator.numerator;
      return term && unitOfTerm(term, catalog);
    },
    shortOf,
  );

/** All whom an indicator looks at: its denominator; null where the release or the area does not have it. */
export const lookedAt = (profile: Profile, catalog: Known, id: string): Shortfall | null =>
  counted(
    profile,
    catalog,
    id,
    ({ denominator }) => denominator && unitOfTerm(denominator, catalog),
    (_, { denominator }) => denominator ?? null,
  );

/** What the numerator of an indicator counts; null where the release or the area does not have it. */
export const countedBy = (profile: Profile, catalog: Known, id: string): Shortfall | null =>
  counted(
    profile,
    catalog,
    id,
    ({ numerator }) => unitOfTerm(numerator, catalog),
    (_, { numerator }) => numerator ?? null,
  );
