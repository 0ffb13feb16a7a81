// A migrated data directory of the embedded database, made once per state of `sql/`, and copies of it.

import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openDatabase } from "#sql/connect";
import { migrate } from "#sql/migrate";
import { prepared, type Preparation } from "./preparation.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CACHE = join(ROOT, "node_modules/.cache/village-lens");

/** Another state may be tested beside this one, from another checkout that shares its packages. */
const KEPT_MS = 24 * 3600_000;

async function stateOfSql(): Promise<string> {
  const hash = createHash("sha256");
  for (const folder of ["sql/migrations", "sql/functions"])
    for (const name of (await readdir(join(ROOT, folder))).sort())
      hash.update(name).update(await readFile(join(ROOT, folder, name)));
  for (const name of ["sql/embedded/backend.ts", "node_modules/@electric-sql/pglite/package.json"])
    hash.update(await readFile(join(ROOT, name)));
  return hash.digest("hex").slice(0, 16);
}

let made: Promise<string> | null = null;

/** Path of the template, made if need be (15 s). */
export function template(): Promise<string> {
  made ??= (async () => {
    const path = join(CACHE, `embedded-${await stateOfSql()}`);
    if (existsSync(path)) return path;
    await mkdir(CACHE, { recursive: true });
    const draft = join(CACHE, `draft-${randomUUID()}`);
    const database = await openDatabase({ databaseUrl: null, dataDir: draft, isDurable: false });
    try {
      await migrate(database);
    } finally {
      await database.close();
    }
    const outdated: string[] = [];
    for (const name of await readdir(CACHE))
      if (name.startsWith("embedded-") && Date.now() - (await stat(join(CACHE, name))).mtimeMs > KEPT_MS)
        outdated.push(name);
    // Another process may have been faster: then its template serves as well.
    await rename(draft, path).catch(() => rm(draft, { recursive: true }));
    for (const name of outdated) await rm(join(CACHE, name), { recursive: true, force: true });
    return path;
  })();
  return made;
}

async function copy(from: string, dataDir: string): Promise<void> {
  for (const folder of ["postgres", "cache"])
    await cp(join(from, folder), join(dataDir, folder), { recursive: true });
}

/** Copies the template to `dataDir`. */
export const copyTemplate = async (dataDir: string): Promise<void> => copy(await template(), dataDir);

/** Copies what `preparation` makes of the template to `dataDir`. */
export async function copyPrepared(preparation: Preparation, dataDir: string): Promise<void> {
  const path = await prepared(`embedded-${preparation.name}`, async (draft) => {
    await copyTemplate(draft);
    const database = await openDatabase({ databaseUrl: null, dataDir: draft, isDurable: false });
    try {
      await preparation.fill(database);
    } finally {
      await database.close();
    }
  });
  await copy(path, dataDir);
}
