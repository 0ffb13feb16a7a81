// The databases that every database test runs on: embedded and native, fresh and migrated each time.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, type DatabaseConfig, openDatabase } from "../connect.ts";
import { copyTemplate } from "./embedded_template.ts";
import { createNativeDatabase } from "./native_cluster.ts";

export interface TestDatabase {
  readonly database: Database;
  readonly config: DatabaseConfig;
  /** Closes the database and removes it. */
  drop(): Promise<void>;
}

async function openEmbedded(): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), "village-lens-test-"));
  await copyTemplate(dataDir);
  const config: DatabaseConfig = { databaseUrl: null, dataDir };
  const database = await openDatabase(config);
  return {
    database,
    config,
    async drop() {
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function openNative(): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), "village-lens-test-"));
  const { url, drop } = await createNativeDatabase();
  const config: DatabaseConfig = { databaseUrl: url, dataDir };
  const database = await openDatabase(config);
  return {
    database,
    config,
    async drop() {
      await database.close();
      await drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** What `describe.each` runs a suite over. */
export const DATABASES: readonly { readonly name: "embedded" | "native"; open(): Promise<TestDatabase> }[] = [
  { name: "embedded", open: openEmbedded },
  { name: "native", open: openNative },
];
