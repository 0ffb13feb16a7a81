// The embedded database as a process: who may start it, who joins it, what is left when somebody is killed.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Progress } from "#domain/progress";
import { type Database, isDatabaseUnavailable, openDatabase, type OpenOptions } from "#sql/connect";
import { DURABLE_PARAMETERS, makeDurable, nodeFiles } from "#sql/embedded/durable";
import { identify } from "#sql/embedded/holder";
import { copyTemplate } from "./embedded_template.ts";
import { intactRows } from "./writer_rows.ts";

const WRITER = fileURLToPath(new URL("./writer.ts", import.meta.url));

let dataDir: string;
const opened: Database[] = [];
const writers: ChildProcess[] = [];

const open = async (options?: OpenOptions): Promise<Database> => {
  const database = await openDatabase({ databaseUrl: null, dataDir }, options);
  opened.push(database);
  return database;
};

interface Writer {
  process: ChildProcess;
  childPid: number;
  /** Numbers that it found when it began. */
  found: ReadonlySet<number>;
  /** Numbers whose commit was acknowledged. */
  acknowledged: number[];
}

/** Starts the writer and waits for its first rows. */
async function startWriter(from: number): Promise<Writer> {
  const process_ = spawn(process.execPath, [WRITER, dataDir, String(from)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  writers.push(process_);
  const writer: Writer = { process: process_, childPid: 0, found: new Set(), acknowledged: [] };
  await new Promise<void>((resolve, reject) => {
    process_.once("exit", (code) => reject(new Error(`writer ended with ${code}`)));
    createInterface({ input: process_.stdout! }).on("line", (line) => {
      if (line.startsWith("child ")) writer.childPid = Number(line.slice(6));
      else if (line.startsWith("found ")) writer.found = new Set(JSON.parse(line.slice(6)) as number[]);
      else writer.acknowledged.push(Number(line));
      if (writer.acknowledged.length === 20) resolve();
    });
  });
  return writer;
}

async function untilGone(pid: number, limitMs: number): Promise<void> {
  const begun = performance.now();
  while (identify(pid) !== null) {
    if (performance.now() - begun > limitMs) throw new Error(`process ${pid} still runs after ${limitMs} ms`);
    await sleep(20);
  }
}

/** Seconds that the cores gave to a process, whoever else was busy; Linux counts them in hundredths. */
function workedSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // After the name, which may hold anything: state is field 3, user and system time are 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "village-lens-test-"));
  await copyTemplate(dataDir);
});

