// Loads a checked dataset: everything is read, numbered and cut first, then written in one transaction.

import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import type { DatasetInput, Progress, TableInput } from "#domain/dataset";
import type { Finding } from "#domain/finding";
import { INDICATORS } from "#domain/indicators";
import { HAS_VALUE } from "#domain/missing";
import { MEASURES } from "#domain/measures";
import { REGISTER_MEASURES } from "#domain/register";
import type { Knex } from "knex";
import type { Database } from "#sql/connect";
import { ProblemError } from "../errors.ts";
import { makeDraft } from "../release/draft.ts";
import { storedFacts } from "../release/stored_facts.ts";
import {
  currentBatches,
  currentBoundaries,
  joinRegistry,
  storedLineage,
  storedManifest,
  type BatchRow,
} from "../release/territory.ts";
import { Contest } from "./contest.ts";
import { cutFolder } from "./cut_folder.ts";
import { cutTiles } from "./cut_tiles.ts";
import { formerCodes } from "./former_codes.ts";
import { numberAreas, type NumberedLevel } from "./number_areas.ts";
import { readFacts, type KnownCode, type ReadTable } from "./read_facts.ts";
import { contestedCounts } from "./register/contested_counts.ts";
import { stageRegister } from "./register/stage_register.ts";
import { registerTableId, writeRegister } from "./register/write_register.ts";
import { Spill } from "./spill.ts";
import { strandedFacts } from "./stranded.ts";
import { writeBoundaries, writeCatalog, writeLineage, writeTable } from "./write_dataset.ts";
import { query } from "../query.ts";

export interface LoadSummary {
  readonly dataset: string;
  readonly isDryRun: boolean;
  /** True when everything was stored already. */
  readonly isUnchanged: boolean;
  /** True when some finding is an error: nothing was written. */
  readonly hasErrors: boolean;
  readonly findings: readonly Finding[];
  readonly boundaries: {
    readonly state: "new" | "unchanged" | "none";
    /** Areas by level id, where they were read. */
    readonly areas: Readonly<Record<string, number>>;
    readonly tiles: number;
  };
  readonly tables: readonly {
    readonly id: string;
    readonly fileName: string;
    readonly state: "new" | "replaced" | "unchanged";
    readonly rows: number | null;
  }[];
  /** Records of households and people; null where the dataset brings none. */
  readonly register: {
    readonly state: "new" | "replaced" | "unchanged";
    readonly households: number | null;
    readonly persons: number | null;
  } | null;
  /** The draft that shows the new state; null in a dry run, after errors and when nothing changed. */
  readonly draft: number | null;
}

export interface LoadOptions {
  readonly dryRun: boolean;
  readonly importedBy: string;
  /** What the reader found; findings of the loader are added. */
  readonly findings: readonly Finding[];
  readonly onProgress: Progress;
  /** Where temporary files go; the system's place unless told. */
  readonly tempDir?: string;
}

/**
 * Loads a dataset and makes the draft release that shows it. Importing the same again changes nothing; an error finding
 * or an interruption leaves the database as it was. Throws a ProblemError when the database holds another dataset.
 */
