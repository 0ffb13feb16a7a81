// Loads a checked dataset: everything is read, numbered and cut first, then written in one transaction.

import type { Knex } from "knex";
import type { DatasetInput } from "#domain/dataset";
import type { Finding } from "#domain/import_finding";
import type { Progress } from "#domain/progress";
import type { Database } from "#sql/connect";
import { query } from "#sql/query";
import type { CanonicalValue } from "#server/audit/chain";
import { recordChange } from "#server/audit/record";
import { ProblemError } from "#server/errors";
import { cutContext, type CutContextLayer } from "#server/import/context/cut_context";
import { writeContext } from "#server/import/context/write_context";
import { coverageFindings } from "#server/import/register/coverage_findings";
import { conflictingCounts } from "#server/import/register/conflicting_counts";
import { writeRegister } from "#server/import/register/write_register";
import { writeFacilities, writeRoads } from "#server/import/things/write_things";
import { makeDraft } from "#server/release/make_draft";
import { cutFolder, leaveCutFolder } from "./cut_folder.ts";
import { cutTiles, type CutLevel } from "./cut_tiles.ts";
import { diffDataset, isSameDiff, type DatasetDiff } from "./dataset_diff.ts";
import { summarise, type LoadSummary } from "./load_summary.ts";
import { Spills, stageDataset, type StagedDataset } from "./stage_dataset.ts";
import { writeBoundaries, writeCatalog, writeLineage, writeTable } from "./write_dataset.ts";

export interface LoadOptions {
  readonly dryRun: boolean;
  readonly importedBy: string;
  /** What the reader found; findings of the loader are added. */
  readonly findings: readonly Finding[];
  readonly onProgress: Progress;
  /** Where temporary files go, a folder of this program alone; by default one in the system's place. */
  readonly tempDir?: string;
}

/** How often an import begins anew that another one has overtaken. */
const MAX_ATTEMPTS = 3;

/** Something else was imported since a dataset was compared with what is stored. */
class OvertakenError extends ProblemError {
  constructor() {
    super(
      409,
      "imports at the same time",
      "other imports were stored while this one was read: import again when they are done",
    );
  }
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
  for (let attempt = 1; ; attempt++)
    try {
      return await loadOnce(database, input, options);
    } catch (error) {
      if (!(error instanceof OvertakenError) || attempt === MAX_ATTEMPTS) throw error;
    }
}

async function loadOnce(database: Database, input: DatasetInput, options: LoadOptions): Promise<LoadSummary> {
  const { importedBy, onProgress, dryRun: isDryRun } = options;
  const diff = await diffDataset(database, input);
  const spills = new Spills(options.tempDir);
  try {
    const staged = await stageDataset(database, input, diff, spills, options);
    const { levels, hasErrors } = staged;
    const isDry = isDryRun || hasErrors;
    const folder =
      diff.hasBoundaries && !isDry ? cutFolder(options.tempDir, input.boundaries!.checksum) : null;
    const cut =
      folder === null
        ? []
        : await cutTiles(levels, diff.manifest.defaultLanguage, spills.tiles, { folder, onProgress });
    const context = isDry ? [] : await cutContext(diff.context, spills.tiles, onProgress);
    const write = (trx: Knex.Transaction): Promise<Finding[]> =>
      writeStaged(trx, database.mode, input, { diff, staged, cut, context, spills }, options);
    const findings = [...staged.findings];
    if (!isDry)
      findings.push(
        ...(await database.knex.transaction(write).catch((error: unknown) => {
          // What it cut is stored already, or will be cut anew.
          if (folder !== null && error instanceof OvertakenError) leaveCutFolder(folder);
          throw error;
        })),
      );
    else if (!hasErrors && staged.mayConflictWithRegister)
      findings.push(...(await rolledBack(database.knex, write)));
    if (folder !== null) leaveCutFolder(folder);
    const draft = isDry ? null : await makeDraft(database, { createdBy: importedBy, onProgress });
    return summarise(input, diff, { isDryRun, hasErrors, findings, staged, cut, draft });
  } finally {
    spills.close();
  }
}

/** Writes everything that is new; returns what the counts of the register show: little coverage, and other numbers than tables have. */
async function writeStaged(
  trx: Knex.Transaction,
  mode: Database["mode"],
  input: DatasetInput,
  {
    diff,
    staged,
    cut,
    context,
    spills,
  }: {
    diff: DatasetDiff;
    staged: StagedDataset;
    cut: readonly CutLevel[];
    context: readonly CutContextLayer[];
    spills: Spills;
  },
  { importedBy, onProgress, findings }: LoadOptions,
): Promise<Finding[]> {
  await query(trx, "select pg_advisory_xact_lock(hashtext('village-lens import'))");
  if (!isSameDiff(diff, await diffDataset({ knex: trx }, input))) throw new OvertakenError();
  await writeCatalog(trx, diff.manifest, diff.registry, input.removes);
  if (diff.hasBoundaries) await writeBoundaries(trx, input, staged.levels, cut, spills.tiles, onProgress);
  await writeContext(trx, context, spills.tiles);
  await writeLineage(trx, input.lineage);
  // Of equal priority the newest batch decides: the first table of a profile is written last.
  for (const table of staged.tables.toReversed())
    await writeTable(trx, mode, table, findings, importedBy, onProgress);
  for (const source of diff.things.facilities)
    await writeFacilities(trx, source, findings, importedBy, onProgress);
  for (const source of diff.things.roads) await writeRoads(trx, source, findings, importedBy, onProgress);
  const lowestLevel = diff.manifest.levels.at(-1)!.id;
  const ofLines = staged.register
    ? await writeRegister(trx, mode, staged.register, lowestLevel, importedBy, onProgress)
    : [];
  const brought = whatIsNew(input, diff);
  if (brought !== null)
    await recordChange(trx, {
      action: "import",
      object: `dataset:${input.manifest.dataset}`,
      before: null,
      after: brought,
    });
  return [
    ...ofLines,
    ...(staged.register ? await coverageFindings(trx, staged.register.input) : []),
    ...(staged.mayConflictWithRegister ? await conflictingCounts(trx) : []),
  ];
}

/** What an import brings that was not stored, by its ids and the checksums of the files; null for nothing. */
function whatIsNew(input: DatasetInput, diff: DatasetDiff): CanonicalValue {
  const brought = {
    ...(diff.hasBoundaries ? { boundaries: input.boundaries!.checksum } : {}),
    ...(diff.tables.length > 0
      ? { tables: Object.fromEntries(diff.tables.map(({ id, checksum }) => [id, checksum])) }
      : {}),
    ...(diff.context.length > 0 ? { context: diff.context.map(({ layer }) => layer) } : {}),
    ...(diff.register ? { register: true } : {}),
    ...(diff.things.facilities.length > 0 ? { facilities: diff.things.facilities.map(({ id }) => id) } : {}),
    ...(diff.things.roads.length > 0 ? { roads: diff.things.roads.map(({ id }) => id) } : {}),
  };
  return Object.keys(brought).length > 0 ? brought : null;
}

/** What `work` returns, run in a transaction that is rolled back. */
async function rolledBack<T>(db: Knex, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  const trx = await db.transaction();
  try {
    return await work(trx);
  } finally {
    await trx.rollback();
  }
}