afterEach(async () => {
  for (const writer of writers.splice(0)) writer.kill("SIGKILL");
  for (const database of opened.splice(0).reverse()) await database.close();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

describe("what is committed", () => {
  it("is on the disk: by fsync of the log at every commit, of files and folders at a checkpoint", async () => {
    const database = await open();
    expect((await database.pool.query("show fsync")).rows).toEqual([{ fsync: "on" }]);
    await database.close();
    const db = await PGlite.create(join(dataDir, "postgres"), { startParams: [...DURABLE_PARAMETERS] });
    makeDurable(db);
    // The name of each file that it writes to the disk, by the call that does.
    const { stream_ops: calls } = nodeFiles(db);
    const toDisk = calls.fsync!;
    const written: string[] = [];
    calls.fsync = (file) => {
      written.push((file as unknown as { path: string }).path.replace("/pglite/data/", ""));
      const result = toDisk(file);
      expect(result).toBe(0);
      return result;
    };
    try {
      await db.exec("create table public.note (a int)");
      written.length = 0;
      await db.exec("insert into public.note values (1)");
      expect(written).toEqual([expect.stringMatching(/^pg_wal\/[0-9A-F]{24}$/)]);
      await db.exec("checkpoint");
      expect(written).toEqual(expect.arrayContaining(["global/pg_control", "pg_commit_ts"]));
      expect(toDisk({ nfd: 1_000_000, node: null })).toBe(29);
    } finally {
      await db.close();
    }
  });
});

describe("starting and joining", () => {
  it("refuses a server on a data directory in use and names the process", async () => {
    await open({ join: false });
    await expect(open({ join: false })).rejects.toThrow(
      `database in ${dataDir} is in use by process ${process.pid}: stop that process first, or set another DATA_DIR`,
    );
  });

  it("lets commands join, and the starter waits for them before it stops", async () => {
    const progress: string[] = [];
    const onProgress: Progress = ({ what }) => progress.push(what);
    const [one, two] = await Promise.all([open({ onProgress }), open({ onProgress })]);
    expect([one, two].filter((database) => database.childPid() !== null)).toHaveLength(1);
    const [starter, joined] = one.childPid() === null ? [two, one] : [one, two];
    await joined.knex.raw("create table public.note (a text)");
    let isStopped = false;
    const stopping = starter.close().then(() => (isStopped = true));
    await expect
      .poll(() => progress.at(-1), { timeout: 10_000 })
      .toBe("waiting for 1 other connection(s) to the embedded database to end");
    expect(isStopped).toBe(false);
    await joined.knex.raw("insert into public.note values ('still here')");
    await joined.close();
    await stopping;
    const again = await open({ join: false });
    expect((await again.pool.query("select a from public.note")).rows).toEqual([{ a: "still here" }]);
  });

  it("starts two servers at a time as one server and one refusal", async () => {
    const results = await Promise.allSettled([open({ join: false }), open({ join: false })]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("keeps its socket from other accounts, in a private directory where the path would be too long", async () => {
    const short = await open();
    expect((await stat(join(dataDir, "run"))).mode & 0o077).toBe(0);
    await short.close();
    const deep = join(dataDir, "d".repeat(100));
    await copyTemplate(deep);
    const long = await openDatabase({ databaseUrl: null, dataDir: deep });
    opened.push(long);
    const directory = new URL(long.connectionString.replace("@/", "@host/")).searchParams.get("host")!;
    expect(directory.startsWith(tmpdir())).toBe(true);
    expect((await stat(directory)).mode & 0o077).toBe(0);
    await long.close();
    await expect(stat(directory)).rejects.toThrow(/ENOENT/);
  });

  it("makes a half-made database anew with 30 s of work at most", async () => {
    await rm(join(dataDir, "postgres/global"), { recursive: true });
    await writeFile(join(dataDir, "postgres.unfinished"), "");
    const database = await open();
    expect(workedSeconds(database.childPid()!)).toBeLessThan(30);
    expect((await database.pool.query("select st_astext(st_point(1, 2)) as p")).rows).toEqual([
      { p: "POINT(1 2)" },
    ]);
  });
});

describe("kill -9", () => {
  it("loses no acknowledged row, whoever is killed and whenever", async () => {
    const acknowledged: number[] = [];
    // Whoever opens the database next recovers it: the next writer, and a reader in the end.
    const expectAll = (found: ReadonlySet<number>): void =>
      expect(acknowledged.filter((n) => !found.has(n))).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.integer({ min: 0, max: 400 }), async (killsOwner, afterMs) => {
        const writer = await startWriter((acknowledged.at(-1) ?? 0) + 2);
        expectAll(writer.found);
        await sleep(afterMs);
        const ended = once(writer.process, "exit");
        process.kill(killsOwner ? writer.process.pid! : writer.childPid, "SIGKILL");
        await ended;
        acknowledged.push(...writer.acknowledged);
      }),
      { numRuns: 6, seed: 20191, endOnFailure: true },
    );
    const database = await open({ join: false });
    expectAll(await intactRows(database));
    expect(acknowledged.length).toBeGreaterThan(6 * 20 - 1);
  });

  it("of the owner ends the database while it computes, long before its statement is done", async () => {
    const writer = await startWriter(1);
    const client = await open();
    expect(client.childPid()).toBeNull();
    const busy = client.pool
      .query("select count(*) from generate_series(1, 1000000000)")
      .catch((error: unknown) => error);
    await sleep(300);
    writer.process.kill("SIGKILL");
    // Counting so far takes minutes; idle, the machine is rid of it in a second.
    await untilGone(writer.childPid, 20_000);
    expect(isDatabaseUnavailable(await busy)).toBe(true);
  });

  it("of the database is seen as unavailable, then all is well by itself", async () => {
    const database = await open({ join: false });
    await database.knex.raw("create table public.kept as select 42 as n");
    const killed = database.childPid()!;
    process.kill(killed, "SIGKILL");
    await untilGone(killed, 20_000);
    const failure = await database.pool.query("select 1").catch((error: unknown) => error);
    expect(isDatabaseUnavailable(failure), String(failure)).toBe(true);
    const begun = performance.now();
    let rows: unknown[] = [];
    while (rows.length === 0 && performance.now() - begun < 60_000) {
      rows = await database.knex.raw("select n from public.kept").then(
        (result: { rows: unknown[] }) => result.rows,
        (error: unknown) => {
          expect(isDatabaseUnavailable(error), String(error)).toBe(true);
          return sleep(100, []);
        },
      );
    }
    expect(rows).toEqual([{ n: 42 }]);
    expect(database.childPid()).not.toBe(killed);
  });
});
