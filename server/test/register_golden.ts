// What SQL counts of golden microdata: put into the register of a test's database in a transaction that is taken back.

import { REGISTER_MEASURES } from "#domain/register/measures";
import type { Database } from "#sql/connect";
import { copyRows } from "#server/import/load/copy_rows";
import { HOUSEHOLD_COLUMNS, LINE_COLUMNS, PERSON_COLUMNS } from "#server/import/register/record_columns";
import { query } from "#sql/query";
import { goldenRecords, LINE_YUAN, type GoldenHousehold } from "./golden_records.ts";

const PERIOD = "2020";

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
    await copyRows(trx, mode, "register.household", HOUSEHOLD_COLUMNS, [records.households], ignore);
    await copyRows(trx, mode, "register.person", PERSON_COLUMNS, [records.persons], ignore);
    const byVillage = (rows: Record<string, number | string>[], code: string) =>
      new Map(rows.map((row) => [String(row[code]), row as Record<string, number>]));
    await look({
      async counts(weights, cutoff) {
        const sql = `select village_code, ${REGISTER_MEASURES.map(({ id }) => id).join(", ")} from register.village_measures(?, ?)`;
        return byVillage(await query(trx, sql, [weights, cutoff]), "village_code");
      },
      async inequality() {
        return byVillage(await query(trx, "select * from register.area_inequality('village')"), "area_code");
      },
    });
  } finally {
    await trx.rollback();
  }
}
