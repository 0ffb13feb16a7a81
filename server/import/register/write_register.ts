// Writes the register and, from it, the counts that leave it: set by set, inside the caller's transaction.

import type { Knex } from "knex";
import type { Progress } from "#domain/progress";
import { DEPRIVATIONS, POVERTY_CUTOFF } from "#domain/registry/multidimensional";
import { MISSING } from "#domain/missing";
import { INEQUALITY_MEASURES } from "#domain/registry/inequality";
import { REGISTER_MEASURES } from "#domain/register/measures";
import { isDatabaseUnavailable, type Database } from "#sql/connect";
import { query } from "#sql/query";
import { copyRows } from "#server/import/load/copy_rows";
import { HOUSEHOLD_COLUMNS, LINE_COLUMNS, PERSON_COLUMNS } from "./record_columns.ts";
import type { StagedRegister } from "./stage_register.ts";

/** Id of the table of counts that the register gives for a level; the lowest level has those that add up. */
export const registerTableId = (level: string | null): string =>
  level === null ? "register" : `register_inequality_${level}`;

/** Replaces the register and its counts. Throws a RegisterError, which quotes nothing, when the database refuses. */
export async function writeRegister(
  trx: Knex.Transaction,
  mode: Database["mode"],
  staged: StagedRegister,
  lowestLevel: string,
  importedBy: string,
  onProgress: Progress,
): Promise<void> {
  try {
    await writeRecords(trx, mode, staged, onProgress);
    onProgress({ what: "counting the register by village", done: 0, total: null });
    await writeCounts(trx, staged, importedBy, null, lowestLevel);
    const levels = await query<{ id: string }>(trx, "select id from geo.level order by ordinal");
    for (const { id } of levels) await writeCounts(trx, staged, importedBy, id, id);
  } catch (error) {
    throw new RegisterError(error);
  }
}

/** The database refused the register. Its own message is withheld: it may quote a record. */
class RegisterError extends Error {
  override readonly name = "RegisterError";
  /** SQL state or system code, by which a database that is away is known. */
  readonly code: string | undefined;

  constructor(error: unknown) {
    const { code } = error as { code?: string };
    const isAway = isDatabaseUnavailable(error);
    super(
      isAway
        ? "connection terminated while the register was written: nothing was changed"
        : `the database refused the register (SQL state ${code ?? "unknown"}): nothing was changed; its message is withheld, as it may quote a record`,
    );
    this.code = code;
  }
}

async function writeRecords(
  trx: Knex.Transaction,
  mode: Database["mode"],
  { lines, households, persons, householdCount, personCount }: StagedRegister,
  onProgress: Progress,
): Promise<void> {
  const counting = (what: string, total: number) => {
    let done = 0;
    return (rows: number): void => onProgress({ what, done: (done += rows), total });
  };
  await query(trx, "truncate register.poverty_line, register.household, register.person");
  await copyRows(trx, mode, "register.poverty_line", LINE_COLUMNS, [lines], () => undefined);
  await copyRows(
    trx,
    mode,
    "register.household",
    HOUSEHOLD_COLUMNS,
    households(),
    counting("writing households", householdCount),
  );
  await copyRows(
    trx,
    mode,
    "register.person",
    PERSON_COLUMNS,
    persons(),
    counting("writing members of households", personCount),
  );
  await query(trx, "analyze register.household, register.person");
}

/** Counts into a batch of their own: those that add up for null, else the inequality of the areas of a level. */
async function writeCounts(
  trx: Knex.Transaction,
  staged: StagedRegister,
  importedBy: string,
  inequalityOf: string | null,
  level: string,
): Promise<void> {
  const measures = (inequalityOf === null ? REGISTER_MEASURES : INEQUALITY_MEASURES).map(({ id }) => id);
  const batch = await replaceBatch(trx, staged, importedBy, { inequalityOf, level, measures });
  const partition = `fact.measure_value_${batch}`;
  await query(trx, `drop table if exists ${partition}`);
  await query(trx, `create table ${partition} (like fact.measure_value)`);
  await query(trx, `comment on table ${partition} is 'Rows of one batch'`);
  await countInto(trx, partition, batch, inequalityOf, measures);
  const counted = await query<{ rows: number; periods: string[] | null }>(
    trx,
    `select count(*)::int as rows, array_agg(distinct period) as periods from ${partition}`,
  );
  const { rows: rowCount, periods } = counted[0]!;
  if (periods === null) {
    await query(trx, `drop table ${partition}`);
    await query(trx, "delete from fact.batch where id = ?", [batch]);
    return;
  }
  await query(trx, `alter table fact.measure_value attach partition ${partition} for values in (${batch})`);
  await query(trx, "update fact.batch set row_count = ?, periods = ? where id = ?", [
    rowCount,
    periods,
    batch,
  ]);
}

/** Makes a new current batch of counts, without rows so far; returns its id. */
async function replaceBatch(
  trx: Knex.Transaction,
  { input, findings }: StagedRegister,
  importedBy: string,
  {
    inequalityOf,
    level,
    measures,
  }: { inequalityOf: string | null; level: string; measures: readonly string[] },
): Promise<number> {
  const tableId = registerTableId(inequalityOf);
  await query(trx, "update fact.batch set state = 'replaced' where table_id = ? and state = 'current'", [
    tableId,
  ]);
  const rows = await query<{ id: number }>(
    trx,
    `insert into fact.batch (table_id, checksum, file_name, department, reporting_date, priority, level, measures,
                             row_count, findings, imported_by)
     values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?) returning id`,
    [
      tableId,
      input.checksum,
      input.fileName,
      JSON.stringify(input.department),
      input.reportingDate,
      input.priority,
      level,
      [...measures],
      JSON.stringify(inequalityOf === null ? findings : []),
      importedBy,
    ],
  );
  return rows[0]!.id;
}

/** Inserts what the functions of the register count. */
async function countInto(
  trx: Knex.Transaction,
  partition: string,
  batch: number,
  inequalityOf: string | null,
  measures: readonly string[],
): Promise<void> {
  const list = measures.join(", ");
  const missing = measures
    .map((id) => `case when ${id} is null then ${MISSING["not-surveyed"].status} else 0 end`)
    .join(", ");
  await query(
    trx,
    `insert into ${partition} (root_code, area_code, period, batch, value, missing)
     select root_code, area_code, period, ?, array(select coalesce(v, 0) from unnest(value) with ordinality as u (v, at) order by at),
            case when array_position(value, null) is not null then missing end
     from (select root_code, ${inequalityOf === null ? "village_code as area_code" : "area_code"}, period,
                  array[${list}]::float8[] as value, array[${missing}]::smallint[] as missing
           from ${inequalityOf === null ? "register.village_measures(?, ?)" : "register.area_inequality(?)"}) counted
     order by period, area_code`,
    [
      batch,
      ...(inequalityOf === null
        ? [DEPRIVATIONS.map(({ weight }) => weight), POVERTY_CUTOFF]
        : [inequalityOf]),
    ],
  );
}
