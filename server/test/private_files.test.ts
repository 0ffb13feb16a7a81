// What an import holds on disk is for its own account alone, also where folders are there already and open to others.

import { chmodSync, mkdirSync, readdirSync, readlinkSync, rmSync, statSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DATABASES, type TestDatabase } from "#sql/test/databases";
import { FILES } from "./canaries.ts";
import { run } from "./processes.ts";

const OPEN_TO_ALL = 0o755;

/** `mode path` of what others may read or write. */
function openTo(paths: Iterable<string>): string[] {
  const open = [];
  for (const path of paths) {
    const mode = statSync(path).mode & 0o777;
    if ((mode & 0o077) !== 0) open.push(`${mode.toString(8)} ${path}`);
  }
  return open;
}

/** Temporary files that a process has open, which have no name any more. */
function openSpills(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`)
      .map((name) => `/proc/${pid}/fd/${name}`)
      .filter((path) => readlinkSync(path).includes("/spill-"));
  } catch {
    // It ended, or closed a file in this moment.
    return [];
  }
}

describe.each(DATABASES)("an import into the $name database", ({ name, open }) => {
  let test: TestDatabase;
  let folder: string;
  const umask = process.umask();

  beforeAll(async () => {
    test = await open();
    // The command opens the data directory by itself.
    if (name === "embedded") await test.database.close();
    folder = await mkdtemp(join(tmpdir(), "village-lens-private-"));
    for (const [file, text] of Object.entries(FILES)) await writeFile(join(folder, file), text);
    process.umask(0o022);
    const { dataDir } = test.config;
    for (const own of ["tmp", "run", "cache", "postgres"]) {
      mkdirSync(join(dataDir, own), { recursive: true });
      chmodSync(join(dataDir, own), OPEN_TO_ALL);
    }
  });
  afterAll(async () => {
    process.umask(umask);
    await test.drop();
    rmSync(folder, { recursive: true });
  });

  it("keeps temporary files, folders, the socket and new files of the database from other accounts", async () => {
    const { databaseUrl, dataDir } = test.config;
    const command = run("server/cli/lens.ts", ["import", join(folder, "profile.yaml")], {
      DATABASE_URL: databaseUrl ?? "",
      DATA_DIR: dataDir,
    });
    let spills: string[] = [];
    while (command.child.exitCode === null) {
      // It stands still while it is looked at.
      command.child.kill("SIGSTOP");
      spills = openSpills(command.child.pid!);
      if (spills.length === 4) break;
      command.child.kill("SIGCONT");
      await sleep(1);
    }
    const tmp = join(dataDir, "tmp");
    const places =
      name === "native"
        ? [tmp]
        : [
            tmp,
            join(dataDir, "run"),
            join(dataDir, "run/.s.PGSQL.5432"),
            join(dataDir, "cache"),
            join(dataDir, "postgres"),
          ];
    expect(spills).toHaveLength(4);
    const open = openTo([...spills, ...places]);
    command.child.kill("SIGCONT");
    expect(open).toEqual([]);
    const { status, stdout, stderr } = await command.finished;
    expect(status, stdout + stderr).toBe(0);
  });
});

it("makes a data directory that is not there for its own account alone", async () => {
  const parent = await mkdtemp(join(tmpdir(), "village-lens-private-"));
  const dataDir = join(parent, "data");
  const command = run("server/cli/lens.ts", ["releases"], { DATA_DIR: dataDir });
  expect((await command.finished).status).toBe(0);
  const all = readdirSync(dataDir, { recursive: true, withFileTypes: true });
  expect(all.length).toBeGreaterThan(100);
  expect(openTo([dataDir, ...all.map((entry) => join(entry.parentPath, entry.name))])).toEqual([]);
  rmSync(parent, { recursive: true });
});
