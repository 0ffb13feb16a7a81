// Reads what is new of a dataset into temporary files, checked and numbered, ready to be written at once.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatasetInput } from "#domain/dataset";
import type { Finding } from "#domain/import_finding";
import type { Progress } from "#domain/progress";
import type { Database } from "#sql/connect";
import { privateFolder } from "#sql/private_folder";
import { numberAreas, type NumberedLevel } from "#server/import/boundaries/number_areas";
import { stageRegister, type StagedRegister } from "#server/import/register/stage_register";
import { ConflictFinder } from "#server/import/tables/conflicts";
import { knownCodes } from "#server/import/tables/known_codes";
import { stageTable, type StagedTable } from "#server/import/tables/stage_table";
import type { DatasetDiff } from "./dataset_diff.ts";
import { orphanedFacts } from "./orphaned_facts.ts";
import { Spill } from "./spill.ts";
import { recordStoredClaims } from "./stored_claims.ts";

/** Temporary files of one load: they may hold records of persons. */
export class Spills {
  readonly areas: Spill;
  readonly tiles: Spill;
  readonly facts: Spill;
  readonly register: Spill;

  /** In `directory`, or in a folder of their own in the system's place. */
  constructor(directory: string | undefined) {
    const own = directory === undefined ? mkdtempSync(join(tmpdir(), "village-lens-load-")) : null;
    const folder = own ?? privateFolder(directory!);
    this.areas = new Spill(folder);
    this.tiles = new Spill(folder);
    this.facts = new Spill(folder);
    this.register = new Spill(folder);
    // The files in it have no name any more.
    if (own !== null) rmSync(own, { recursive: true });
  }

  close(): void {
    for (const spill of [this.areas, this.tiles, this.facts, this.register]) spill.close();
  }
}

export interface StagedDataset {
  /** New boundaries, top level first; none where they are stored already. */
  readonly levels: readonly NumberedLevel[];
  readonly tables: readonly StagedTable[];
  readonly register: StagedRegister | undefined;
  /** Those that were handed in, then what was found here. */
  readonly findings: readonly Finding[];
  readonly hasErrors: boolean;
  /** True where a table may differ from the counts of the register, which are known once both are stored. */
  readonly mayConflictWithRegister: boolean;
}

/** Reads and checks what `diff` calls new; nothing is written to the database. */
export async function stageDataset(
  database: Database,
  input: DatasetInput,
  diff: DatasetDiff,
  spills: Spills,
  { findings, onProgress }: { readonly findings: readonly Finding[]; readonly onProgress: Progress },
): Promise<StagedDataset> {
  const { boundaries } = input;
  const { manifest } = diff;
  const numbered = diff.hasBoundaries
    ? await numberAreas(manifest, boundaries!, spills.areas, onProgress)
    : { levels: [], findings: [] };
  const known = await knownCodes(database, numbered.levels, diff.storedVersion, input.lineage);
  const conflicts = new ConflictFinder(byPriority(diff), known.size);
  const tables: StagedTable[] = [];
  for (const table of diff.tables)
    tables.push(await stageTable(table, known, conflicts, spills.facts, onProgress));
  const lowestLevel = manifest.levels.at(-1)!.id;
  const register =
    diff.register && (await stageRegister(diff.register, known, lowestLevel, spills.register, onProgress));
  if (tables.length > 0) await recordStoredClaims(database, diff.kept, conflicts, known);
  // Between tables of one profile the reader has found them, with their rows.
  const isCompared = findings.some(({ rule }) => rule === "departments_disagree");
  const compared = new Set(isCompared ? input.tables.map(({ id }) => id) : []);
  const all = [
    ...diff.findings,
    ...findings,
    ...numbered.findings,
    ...tables.flatMap((table) => table.findings),
    ...(register?.findings ?? []),
    ...conflicts.findings([...known.keys()], compared),
    ...(diff.hasBoundaries ? await orphanedFacts(database, diff.kept, known) : []),
  ];
  return {
    levels: numbered.levels,
    tables,
    register,
    findings: all,
    hasErrors: all.some(({ severity }) => severity === "error"),
    mayConflictWithRegister:
      register !== undefined || (diff.registerBatch !== undefined && tables.length > 0),
  };
}

/** New tables and batches that stay, what decides first. */
const byPriority = ({ tables, kept }: DatasetDiff) =>
  [...tables.map((table) => ({ ...table, tableId: table.id })), ...kept].sort(
    (a, b) => b.priority - a.priority,
  );
