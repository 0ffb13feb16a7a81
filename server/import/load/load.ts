// Loads a checked dataset: everything is read, numbered and cut first, then written in one transaction.

import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import type { Knex } from "knex";
import type { DatasetInput } from "#domain/dataset";
import type { Progress } from "#domain/progress";
import type { Finding } from "#domain/import_finding";
import type { Database } from "#sql/connect";
import { query } from "#sql/query";
import { makeDraft } from "#server/release/make_draft";
import { Contest } from "#server/import/tables/conflicts";
import { cutFolder } from "./cut_folder.ts";
import { cutTiles } from "./cut_tiles.ts";
import { knownCodes } from "#server/import/tables/known_codes";
import { summarise, type LoadSummary } from "./load_summary.ts";
import { newsOf, type News } from "./dataset_diff.ts";
import { numberAreas } from "#server/import/boundaries/number_areas";
import { readFacts, type ReadTable } from "#server/import/tables/read_facts";
import { contestedCounts } from "#server/import/register/conflicting_counts";
import { stageRegister } from "#server/import/register/stage_register";
import { writeRegister } from "#server/import/register/write_register";
import { Spill } from "./spill.ts";
import { recall } from "./stored_claims.ts";
import { strandedFacts } from "./orphaned_facts.ts";
import { writeBoundaries, writeCatalog, writeLineage, writeTable } from "./write_dataset.ts";

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
  const { manifest, boundaries } = input;
  const { importedBy, onProgress, tempDir = tmpdir() } = options;
  const news = await newsOf(database, input);
  const lowestLevel = manifest.levels.at(-1)!.id;

  const spills = {
    areas: new Spill(tempDir),
    tiles: new Spill(tempDir),
    facts: new Spill(tempDir),
    register: new Spill(tempDir),
  };
  try {
    const numbered = news.hasBoundaries
      ? await numberAreas(manifest, boundaries!, spills.areas, onProgress)
      : { levels: [], findings: [] };
    const { levels } = numbered;
    const known = await knownCodes(database, levels, news.storedVersion, input.lineage);
    const contest = new Contest(byPriority(news), known.size);
    const read: ReadTable[] = [];
    for (const table of news.tables)
      read.push(await readFacts(table, known, contest, spills.facts, onProgress));
    const staged =
      news.register && (await stageRegister(news.register, known, lowestLevel, spills.register, onProgress));
    const isGiven = options.findings.some(({ rule }) => rule === "departments_disagree");
    const settled = new Set(isGiven ? input.tables.map(({ id }) => id) : []);
    if (read.length > 0) await recall(database, news.standing, contest, known);
    const foundBefore = [
      ...options.findings,
      ...numbered.findings,
      ...read.flatMap((table) => table.findings),
      ...(staged?.findings ?? []),
      ...contest.findings([...known.keys()], settled),
      ...(news.hasBoundaries ? await strandedFacts(database, news.standing, known) : []),
    ];
    const hasErrors = foundBefore.some(({ severity }) => severity === "error");
    const isDry = options.dryRun || hasErrors;
    const mayContestRegister = staged !== undefined || (news.registerBatch !== undefined && read.length > 0);

    const folder = news.hasBoundaries && !isDry ? cutFolder(options.tempDir, boundaries!.checksum) : null;
    const cut =
      folder === null
        ? []
        : await cutTiles(levels, manifest.defaultLanguage, spills.tiles, { folder, onProgress });
    const write = async (trx: Knex.Transaction): Promise<Finding[]> => {
      await query(trx, "select pg_advisory_xact_lock(hashtext('village-lens import'))");
      await writeCatalog(trx, manifest, news.registry);
      if (news.hasBoundaries) await writeBoundaries(trx, input, levels, cut, spills.tiles, onProgress);
      await writeLineage(trx, input.lineage);
      // Of equal priority the newest batch decides: the first table of a profile is written last.
      for (const table of read.toReversed())
        await writeTable(trx, database.mode, table, options.findings, importedBy, onProgress);
      if (staged) await writeRegister(trx, database.mode, staged, lowestLevel, importedBy, onProgress);
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
    const draft = isDry ? null : await makeDraft(database, { createdBy: importedBy, onProgress });
    const { dryRun: isDryRun } = options;
    return summarise(input, news, { isDryRun, hasErrors, findings, levels, cut, read, staged, draft });
  } finally {
    for (const spill of Object.values(spills)) spill.close();
  }
}

/** New tables and batches that stay, what decides first. */
const byPriority = ({ tables, standing }: News) =>
  [...tables.map((table) => ({ ...table, tableId: table.id })), ...standing].sort(
    (a, b) => b.priority - a.priority,
  );

/** Gives what `work` finds in a transaction, and takes back what it wrote. */
async function takenBack<T>(db: Knex, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  const trx = await db.transaction();
  try {
    return await work(trx);
  } finally {
    await trx.rollback();
  }
}
