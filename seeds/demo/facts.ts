// Fact rows of villages: what each table counts, with what was not surveyed, withheld or does not apply.

import type { FactRow } from "#domain/dataset";
import type { Land } from "./land.ts";
import { MERGED_SINCE } from "./merges.ts";
import { YEARS } from "./periods.ts";
import type { Places, Village } from "./places.ts";
import { mix, uniform } from "./random.ts";
import { isRecorded } from "./register/county.ts";
import { SPLIT_SINCE } from "./splits.ts";
import type { FactTable } from "./tables/table.ts";
import { FACT_TABLES } from "./tables/tables.ts";

/**
 * The rows of `village` in `table`, oldest first; a merged village reports under its former codes before, a divided
 * one together with its sibling, in the rows of the first of both. Where its records are imported too (`isBesideRegister`),
 * a department reports what it counts itself.
 */
export function rowsOf(
  land: Land,
  { formerCode, undividedCode }: Places,
  table: FactTable,
  village: Village,
  years: readonly number[] = YEARS,
  isBesideRegister = false,
): FactRow[] {
  return years.flatMap((year) => {
    const period = String(year);
    const isMerged = village.cells.length > 1;
    if (isMerged && period < MERGED_SINCE)
      return village.cells.map((cell) => row(land, table, formerCode(cell), [cell], year, isBesideRegister));
    const [cell] = village.cells;
    const sibling = land.sibling[cell!]!;
    if (sibling !== cell && period < SPLIT_SINCE)
      return sibling < cell!
        ? []
        : [row(land, table, undividedCode(cell!), [cell!, sibling], year, isBesideRegister)];
    return [row(land, table, village.code, village.cells, year, isBesideRegister)];
  });
}

function row(
  land: Land,
  table: FactTable,
  code: string,
  cells: readonly number[],
  year: number,
  isBesideRegister: boolean,
): FactRow {
  const period = String(year);
  // Records are complete, and counts of them are withheld by the disclosure control of the public edition, not here.
  const isCounted = table.isOfHouseholds && isRecorded(land, cells[0]!);
  if (!isCounted && isUnsurveyed(land, table, cells[0]!, year))
    return { code, period, values: table.measures.map(() => "not-surveyed") };
  const [counts, ...others] = cells
    .map((cell) => {
      const counted = table.count(land, cell, year);
      return counted && isCounted && isBesideRegister && table.besideRegister
        ? table.besideRegister(counted, land, cell, year)
        : counted;
    })
    .filter((counts) => counts !== null);
  if (counts === undefined) return { code, period, values: table.measures.map(() => "not-applicable") };
  for (const other of others) other.forEach((count, at) => (counts[at]! += count));
  return { code, period, values: isCounted ? counts : table.publish(counts) };
}

/** A third of what is missing is missing for a whole township. */
function isUnsurveyed({ seed, regions }: Land, table: FactTable, cell: number, year: number): boolean {
  const salt = mix(mix(seed, 70), FACT_TABLES.indexOf(table));
  return (
    uniform(salt, regions.townshipOf[cell]!, year) < table.unsurveyed / 3 ||
    uniform(mix(salt, 1), cell, year) < (table.unsurveyed * 2) / 3
  );
}
