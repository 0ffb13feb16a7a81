// What of a dataset is not stored yet, and which stored batches stay beside it.

import type { DatasetInput, TableInput } from "#domain/dataset";
import { INDICATORS, MEASURES } from "#domain/registry/index";
import { REGISTER_MEASURES } from "#domain/register/measures";
import type { RegisterInput } from "#domain/register/rows";
import type { Database } from "#sql/connect";
import { ProblemError } from "#server/errors";
import { query } from "#sql/query";
import {
  currentBatches,
  currentBoundaries,
  joinRegistry,
  storedManifest,
  type BatchRow,
} from "#server/release/release_inputs";
import { registerTableId } from "#server/import/register/write_register";

export interface DatasetDiff {
  /** The built-in registry with the dataset's own rows. */
  readonly registry: ReturnType<typeof joinRegistry>;
  readonly hasBoundaries: boolean;
  readonly tables: readonly TableInput[];
  /** Undefined where the dataset brings none, or the one that is stored. */
  readonly register: RegisterInput | undefined;
  /** Newest boundary version that is stored; null where there is none. */
  readonly storedVersion: number | null;
  /** Batches that were current before. */
  readonly batches: readonly BatchRow[];
  /** The one that counts the stored register. */
  readonly registerBatch: BatchRow | undefined;
  /** Batches that stay current, without the register's: what that counts is compared in the database, where alone it is known. */
  readonly kept: readonly BatchRow[];
}

/** Compares a dataset with what is stored; throws a ProblemError when that is another one, or there are no boundaries. */
export async function diffDataset(
  database: Pick<Database, "knex">,
  input: DatasetInput,
): Promise<DatasetDiff> {
  const db = database.knex;
  const stored = await storedManifest(db);
  const { manifest, boundaries } = input;
  if (stored && stored.dataset !== manifest.dataset)
    throw new ProblemError(
      409,
      "another dataset",
      `this database holds the dataset "${stored.dataset}", not "${manifest.dataset}": set another DATA_DIR or DATABASE_URL for it`,
    );
  const version = await currentBoundaries(db);
  if (!boundaries && !version)
    throw new ProblemError(
      409,
      "no boundaries",
      `dataset "${manifest.dataset}" has no boundaries yet: import a profile whose levels have files first`,
    );
  const batches = await currentBatches(db);
  const tables = input.tables.filter((table) => !batches.some((batch) => isSameTable(batch, table)));
  const replaced = new Set(tables.map(({ id }) => id));
  const registerBatch = batches.find(({ tableId }) => tableId === registerTableId(null));
  const isSameRegister =
    input.register?.checksum === registerBatch?.checksum &&
    registerBatch?.measures.join() === REGISTER_MEASURES.map(({ id }) => id).join();
  return {
    registry: joinRegistry({ measures: MEASURES, indicators: INDICATORS }, manifest),
    hasBoundaries: boundaries !== null && !(await isBoundaryStored(database, boundaries.checksum)),
    tables,
    register: isSameRegister ? undefined : input.register,
    storedVersion: version?.id ?? null,
    batches,
    registerBatch,
    kept: batches.filter((batch) => !replaced.has(batch.tableId) && batch !== registerBatch),
  };
}

async function isBoundaryStored(database: Pick<Database, "knex">, checksum: string): Promise<boolean> {
  const rows = await query<unknown>(database.knex, "select from geo.boundary_version where checksum = ?", [
    checksum,
  ]);
  return rows.length > 0;
}

const isSameTable = (batch: BatchRow, table: TableInput): boolean =>
  batch.tableId === table.id &&
  batch.checksum === table.checksum &&
  batch.level === table.level &&
  batch.priority === table.priority &&
  batch.measures.join() === table.measures.join();
