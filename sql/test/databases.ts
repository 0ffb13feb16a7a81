// The databases that every database test runs on: embedded and native, fresh and migrated each time, or as prepared.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, type DatabaseConfig, openDatabase } from "#sql/connect";
import { copyPrepared, copyTemplate } from "./embedded_template.ts";
import { createNativeDatabase } from "./native_cluster.ts";
import type { Preparation } from "./preparation.ts";

export interface TestDatabase {
  readonly database: Database;
  readonly config: DatabaseConfig;
  /** Closes the database and removes it. */
  drop(): Promise<void>;
}

/** A database under `dataDir`, and how it is removed where it lies elsewhere. */
interface Made {
  readonly databaseUrl: string | null;
  drop?(): Promise<void>;
}

async function openMade(make: (dataDir: string) => Promise<Made>): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), "village-lens-test-"));
  const { databaseUrl, drop } = await make(dataDir);
  // A test that loses power is made again.
  const config: DatabaseConfig = { databaseUrl, dataDir, isDurable: false };
  const database = await openDatabase(config);
  return {
    database,
    config,
    async drop() {
      await database.close();
      await drop?.();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** What `describe.each` runs a suite over. */
export const DATABASES: readonly {
  readonly name: "embedded" | "native";
  open(preparation?: Preparation): Promise<TestDatabase>;
}[] = [
  {
    name: "embedded",
    open: (preparation) =>
      openMade(async (dataDir) => {
        await (preparation ? copyPrepared(preparation, dataDir) : copyTemplate(dataDir));
        return { databaseUrl: null };
      }),
  },
  {
    name: "native",
    open: (preparation) =>
      openMade(async () => {
        const { url, drop } = await createNativeDatabase(preparation);
        return { databaseUrl: url, drop };
      }),
  },
];
