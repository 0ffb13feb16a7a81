// Restores a backup into an empty place, and verifies what was published before it counts.

import { existsSync } from "node:fs";
import { mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Progress } from "#domain/progress";
import { openDatabase, type Database } from "#sql/connect";
import { migrate } from "#sql/migrate";
import { privateFolder } from "#sql/private_folder";
import { query } from "#sql/query";
import type { Config } from "#server/config";
import { ProblemError } from "#server/errors";
import { recordChange } from "#server/audit/record";
import { verifyLog } from "#server/audit/verify_log";
import { verifyReleases, type Verified } from "#server/release/verify";
import { readArchive, type BackupManifest } from "./archive.ts";
import { DUMP } from "./backup.ts";
import { runTool } from "./postgres_tools.ts";

export interface Restored {
  readonly manifest: BackupManifest;
  readonly verified: Verified;
}

/** Restores a file into the database of `config`, which must be empty; throws a ProblemError and leaves it so where anything is wrong. */
export async function restoreBackup(file: string, config: Config, onProgress: Progress): Promise<Restored> {
  const isEmbedded = config.databaseUrl === null;
  privateFolder(config.dataDir);
  await checkEmpty(config);
  const folder = await mkdtemp(join(config.dataDir, "restoring-"));
  try {
    const manifest = await readArchive(file, folder, onProgress);
    const mode = isEmbedded ? "embedded" : "native";
    if (manifest.mode !== mode)
      throw new ProblemError(
        400,
        "other kind of database",
        `${file} is of ${manifest.mode === "native" ? "a PostgreSQL server: name an empty one by DATABASE_URL" : "an embedded database: leave DATABASE_URL unset"}`,
      );
    onProgress({ what: "restoring the database", done: 0, total: null });
    if (isEmbedded) await rename(folder, join(config.dataDir, "postgres"));
    else await restoreDump(join(folder, DUMP), manifest, config);
    return { manifest, verified: await verify(manifest, config, onProgress) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Throws where something is there that a restored database would take the place of. */
async function checkEmpty(config: Config): Promise<void> {
  if (config.databaseUrl === null) {
    const folder = join(config.dataDir, "postgres");
    if (!existsSync(folder) || (await readdir(folder)).length === 0) return;
    throw notEmpty(`${config.dataDir} holds a database: name another folder by DATA_DIR`);
  }
  await withDatabase(config, async ({ knex }) => {
    const found = await query(knex, "select from pg_namespace where nspname in ('release', 'schema_record')");
    if (found.length > 0) throw notEmpty("the database holds one already: name an empty one by DATABASE_URL");
  });
}

const notEmpty = (detail: string) => new ProblemError(409, "not empty", detail);

async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(config, { join: false, applicationName: "village-lens restore" });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Makes the roles that rights were granted to, then all that was dumped in one transaction. */
async function restoreDump(dump: string, { roles }: BackupManifest, config: Config): Promise<void> {
  await withDatabase(config, async ({ knex }) => {
    for (const role of roles)
      await knex.raw(
        `do $$ begin create role ${knex.ref(role).toString()} nologin; exception when duplicate_object or unique_violation then null; end $$`,
      );
  });
  await runTool("pg_restore", ["--no-owner", "--single-transaction", `--dbname=${config.databaseUrl}`, dump]);
}

/** Compares what is published with its hashes; an embedded database in which something is wrong is taken away again. */
async function verify(
  { auditHead, madeAt }: BackupManifest,
  config: Config,
  onProgress: Progress,
): Promise<Verified> {
  const verified = await withDatabase(config, async (database) => {
    await migrate(database);
    const releases = await verifyReleases(database, onProgress);
    const log = await verifyLog(database.knex, auditHead ? [auditHead] : []);
    const faults = [...releases.faults, ...log.faults];
    if (faults.length === 0)
      await database.knex.transaction((trx) =>
        recordChange(trx, { action: "restore", object: "database", before: null, after: { madeAt } }),
      );
    return { ...releases, faults };
  });
  if (verified.faults.length === 0) return verified;
  if (config.databaseUrl === null)
    await rm(join(config.dataDir, "postgres"), { recursive: true, force: true });
  throw new ProblemError(
    400,
    "bad backup",
    `what was restored is not what was published: ${verified.faults.join("; ")}`,
  );
}
