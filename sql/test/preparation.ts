// What several tests begin with, such as a database with the demo in it: made once in a run, then copied.

import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, rmdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "#sql/connect";

export interface Preparation {
  /** One word; a run makes what bears it once. */
  readonly name: string;
  /** Fills a fresh, migrated database. */
  fill(database: Database): Promise<void>;
}

/** Set by `sharePreparations` for the processes that come after. */
const SHARED = "TEST_PREPARATIONS";
let own: Promise<string> | null = null;

const makeFolder = (): Promise<string> => mkdtemp(join(tmpdir(), "village-lens-prepared-"));

/** Lets this process and all that it starts share what they prepare; gives the way to remove it. */
export async function sharePreparations(): Promise<() => Promise<void>> {
  const folder = await makeFolder();
  process.env[SHARED] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

/** Path of what `make` puts at the path it is given, made by whoever asks first; the others wait. */
export async function prepared(name: string, make: (draft: string) => Promise<void>): Promise<string> {
  const folder = process.env[SHARED] ?? (await (own ??= makeFolder()));
  const path = join(folder, name);
  const lock = `${path}.lock`;
  while (!existsSync(path)) {
    const isMine = await mkdir(lock).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === "EEXIST") return false;
        throw error;
      },
    );
    if (!isMine) {
      await sleep(100);
      continue;
    }
    try {
      if (existsSync(path)) continue;
      await make(`${path}.draft`);
      await rename(`${path}.draft`, path);
    } catch (error) {
      await rm(`${path}.draft`, { recursive: true, force: true });
      throw error;
    } finally {
      await rmdir(lock);
    }
  }
  return path;
}
