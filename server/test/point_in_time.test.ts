// Recovery of a native database to the moment before a bad import, from a base backup and the archived log.

import { execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openDatabase, type Database } from "#sql/connect";
import { migrate } from "#sql/migrate";
import { freePort } from "#sql/test/free_port";
import { serverPrograms } from "#sql/test/native_cluster";
import { publish } from "#server/release/publish";
import { verifyReleases } from "#server/release/verify";
import { loadDemo } from "./running.ts";
import { CENSUS, dataset, table } from "./small_dataset.ts";

const directory = mkdtempSync(join(tmpdir(), "village-lens-recovery-"));
const as = serverPrograms(directory);
const [data, base, archive] = ["data", "base", "archive"].map((name) => join(directory, name)) as [
  string,
  string,
  string,
];
const pg = (program: string, ...args: string[]): string =>
  execFileSync(...as(program, args), { cwd: directory, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** The folder whose server runs. */
let running: string | null = null;
function start(folder: string): void {
  pg("pg_ctl", "-D", folder, "-w", "-l", join(directory, "log"), "start");
  running = folder;
}
function stop(): void {
  if (running) pg("pg_ctl", "-D", running, "-m", "immediate", "stop");
  running = null;
}

afterAll(() => {
  stop();
  rmSync(directory, { recursive: true });
});

/** What must be the same again: rows, releases with the hash of their content, and what is wrong with either. */
async function stateOf(database: Database) {
  const { rows } = await database.pool.query(
    `select (select count(*)::int from fact.batch) as batches, (select count(*)::int from geo.area) as areas,
            (select count(*)::int from release.column) as columns,
            (select jsonb_agg(jsonb_build_array(number, state, note, content_hash) order by number) from release.release)
              as releases`,
  );
  return { ...rows[0], faults: (await verifyReleases(database, () => undefined)).faults };
}

it("brings back all that was published before a bad import, and nothing of it", async () => {
  pg("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale", "C.UTF-8");
  mkdirSync(archive);
  chmodSync(archive, 0o777);
  const port = await freePort();
  appendFileSync(
    join(data, "postgresql.conf"),
    `
port = ${port}
listen_addresses = '127.0.0.1'
unix_socket_directories = '${directory}'
fsync = off
archive_mode = on
archive_command = 'cp %p ${archive}/%f'
restore_command = 'cp ${archive}/%f %p'
recovery_target_name = 'before the bad import'
recovery_target_action = 'promote'
`,
  );
  start(data);
  const databaseUrl = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  const database = await openDatabase({ databaseUrl, dataDir: "" });
  await migrate(database);
  await loadDemo(database, dataset([table(CENSUS)]));
  await publish(database, "first");
  pg(
    "pg_basebackup",
    "-D",
    base,
    "-d",
    databaseUrl,
    "--checkpoint",
    "fast",
    "--wal-method",
    "none",
    "--no-sync",
  );
  await loadDemo(database, dataset([table([["V1", "2019", 9, 100]])]));
  await publish(database, "second, after the base backup");
  const before = await stateOf(database);
  expect(before).toMatchObject({
    releases: [
      [1, "published", "first", expect.any(String)],
      [2, "published", expect.any(String), expect.any(String)],
    ],
    faults: [],
  });
  await database.pool.query("select pg_create_restore_point('before the bad import')");

  await loadDemo(database, dataset([table([["V1", "2019", 99, 100]])]));
  await publish(database, "bad");
  await database.pool.query("truncate fact.batch cascade");
  expect(await stateOf(database)).not.toEqual(before);
  await database.pool.query("select pg_switch_wal()");
  await expect
    .poll(
      async () =>
        (
          await database.pool.query(
            "select last_archived_wal >= pg_walfile_name(pg_current_wal_lsn() - 1) as done from pg_stat_archiver",
          )
        ).rows[0],
    )
    .toEqual({ done: true });
  await database.close();
  stop();

  const begun = performance.now();
  writeFileSync(join(base, "recovery.signal"), "");
  start(base);
  const again = await openDatabase({ databaseUrl, dataDir: "" });
  try {
    await expect
      .poll(async () => (await again.pool.query("select pg_is_in_recovery() as is")).rows)
      .toEqual([{ is: false }]);
    process.stdout.write(`recovered in ${Math.round(performance.now() - begun)} ms\n`);
    expect(await stateOf(again)).toEqual(before);
  } finally {
    await again.close();
  }
});
