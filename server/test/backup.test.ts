// Backup and restore: what comes back publishes the same bytes, and what is damaged is refused and leaves nothing.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createNativeDatabase } from "#sql/test/native_cluster";
import { DATABASES, type TestDatabase } from "#sql/test/databases";
import { ready, run } from "./processes.ts";
import { WITH_DEMO } from "./running.ts";

const ASKED = ["/api/catalog", "/api/values?indicator=mpi&period=2022&level=village"];

/** What a server over a database answers. */
async function answersOf(environment: Record<string, string>): Promise<string[]> {
  const server = run("server/main.ts", [], { PORT: "0", ...environment });
  try {
    const base = await ready(server);
    const tile = "/tiles/1/internal/county/6/50/27.mvt?c=mpi@2022";
    return await Promise.all([...ASKED, tile].map(async (path) => (await fetch(base + path)).text()));
  } finally {
    server.child.kill("SIGTERM");
    await server.finished;
  }
}

/** Takes everything of ours out of a database. */
async function emptied(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ names: string }>(
    `select string_agg(quote_ident(nspname), ', ') as names from pg_namespace
     where nspname !~ '^pg_' and nspname not in ('public', 'information_schema')`,
  );
  await client.query(`drop schema ${rows[0]!.names} cascade`);
  await client.end();
}

describe.each(DATABASES)("a backup ($name)", (kind) => {
  const folder = mkdtempSync(join(tmpdir(), "village-lens-backup-test-"));
  const file = join(folder, "backup.tar.gz");
  let test: TestDatabase;
  /** Drops what was made for a restore. */
  const drops: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    test = await kind.open(WITH_DEMO);
  });
  afterAll(async () => {
    await test.drop();
    for (const drop of drops) await drop();
    rmSync(folder, { recursive: true });
  });

  const of = ({ dataDir, databaseUrl }: TestDatabase["config"]) => ({
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl ?? "",
  });

  /** An empty place of the same kind. */
  async function emptyPlace(name: string) {
    const place = { dataDir: join(folder, name), databaseUrl: null as string | null };
    if (kind.name === "native") {
      const { url, drop } = await createNativeDatabase();
      drops.push(drop);
      await emptied(url);
      place.databaseUrl = url;
    }
    return of(place);
  }

  it("is made beside whoever uses the database, for one's own account alone", async () => {
    const made = await run("server/cli/lens.ts", ["backup", file], of(test.config)).finished;
    expect(made).toMatchObject({ status: 0, stdout: expect.stringMatching(/1 releases, \d+\.\d MB/) });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["backup.tar.gz"]);
  });

  it("comes back in an empty place with the same answers, byte for byte", async () => {
    await test.database.close();
    const log = async (environment: Record<string, string>): Promise<string[]> =>
      (await run("server/cli/lens.ts", ["audit"], environment).finished).stdout.trim().split("\n");
    // Before a server runs, which adopts plans for the demo by itself.
    const entries = await log(of(test.config));
    const before = await answersOf(of(test.config));
    const place = await emptyPlace("restored");
    const restored = await run("server/cli/lens.ts", ["restore", file], place).finished;
    expect(restored).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^restored 1 releases .* columns as they were published/m),
    });
    const kept = await log(place);
    expect(await answersOf(place)).toEqual(before);
    expect(kept.slice(0, -1)).toEqual(entries);
    expect(kept.at(-1)).toContain('"action":"restore"');
    const again = await run("server/cli/lens.ts", ["restore", file], place).finished;
    expect(again).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/holds (a database|one already)/),
    });
  });

  const DAMAGES: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
    ["cut short", (bytes: Buffer) => bytes.subarray(0, bytes.length - 1000)],
    [
      "changed",
      (bytes: Buffer) => {
        bytes[Math.floor(bytes.length / 2)]! ^= 0x55;
        return bytes;
      },
    ],
    ["no backup at all", () => Buffer.from("hello")],
  ];
  // The file is looked at before the database, so one of them shows it for the other kind as well.
  it.each(kind.name === "embedded" ? DAMAGES : DAMAGES.slice(1, 2))(
    "that is %s is refused, and leaves nothing",
    async (name, damage) => {
      const damagedFile = join(folder, `${name}.tar.gz`);
      writeFileSync(damagedFile, damage(readFileSync(file)));
      const place = await emptyPlace(`place ${name}`);
      const { status, stderr } = await run("server/cli/lens.ts", ["restore", damagedFile], place).finished;
      expect(status).toBe(1);
      expect(stderr).toContain("is no whole backup");
      expect(stderr).toContain("nothing was restored");
      expect(readdirSync(place.DATA_DIR)).toEqual([]);
    },
  );
});