export async function loadDataset(
  database: Database,
  input: DatasetInput,
  options: LoadOptions,
): Promise<LoadSummary> {
  const db = database.knex;
  const stored = await storedManifest(db);
  const { manifest } = input;
  if (stored && stored.dataset !== manifest.dataset)
    throw new ProblemError(
      409,
      "another dataset",
      `this database holds the dataset "${stored.dataset}", not "${manifest.dataset}": set another DATA_DIR or DATABASE_URL for it`,
    );
  const version = await currentBoundaries(db);
  if (!input.boundaries && !version)
    throw new ProblemError(
      409,
      "no boundaries",
      `dataset "${manifest.dataset}" has no boundaries yet: import a profile whose levels have files first`,
    );
  const registry = joinRegistry({ measures: MEASURES, indicators: INDICATORS }, manifest);
  const batches = await currentBatches(db);
  const hasNewBoundaries =
    input.boundaries !== null && !(await isBoundaryStored(database, input.boundaries.checksum));
  const lowestLevel = manifest.levels.at(-1)!.id;
  const registerBatch = batches.find(({ tableId }) => tableId === registerTableId(null));
  const isSameRegister =
    input.register?.checksum === registerBatch?.checksum &&
    registerBatch?.measures.join() === REGISTER_MEASURES.join();
  const newRegister = isSameRegister ? undefined : input.register;
  const newTables = input.tables.filter((table) => !batches.some((batch) => isSameTable(batch, table)));

  const spills = {
    areas: new Spill(tempDir(options)),
    tiles: new Spill(tempDir(options)),
    facts: new Spill(tempDir(options)),
    register: new Spill(tempDir(options)),
  };
  try {
    const numbered = hasNewBoundaries
      ? await numberAreas(manifest, input.boundaries!, spills.areas, options.onProgress)
      : { levels: [], findings: [] };
    const known = await knownCodes(database, numbered.levels, version?.id ?? null, input);
    const codes = [...known.keys()];
    const replaced = new Set(newTables.map(({ id }) => id));
    // What the register counts is compared in the database, where alone it is known.
    const standing = batches.filter((batch) => !replaced.has(batch.tableId) && batch !== registerBatch);
    const contest = new Contest(byPriority(newTables, standing), known.size);
    const read: ReadTable[] = [];
    for (const table of newTables)
      read.push(await readFacts(table, known, contest, spills.facts, options.onProgress));
    const staged =
      newRegister &&
      (await stageRegister(newRegister, known, lowestLevel, spills.register, options.onProgress));
    const isGiven = options.findings.some(({ rule }) => rule === "departments_disagree");
    const settled = new Set(isGiven ? input.tables.map(({ id }) => id) : []);
    if (read.length > 0) await recall(database, standing, contest, known);
    const foundBefore = [
      ...options.findings,
      ...numbered.findings,
      ...read.flatMap((table) => table.findings),
      ...(staged?.findings ?? []),
      ...contest.findings(codes, settled),
      ...(hasNewBoundaries ? await strandedFacts(database, standing, known) : []),
    ];
    const hasErrors = foundBefore.some(({ severity }) => severity === "error");
    const isDry = options.dryRun || hasErrors;
    const mayContestRegister = staged !== undefined || (registerBatch !== undefined && read.length > 0);

    const folder = hasNewBoundaries && !isDry ? cutFolder(options.tempDir, input.boundaries!.checksum) : null;
    const cut =
      folder === null
        ? []
        : await cutTiles(numbered.levels, manifest.defaultLanguage, spills.tiles, {
            folder,
            onProgress: options.onProgress,
          });
    const write = async (trx: Knex.Transaction): Promise<Finding[]> => {
      await query(trx, "select pg_advisory_xact_lock(hashtext('village-lens import'))");
      await writeCatalog(trx, manifest, registry);
      if (hasNewBoundaries)
        await writeBoundaries(trx, input, numbered.levels, cut, spills.tiles, options.onProgress);
      await writeLineage(trx, input.lineage);
      // Of equal priority the newest batch decides: the first table of a profile is written last.
      for (const table of read.toReversed())
        await writeTable(trx, database.mode, table, options.findings, options.importedBy, options.onProgress);
      if (staged)
        await writeRegister(trx, database.mode, staged, lowestLevel, options.importedBy, options.onProgress);
      return mayContestRegister ? contestedCounts(trx) : [];
    };
    const findings = [
      ...foundBefore,
      ...(!isDry
        ? await db.transaction(write)
        : mayContestRegister && !hasErrors
          ? await takenBack(db, write)
          : []),
    ];
    if (folder !== null) await rm(folder, { recursive: true, force: true });
    const draft = isDry
      ? null
      : await makeDraft(database, { createdBy: options.importedBy, onProgress: options.onProgress });
    return {
      dataset: manifest.dataset,
      isDryRun: options.dryRun,
      isUnchanged: !hasNewBoundaries && newTables.length === 0 && !newRegister && !draft?.isNew,
      hasErrors,
      findings,
      boundaries: {
        state: hasNewBoundaries ? "new" : input.boundaries ? "unchanged" : "none",
        areas: Object.fromEntries(numbered.levels.map((level) => [level.id, level.codes.length])),
        tiles: cut.reduce((sum, { records }) => sum + records.length, 0),
      },
      tables: input.tables.map((table) => ({
        id: table.id,
        fileName: table.fileName,
        state: !newTables.includes(table)
          ? "unchanged"
          : batches.some(({ tableId }) => tableId === table.id)
            ? "replaced"
            : "new",
        rows: read.find((one) => one.table === table)?.rowCount ?? null,
      })),
      register: input.register
        ? {
            state: !newRegister ? "unchanged" : registerBatch ? "replaced" : "new",
            households: staged?.householdCount ?? null,
            persons: staged?.personCount ?? null,
          }
        : null,
      draft: draft?.isNew ? draft.number : null,
    };
  } finally {
    for (const spill of Object.values(spills)) spill.close();
  }
}

