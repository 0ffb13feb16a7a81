// Reads profiles and files that a test writes into a folder of its own.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { DATABASES, TestDatabase } from "#sql/test/databases";
import { readDataset, type ReadDataset } from "#server/import/dataset";

export interface Reading {
  readonly test: TestDatabase;
  readonly folder: string;
  /** Reads the profile at a path. */
  read(profile: string): Promise<ReadDataset>;
  /** Writes a profile and its files, which stay for the next call, and reads them. */
  readFiles(profile: string, files: Readonly<Record<string, string | Buffer>>): Promise<ReadDataset>;
}

/** A database and a folder for the cases of a suite; both are there only while a case runs. */
export function openReading(kind: (typeof DATABASES)[number]): Reading {
  let test: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    test = await kind.open();
    folder = await mkdtemp(path.join(tmpdir(), "profile-"));
  });
  afterAll(async () => {
    await test.drop();
    await rm(folder, { recursive: true });
  });
  const read = (profile: string): Promise<ReadDataset> =>
    readDataset(profile, { database: test.database, onProgress: () => undefined });
  return {
    get test() {
      return test;
    },
    get folder() {
      return folder;
    },
    read,
    async readFiles(profile, files) {
      await writeFile(path.join(folder, "p.yaml"), profile);
      for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
      return read(path.join(folder, "p.yaml"));
    },
  };
}
