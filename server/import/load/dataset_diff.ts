// What of a dataset is not stored yet, and which stored batches stay beside it.

import type { ContextLayerInput } from "#domain/context";
import type { DatasetInput, TableInput } from "#domain/dataset";
import { measuresOf, samplingMeasuresOf } from "#domain/indicator";
import type { Finding } from "#domain/import_finding";
import type { Manifest } from "#domain/manifest";
import { INDICATORS, MEASURES } from "#domain/registry/index";
import { registerMeasureIds } from "#domain/register/index_measures";
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
import { newContext } from "#server/import/context/cut_context";
import { joinManifest } from "./join_manifest.ts";
import { declarationOf } from "#server/import/register/conditions";
import { registerTableId } from "#server/import/register/write_register";
import { diffThings, type ThingsDiff } from "#server/import/things/stored_things";

export interface DatasetDiff {
  /** What the dataset says of itself once this is loaded. */
  readonly manifest: Manifest;
  /** What that changes, and what is wrong with it. */
  readonly findings: readonly Finding[];
  /** The built-in registry with the dataset's own rows. */
  readonly registry: ReturnType<typeof joinRegistry>;
  readonly hasBoundaries: boolean;
  readonly tables: readonly TableInput[];
  /** Layers that are not the ones shown. */
  readonly context: readonly ContextLayerInput[];
  /** Undefined where the dataset brings none, or the one that is stored. */
  readonly register: RegisterInput | undefined;
  readonly things: ThingsDiff;
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
  const { boundaries } = input;
  const { dataset } = input.manifest;
  if (stored && stored.dataset !== dataset)
    throw new ProblemError(
      409,
      "another dataset",
      `this database holds the dataset "${stored.dataset}", not "${dataset}": set another DATA_DIR or DATABASE_URL for it`,
    );
  const version = await currentBoundaries(db);
  if (!boundaries && !version)
    throw new ProblemError(
      409,
      "no boundaries",
      `dataset "${dataset}" has no boundaries yet: import a profile whose levels have files first`,
    );
  const batches = await currentBatches(db);
  const tables = input.tables.filter((table) => !batches.some((batch) => isSameTable(batch, table)));
  const replaced = new Set(tables.map(({ id }) => id));
  const registerBatch = batches.find(({ tableId }) => tableId === registerTableId(null));
  const isSameRegister =
    input.register?.checksum === registerBatch?.checksum &&
    registerBatch?.measures.join() === registerMeasureIds(declarationOf(input.register ?? {})).join();
  const { manifest, findings } = joinManifest(stored, input);
  const registry = joinRegistry({ measures: MEASURES, indicators: INDICATORS }, manifest);
  const kept = batches.filter((batch) => !replaced.has(batch.tableId) && batch !== registerBatch);
  return {
    manifest,
    findings: [...findings, ...measuresInUse(input, registry, [...kept, ...tables])],
    registry,
    hasBoundaries: boundaries !== null && !(await isBoundaryStored(database, boundaries.checksum)),
    tables,
    context: await newContext(database, input.context ?? []),
    register: isSameRegister ? undefined : input.register,
    things: await diffThings(db, input.things),
    storedVersion: version?.id ?? null,
    batches,
    registerBatch,
    kept,
  };
}

/** Whether two comparisons of one dataset found the same: nothing was imported between them. */
export const isSameDiff = (a: DatasetDiff, b: DatasetDiff): boolean => stampOf(a) === stampOf(b);

const stampOf = ({ manifest, tables, context, register, things, ...diff }: DatasetDiff): string =>
  JSON.stringify([
    manifest,
    tables.map(({ id }) => id),
    context.map(({ layer, checksum }) => [layer, checksum]),
    register?.checksum,
    [things.facilities, things.roads].map((sources) => sources.map(({ id }) => id)),
    things.batches,
    diff.hasBoundaries,
    diff.storedVersion,
    diff.batches,
  ]);

/** An error for each measure that is taken away while an indicator or a table still needs it. */
function measuresInUse(
  { removes }: DatasetInput,
  { measures, indicators }: DatasetDiff["registry"],
  tables: readonly { readonly fileName: string; readonly measures: readonly string[] }[],
): Finding[] {
  const gone = new Set(removes?.measures.filter((id) => !measures.some((measure) => measure.id === id)));
  const users = [
    ...indicators.map((indicator) => ({
      name: `indicator "${indicator.id}"`,
      needs: [...measuresOf(indicator), ...samplingMeasuresOf(indicator)],
    })),
    ...tables.map((table) => ({ name: table.fileName, needs: table.measures })),
  ];
  return users.flatMap(({ name, needs }) =>
    needs
      .filter((measure) => gone.has(measure))
      .map((measure) => ({
        severity: "error" as const,
        rule: "measure_in_use",
        file: null,
        row: null,
        column: null,
        value: measure,
        message: `measure "${measure}" is taken away, and ${name} needs it`,
        action: "nothing is imported; take that away too, or keep the measure",
      })),
  );
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
