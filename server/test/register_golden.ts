// What SQL counts of golden microdata: put into the register of a test's database in a transaction that is taken back.

import { BUILT_IN_INDEX } from "#domain/registry/multidimensional";
import { registerMeasureIds } from "#domain/register/index_measures";
import { householdBits, personBits } from "#server/import/register/conditions";
import { countVillages, declareIndices } from "#server/import/register/count_measures";
import type { Database } from "#sql/connect";
import { copyRows } from "#server/import/load/copy_rows";
import { HOUSEHOLD_COLUMNS, LINE_COLUMNS, PERSON_COLUMNS } from "#server/import/register/record_columns";
import { query } from "#sql/query";
import { goldenRecords, LINE_YUAN, type GoldenHousehold } from "./golden_records.ts";

const PERIOD = "2020";
const DECLARED = { indices: [BUILT_IN_INDEX], lines: [] };

interface GoldenSums {
  /** By village, in the weights and the cut-off asked for. */
  counts(weights: readonly number[], cutoff: number): Promise<Map<string, Record<string, number>>>;
  /** Of the whole villages whose incomes are all known. */
  inequality(): Promise<Map<string, Record<string, number>>>;
}

/** Runs `look` on a register that holds nothing but `households`. */
export async function withGolden(
  { knex, mode }: Database,
  households: readonly GoldenHousehold[],
  look: (sums: GoldenSums) => Promise<void>,
): Promise<void> {
  const trx = await knex.transaction();
  try {
    const villages = [...new Set(households.map(({ village }) => village))];
    const records = goldenRecords(households, PERIOD);
    await query(trx, "truncate register.poverty_line, register.household, register.person");
    await query(
      trx,
      `insert into geo.area (boundary_version, level, idx, code, root_code, names, search)
       select max(v.id), 'village', 1000000 + at, code, 'GOLDEN', '{}', ''
       from geo.boundary_version v, unnest(?::text[]) with ordinality as u (code, at) group by code, at`,
      [villages],
    );
    const lines = villages.map((areaCode) => ({
      rootCode: "GOLDEN",
      areaCode,
      period: PERIOD,
      concept: "rural_disposable_income",
      lineFen: LINE_YUAN * 100,
      source: "",
    }));
    const ignore = (): void => undefined;
    await copyRows(trx, mode, "register.poverty_line", LINE_COLUMNS, [lines], ignore);
    await copyRows(
      trx,
      mode,
      "register.household",
      HOUSEHOLD_COLUMNS,
      [records.households.map((row) => ({ ...row, ...householdBits(row) }))],
      ignore,
    );
    await copyRows(
      trx,
      mode,
      "register.person",
      PERSON_COLUMNS,
      [records.persons.map((row) => ({ ...row, ...personBits(row) }))],
      ignore,
    );
    const byVillage = (rows: Record<string, number | string>[], code: string) =>
      new Map(rows.map((row) => [String(row[code]), row as Record<string, number>]));
    await look({
      async counts(weights, cutoff) {
        await declareIndices(trx, [BUILT_IN_INDEX]);
        for (const [at, { id }] of BUILT_IN_INDEX.deprivations.entries())
          await (weights[at]! > 0
            ? query(trx, "update register.deprivation set weight = ? where id = ?", [weights[at]!, id])
            : query(trx, "delete from register.deprivation where id = ?", [id]));
        await query(trx, "update register.deprivation_index set cutoff = ?", [cutoff]);
        await query(trx, "drop table if exists golden_counts");
        await query(trx, "create temp table golden_counts (like fact.measure_value)");
        await countVillages(trx, { partition: "golden_counts", batch: 0 }, DECLARED);
        const rows = await query<{ area_code: string; value: number[] }>(
          trx,
          "select area_code, value from golden_counts",
        );
        const ids = registerMeasureIds(DECLARED);
        return new Map(
          rows.map(({ area_code, value }) => [
            area_code,
            Object.fromEntries(ids.map((id, at) => [id, value[at]!])),
          ]),
        );
      },
      async inequality() {
        return byVillage(await query(trx, "select * from register.area_inequality('village')"), "area_code");
      },
    });
  } finally {
    await trx.rollback();
  }
}
