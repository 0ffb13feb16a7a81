// Makes a backup of everything that a database holds, beside a running server.

import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Progress } from "#domain/progress";
import type { Database } from "#sql/connect";
import { query } from "#sql/query";
import { writeArchive, type BackupManifest } from "./archive.ts";
import { runTool } from "./postgres_tools.ts";

interface BackupOptions {
  readonly file: string;
  readonly dataDir: string;
  readonly onProgress: Progress;
}

export const DUMP = "database.dump";

/** Writes a backup of the database to a file; returns what is in it and its bytes. */
export async function makeBackup(
  database: Database,
  { file, dataDir, onProgress }: BackupOptions,
): Promise<{ readonly manifest: BackupManifest; readonly bytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), "village-lens-backup-"));
  try {
    const manifest = await describe(database);
    onProgress({ what: "copying the database", done: 0, total: null });
    if (database.mode === "embedded") await copyEmbedded(database, dataDir, folder);
    else
      await runTool("pg_dump", [
        "--format=custom",
        "--no-owner",
        `--file=${join(folder, DUMP)}`,
        `--dbname=${database.connectionString}`,
      ]);
    return { manifest, bytes: await writeArchive(file, manifest, folder, onProgress) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function describe({ knex, mode, version }: Database): Promise<BackupManifest> {
  const [own] = await query<{ id: string }>(knex, "select id::text as id from catalog.database");
  const roles = await query<{ rolname: string }>(
    knex,
    "select rolname from pg_roles where rolname like 'village\\_lens\\_%' order by rolname",
  );
  const releases = await query<{ number: number; state: string }>(
    knex,
    "select number, state from release.release order by number",
  );
  const [last] = await query<{ hash: string }>(
    knex,
    "select hash from audit.entry order by seq desc limit 1",
  );
  return {
    format: "village-lens backup 1",
    mode,
    madeAt: new Date().toISOString(),
    databaseId: own!.id,
    version,
    roles: roles.map(({ rolname }) => rolname),
    releases: [...releases],
    auditHead: last?.hash ?? null,
  };
}

/**
 * Copies the files of the embedded database. It has one backend for everybody, so within this transaction nothing else runs and
 * nothing is written: requests wait for as long as the copy takes.
 */
async function copyEmbedded({ knex }: Database, dataDir: string, folder: string): Promise<void> {
  await knex.transaction(async (trx) => {
    await trx.raw("checkpoint");
    await cp(join(dataDir, "postgres"), folder, { recursive: true });
  });
}