/** Gives what `work` finds in a transaction, and takes back what it wrote. */
async function takenBack<T>(db: Knex, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  const trx = await db.transaction();
  try {
    return await work(trx);
  } finally {
    await trx.rollback();
  }
}

const tempDir = (options: LoadOptions): string => options.tempDir ?? tmpdir();

async function isBoundaryStored(database: Database, checksum: string): Promise<boolean> {
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

const byPriority = (
  tables: readonly TableInput[],
  batches: readonly BatchRow[],
): { tableId: string; fileName: string; priority: number; level: string; measures: readonly string[] }[] =>
  [...tables.map((table) => ({ ...table, tableId: table.id })), ...batches].sort(
    (a, b) => b.priority - a.priority,
  );

/** Every code that figures may be given for: areas, and old codes that lead to one. */
async function knownCodes(
  database: Database,
  levels: readonly NumberedLevel[],
  version: number | null,
  input: DatasetInput,
): Promise<Map<string, KnownCode>> {
  const known = new Map<string, KnownCode>();
  const add = (code: string, level: string, rootCode: string): void => {
    known.set(code, { level, rootCode, ordinal: known.size });
  };
  for (const level of levels) level.codes.forEach((code, idx) => add(code, level.id, level.rootCodes[idx]!));
  if (levels.length === 0) {
    const rows = await query<{ level: string; code: string; root_code: string }>(
      database.knex,
      "select level, code, root_code from geo.area where boundary_version = ? order by code",
      [version],
    );
    for (const row of rows) add(row.code, row.level, row.root_code);
  }
  const isArea = new Set(known.keys());
  const rows = [...(await storedLineage(database.knex)), ...input.lineage];
  for (const [former, code] of formerCodes(rows, (code) => isArea.has(code))) {
    const { level, rootCode } = known.get(code)!;
    add(former, level, rootCode);
  }
  return known;
}

/** Tells the contest what the batches that stay have stated. */
async function recall(
  database: Database,
  batches: readonly BatchRow[],
  contest: Contest,
  known: ReadonlyMap<string, KnownCode>,
): Promise<void> {
  const concerned = batches.filter(({ measures }) => contest.concerns(measures));
  for (const batch of concerned)
    for (const period of batch.periods)
      for await (const { codes, values, statuses } of storedFacts(database.knex, batch, period))
        codes.forEach((code, row) => {
          const ordinal = known.get(code)?.ordinal;
          if (ordinal === undefined) return;
          const stated = batch.measures.map((_, m) => {
            const at = row * batch.measures.length + m;
            return statuses[at] === HAS_VALUE ? values[at]! : ("not-surveyed" as const);
          });
          contest.state(batch.tableId, batch.measures, period, ordinal, stated);
        });
}
