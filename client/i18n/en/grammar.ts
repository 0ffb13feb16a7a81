// How English puts words together: counting, joining, small numbers.

import type { UnitId } from "#domain/unit";
import { pluralOf } from "#client/i18n/plural.ts";
import type { PluralForms } from "#client/i18n/plural.ts";

export const plural = pluralOf("en");

/** Nouns of the units that count something. */
const COUNTED: Readonly<Partial<Record<UnitId, PluralForms>>> = {
  persons: { one: "person", other: "people" },
  households: { one: "household", other: "households" },
  pupils: { one: "pupil", other: "pupils" },
  teachers: { one: "teacher", other: "teachers" },
  places: { one: "place", other: "places" },
};

/** A number that is written already, with the noun of its unit: "1 pupil", "7". */
export function withUnit(count: number, written: string, unit: UnitId): string {
  const forms = COUNTED[unit];
  return forms ? `${written} ${plural(count, forms)}` : written;
}

export const grammar = {
  count: (count: number, written: string, noun: { readonly one: string; readonly other: string }) =>
    `${written} ${plural(count, noun)}`,
  comma: ", ",
  join: (parts: readonly string[]) => parts.join(" · "),
  pair: (a: string, b: string) => `${a}: ${b}`,
  unitSuffix: (unit: string) => ` (${unit})`,
  times: "×",
  withUnit,
};
