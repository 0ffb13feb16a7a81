// What the records of a cell add up to in a year, for the tables of the county whose households are recorded.

import { registerMeasures } from "#domain/method/register_measures";
import type { Land } from "#seeds/demo/land";
import { LINES } from "#seeds/demo/lines";
import { isRecorded } from "./county.ts";
import { householdsIn } from "./households.ts";

export interface RegisterCounts {
  /** A measure of REGISTER_MEASURES. */
  of(measure: string): number;
  /** Registered or monitored. */
  readonly targetHouseholds: number;
  readonly targetPersons: number;
}

const known = new WeakMap<Land, Map<string, RegisterCounts>>();

/** Counts the records of `cell` in `year`; null where households are not recorded. */
export function registerCounts(land: Land, cell: number, year: number): RegisterCounts | null {
  if (!isRecorded(land, cell)) return null;
  const counts = known.get(land) ?? new Map<string, RegisterCounts>();
  known.set(land, counts);
  const key = `${cell} ${year}`;
  const found = counts.get(key);
  if (found) return found;
  const households = householdsIn(land, cell, year, "", "");
  const measures = registerMeasures(households, LINES.get(year)! * 100);
  const targets = households.filter(
    ({ household }) => household.isRegistered || household.monitoring !== null,
  );
  const counted: RegisterCounts = {
    of(measure) {
      const value = measures[measure];
      if (value === undefined || value === null)
        throw new RangeError(`${measure} is not counted in cell ${cell}`);
      return value;
    },
    targetHouseholds: targets.length,
    targetPersons: targets.reduce((sum, { persons }) => sum + persons.length, 0),
  };
  counts.set(key, counted);
  return counted;
}
