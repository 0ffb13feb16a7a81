// Writes the register and, from it, the counts that leave it: set by set, inside the caller's transaction.

import type { Knex } from "knex";
import type { Finding } from "#domain/import_finding";
import type { Progress } from "#domain/progress";
import type { RegisterInput } from "#domain/register/rows";
import { INCOME_ERROR_PARTS } from "#domain/registry/income_errors";
import { INEQUALITY_MEASURES } from "#domain/registry/inequality";
import {
  indexErrorParts,
  registerMeasureIds,
  type RegisterDeclaration,
} from "#domain/register/index_measures";
import { lineErrorParts } from "#domain/register/income_line";
import { isDatabaseUnavailable, type Database } from "#sql/connect";
import { query } from "#sql/query";
import { copyRows } from "#server/import/load/copy_rows";
import { declarationOf } from "./conditions.ts";
import {
  countErrors,
  countInequality,
  type ErrorSource,
  countVillages,
  declareIndices,
} from "./count_measures.ts";
import { HOUSEHOLD_COLUMNS, LINE_COLUMNS, PERSON_COLUMNS } from "./record_columns.ts";
import { writeMedianLines } from "./median_lines.ts";
import type { StagedRegister } from "./stage_register.ts";

/** Id of the table of counts that the register gives for a level; the lowest level has those that add up. */
export const registerTableId = (level: string | null): string =>
  level === null ? "register" : `register_inequality_${level}`;

/** Replaces the register and its counts; returns what its lines became. Throws a RegisterError, which quotes nothing, when the database refuses. */
export async function writeRegister(
  trx: Knex.Transaction,
  mode: Database["mode"],
  staged: StagedRegister,
  lowestLevel: string,
  importedBy: string,
  onProgress: Progress,
): Promise<Finding[]> {
  try {
    await writeRecords(trx, mode, staged, onProgress);
    const found = await writeMedianLines(trx, staged.input.fileName, staged.medianLines);
    onProgress({ what: "counting the register by village", done: 0, total: null });
    const levels = await query<{ id: string }>(trx, "select id from geo.level order by ordinal");
    for (const counts of countsOf(
      staged,
      lowestLevel,
      levels.map(({ id }) => id),
    ))
      await writeCounts(trx, staged, importedBy, counts);
    return found;
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
  { input, lines, households, persons, householdCount, personCount }: StagedRegister,
  onProgress: Progress,
): Promise<void> {
  const counting = (what: string, total: number) => {
    let done = 0;
    return (rows: number): void => onProgress({ what, done: (done += rows), total });
  };
  await query(trx, "truncate register.poverty_line, register.household, register.person");
  await declareIndices(trx, declarationOf(input).indices);
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

/** Counts that make a batch of their own. */
interface Counts {
  readonly tableId: string;
  readonly level: string;
  readonly measures: readonly string[];
  /** Inserts them into the partition of a batch. */
  insert(
    trx: Knex.Transaction,
    target: { readonly partition: string; readonly batch: number },
  ): Promise<void>;
}

/** What has standard errors: incomes, each further line, each index of a sample. */
const errorSources = (
  { indices, lines }: RegisterDeclaration,
  { isSample, isLineEstimated }: RegisterInput,
): (ErrorSource & { readonly id: string })[] =>
  [
    {
      id: "income",
      kind: "income" as const,
      of: null,
      // A line that comes from the same sample varies with it: errors that take it as given would be wrong.
      parts: isSample && !isLineEstimated ? INCOME_ERROR_PARTS : [],
    },
    ...lines.map((line) => ({
      id: line.id,
      kind: "income" as const,
      of: line.concept,
      parts: lineErrorParts(line),
    })),
    ...indices.map((index) => ({
      id: index.id,
      kind: "index" as const,
      of: index.id,
      parts: indexErrorParts(index),
    })),
  ].filter(({ parts }) => parts.length > 0);

/** All that is counted: what adds up, by village; inequality and standard errors, by area of each level. */
function countsOf({ input }: StagedRegister, lowestLevel: string, levels: readonly string[]): Counts[] {
  const declaration = declarationOf(input);
  const ofInequality = INEQUALITY_MEASURES.map(({ id }) => id);
  return [
    {
      tableId: registerTableId(null),
      level: lowestLevel,
      measures: registerMeasureIds(declaration),
      insert: (trx, target) => countVillages(trx, target, declaration, input.isSample),
    },
    ...levels.flatMap((level): Counts[] => [
      {
        tableId: registerTableId(level),
        level,
        measures: ofInequality,
        insert: (trx, target) => countInequality(trx, target, ofInequality, level),
      },
      ...errorSources(declaration, input).map(({ id, ...source }): Counts => ({
        tableId: `register_errors_${id}_${level}`,
        level,
        measures: source.parts.map(({ measure }) => measure),
        insert: (trx, target) => countErrors(trx, target, source, level),
      })),
    ]),
  ];
}

async function writeCounts(
  trx: Knex.Transaction,
  staged: StagedRegister,
  importedBy: string,
  counts: Counts,
): Promise<void> {
  const batch = await replaceBatch(trx, staged, importedBy, counts);
  const partition = `fact.measure_value_${batch}`;
  await query(trx, `drop table if exists ${partition}`);
  await query(trx, `create table ${partition} (like fact.measure_value)`);
  await query(trx, `comment on table ${partition} is 'Rows of one batch'`);
  await counts.insert(trx, { partition, batch });
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
  { tableId, level, measures }: Counts,
): Promise<number> {
  await query(trx, "update fact.batch set state = 'replaced' where table_id = ? and state = 'current'", [
    tableId,
  ]);
  const rows = await query<{ id: number }>(
    trx,
    `insert into fact.batch (table_id, checksum, file_name, department, reporting_date, priority, level, measures,
                             row_count, findings, imported_by, sample)
     values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?) returning id`,
    [
      tableId,
      input.checksum,
      input.fileName,
      JSON.stringify(input.department),
      input.reportingDate,
      input.priority,
      level,
      [...measures],
      JSON.stringify(tableId === registerTableId(null) ? findings : []),
      importedBy,
      input.isSample ? "true" : null,
    ],
  );
  return rows[0]!.id;
}
