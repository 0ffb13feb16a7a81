// Fact rows of villages: three departments' tables, with what was not surveyed, withheld or does not apply.

import type { FactRow } from "#domain/dataset";
import type { Value } from "#domain/missing";
import { DEPRIVATIONS } from "#domain/measures";
import { helpIn } from "./help.ts";
import type { Land } from "./land.ts";
import { MERGED_SINCE } from "./merges.ts";
import { YEARS } from "./periods.ts";
import type { Register, Village } from "./places.ts";
import { povertyIn } from "./poverty.ts";
import { mix, uniform } from "./random.ts";
import { schoolingIn } from "./schooling.ts";

export interface FactTable {
  readonly id: string;
  readonly department: { readonly en: string; readonly zh: string };
  readonly measures: readonly string[];
  /** Counts a cell in a year, in the order of `measures`; those of merged cells are added up. */
  count(land: Land, cell: number, year: number): number[];
  /** Replaces what this department does not give out. */
  publish(counts: readonly number[]): readonly Value[];
  /** Share of village-years without a survey. */
  readonly unsurveyed: number;
}

/** Fewer registered households than this are not given out for one village. */
const FEWEST_TARGETS = 5;
/** Poverty is not given out for villages with fewer households than this. */
const FEWEST_HOUSEHOLDS = 110;

export const FACT_TABLES: readonly FactTable[] = [
  {
    id: "poverty",
    department: { en: "Rural Revitalisation", zh: "乡村振兴" },
    measures: [
      "persons",
      "poor_persons",
      ...Array.from({ length: DEPRIVATIONS.length + 1 }, (_, count) => `households_deprived_${count}`),
      ...DEPRIVATIONS.map(({ id }) => `poor_households_deprived_in_${id}`),
    ],
    count(land, cell, year) {
      const { persons, poorPersons, byCount, poorIn } = povertyIn(land, cell, year);
      return [persons, poorPersons, ...byCount, ...poorIn];
    },
    publish(counts) {
      const households = counts.slice(2, 3 + DEPRIVATIONS.length).reduce((sum, count) => sum + count, 0);
      return households < FEWEST_HOUSEHOLDS
        ? counts.map((count, at) => (at === 0 ? count : "suppressed"))
        : counts;
    },
    unsurveyed: 0.025,
  },
  {
    id: "education",
    department: { en: "Education", zh: "教育" },
    measures: ["pupils", "teachers", "pupil_travel_min"],
    count(land, cell, year) {
      const { pupils, teachers, travelMinutes } = schoolingIn(land, cell, year);
      return [pupils, teachers, travelMinutes];
    },
    publish: (counts) => (counts[0] === 0 ? counts.map(() => "not-applicable") : counts),
    unsurveyed: 0.012,
  },
  {
    id: "help",
    department: { en: "Assistance", zh: "帮扶" },
    measures: ["target_households", "target_households_with_plan"],
    count(land, cell, year) {
      const { targets, withPlan } = helpIn(land, cell, year);
      return [targets, withPlan];
    },
    publish: (counts) =>
      counts[0]! > 0 && counts[0]! < FEWEST_TARGETS ? counts.map(() => "suppressed") : counts,
    unsurveyed: 0.008,
  },
];

/** Gives the rows of `village` in `table`, oldest first; a merged village reports under its former codes before. */
export function rowsOf(land: Land, { formerCode }: Register, table: FactTable, village: Village): FactRow[] {
  return YEARS.flatMap((year) => {
    const period = String(year);
    const isMerged = village.cells.length > 1;
    if (isMerged && period < MERGED_SINCE)
      return village.cells.map((cell) => row(land, table, formerCode(cell), [cell], year));
    return [row(land, table, village.code, village.cells, year)];
  });
}

function row(land: Land, table: FactTable, code: string, cells: readonly number[], year: number): FactRow {
  const period = String(year);
  if (isUnsurveyed(land, table, cells[0]!, year))
    return { code, period, values: table.measures.map(() => "not-surveyed") };
  const [counts, ...others] = cells.map((cell) => table.count(land, cell, year));
  for (const other of others) other.forEach((count, at) => (counts![at]! += count));
  return { code, period, values: table.publish(counts!) };
}

/** A third of what is missing is missing for a whole township. */
function isUnsurveyed({ seed, regions }: Land, table: FactTable, cell: number, year: number): boolean {
  const salt = mix(mix(seed, 70), FACT_TABLES.indexOf(table));
  return (
    uniform(salt, regions.townshipOf[cell]!, year) < table.unsurveyed / 3 ||
    uniform(mix(salt, 1), cell, year) < (table.unsurveyed * 2) / 3
  );
}
