// The tile query alone under pgbench: what PostGIS gives without any server in front of it.

import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import type pg from "pg";
import { cpuSeconds } from "./cpu.ts";
import type { TileKey } from "#server/read/tiles/tile_store";
import { tileQuery } from "./peer.ts";

const execute = promisify(execFile);

export interface PgbenchResult {
  readonly tilesPerCpuSecond: number;
  readonly latencyMs: number;
}

/** The share of a core that pgbench's backend takes in the middle of a run of some seconds. */
async function backendShare(client: pg.Client, seconds: number): Promise<number> {
  await sleep(seconds * 300);
  const { rows } = await client.query<{ pid: number }>(
    "select pid from pg_stat_activity where application_name = 'pgbench'",
  );
  const pids = rows.map(({ pid }) => pid);
  const [wall, cpu, own] = [performance.now(), cpuSeconds(pids), cpuSeconds()];
  await sleep(seconds * 400);
  const spent = cpuSeconds(pids) - cpu - (cpuSeconds() - own);
  return spent / ((performance.now() - wall) / 1e3);
}

/** Runs the query over tiles picked at random for some seconds, with one client; a text where it cannot, with the reason. */
export async function runPgbench(
  client: pg.Client,
  databaseUrl: string,
  keys: readonly TileKey[],
  { scratch, seconds }: { readonly scratch: string; readonly seconds: number },
): Promise<PgbenchResult | string> {
  const { level } = keys[0]!;
  await client.query(
    "drop table if exists bench.place; create table bench.place (at integer primary key, z integer, x integer, y integer)",
  );
  await client.query(
    `insert into bench.place select (row_number() over ())::int, * from unnest($1::int[], $2::int[], $3::int[])`,
    [keys.map(({ z }) => z), keys.map(({ x }) => x), keys.map(({ y }) => y)],
  );
  const script = join(scratch, "tile.sql");
  const [name, z, x, y] = [`'${level}'`, ":z", ":x", ":y"];
  const query = tileQuery(level)
    .replaceAll("$1", name)
    .replaceAll("$2", z)
    .replaceAll("$3", x)
    .replaceAll("$4", y)
    .replaceAll(/\s+/g, " ");
  writeFileSync(
    script,
    `\\set at random(1, ${keys.length})\nselect z, x, y from bench.place where at = :at \\gset\n${query};\n`,
  );
  try {
    const running = execute(
      "pgbench",
      ["-n", "-M", "prepared", "-c", "1", "-T", String(seconds), "-f", script, databaseUrl],
      { env: { ...process.env, PGOPTIONS: "-c jit=off -c max_parallel_workers_per_gather=0" } },
    );
    const [{ stdout }, share] = await Promise.all([running, backendShare(client, seconds)]);
    const [, tps] = /^tps = ([\d.]+)/m.exec(stdout) ?? [];
    const [, latency] = /^latency average = ([\d.]+) ms/m.exec(stdout) ?? [];
    return { tilesPerCpuSecond: Number(tps) / share, latencyMs: Number(latency) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      return "pgbench is not on the path: it comes with PostgreSQL (Debian: postgresql)";
    throw error;
  }
}
