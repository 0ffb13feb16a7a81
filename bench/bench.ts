// `npm run bench`: makes the demo in a throw-away database, runs the benchmarks, writes one table.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { progressTo } from "#server/progress";
import { removeMade } from "#server/test/made_releases";
import { BENCHMARKS } from "./benchmarks.ts";
import { machineNow } from "./machine.ts";
import { parseOptions, USAGE, type Options } from "./options.ts";
import { openPeer, type PeerTiles } from "./peer.ts";
import type { Row } from "./row.ts";
import { markdown, type Results } from "./table.ts";
import { columnsOf, openNational, openTerritory, paintOf, type Territory } from "./territory.ts";

const RESULTS = fileURLToPath(new URL("./results", import.meta.url));

/** Years of the demo in a quick run; no measurement reads more than one at a time. */
const QUICK_YEARS = 3;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Opens the tile server that ours is compared with, over the first column of every level. */
async function makePeer(territory: Territory): Promise<PeerTiles> {
  const columns = new Map();
  for (const level of territory.levels)
    columns.set(level, (await paintOf(territory, columnsOf(territory, level, 1)))[0]!);
  return openPeer(territory, columns);
}

/** Ends the process on a signal, which alone would leave database, servers, files and, in the country, drafts behind. */
function cleanUpOnSignal(national: () => Promise<Territory> | null): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      say(`stopped by ${signal}`);
      void Promise.resolve(national())
        .then((country) => country && removeMade(country))
        .catch((error: unknown) => say(String(error)))
        .finally(() => process.exit(1));
    });
}

/** Results of all benchmarks; `keep` gets those so far after each, so that an interrupted run is not lost. */
async function run(options: Options, keep: (results: Results) => void): Promise<Results> {
  const start = performance.now();
  const { national: nationalUrl, ...shown } = options;
  const startedAt = new Date().toISOString();
  const machine = machineNow();
  const scratch = mkdtempSync(join(tmpdir(), "village-lens-bench-"));
  const onProgress = progressTo(process.stderr);
  process.once("exit", () => rmSync(scratch, { recursive: true, force: true }));
  let national: Promise<Territory> | null = null;
  cleanUpOnSignal(() => national);
  const { villages, isQuick } = options;
  const territory = await openTerritory(
    { villages, ...(isQuick ? { years: QUICK_YEARS } : {}) },
    scratch,
    onProgress,
  );
  let peer: Promise<PeerTiles> | null = null;
  try {
    const { rows: counts } = await territory.database.pool.query<{ tiles: number }>(
      "select count(*)::int as tiles from tile.geometry",
    );
    const rows: Row[] = [];
    const resultsNow = (): Results => ({
      startedAt,
      options: shown,
      machine: { ...machine, database: territory.database.version },
      territory: {
        areas: Object.fromEntries(
          territory.release.catalog.levels.map(({ id, areaCount }) => [id, areaCount]),
        ),
        tiles: counts[0]!.tiles,
        seedSeconds: territory.seedSeconds,
      },
      rows,
      seconds: (performance.now() - start) / 1e3,
    });
    const context = {
      territory,
      isQuick,
      soakSeconds: options.soakSeconds,
      scratch,
      onProgress,
      peer: () => (peer ??= makePeer(territory)),
      national: () => (nationalUrl === null ? null : (national ??= openNational(nationalUrl))),
    };
    for (const benchmark of BENCHMARKS.filter(({ name }) => options.only?.includes(name) ?? true)) {
      say(`${benchmark.name} …`);
      const from = performance.now();
      rows.push(...(await benchmark.run(context)));
      say(`${benchmark.name}: ${((performance.now() - from) / 1e3).toFixed(1)} s`);
      keep(resultsNow());
    }
    return resultsNow();
  } finally {
    await (await (peer as Promise<PeerTiles> | null))?.close();
    await (await (national as Promise<Territory> | null))?.close();
    await territory.close();
  }
}

/** Writes results as JSON and Markdown, named by date and villages. */
function write(results: Results): void {
  const path = join(RESULTS, `${results.startedAt.slice(0, 10)}-${results.options.villages}`);
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(`${path}.json`, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(`${path}.md`, markdown(results));
}

async function main(): Promise<void> {
  let options: Options;
  try {
    options = parseOptions(
      process.argv.slice(2),
      BENCHMARKS.map(({ name }) => name),
    );
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  const results = await run(options, options.only ? () => undefined : write);
  process.stdout.write(markdown(results));
}

await main();
