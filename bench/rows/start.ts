// From the start of the process to the first correct tile, on a native and on the embedded database, beside a plain server.

import { join } from "node:path";
import { demoDataset } from "#seeds/demo/dataset";
import { openDatabase } from "#sql/connect";
import { migrate } from "#sql/migrate";
import { loadDataset } from "#server/import/load/load";
import { publish } from "#server/release/publish";
import { fetchBytes } from "#bench/load";
import { startOurServer, startPeerServer } from "#bench/our_server";
import type { BenchContext, Benchmark, Figure } from "#bench/row";
import { sampleTiles } from "#bench/samples";
import { median } from "#bench/statistics";
import { columnsOf, paintOf, readTerritory, type Territory } from "#bench/territory";
import { stitchGzip } from "#tiles/fixtures/whole_tile";

/** A tile that a server shall give, and how it is then. */
interface Expected {
  readonly path: string;
  readonly peerPath: string;
  readonly body: Buffer;
}

async function expectedOf(territory: Territory): Promise<Expected> {
  const { lowestLevel: level, release } = territory;
  const [entry] = columnsOf(territory, level, 1);
  const [column] = await paintOf(territory, [entry!]);
  const { dense } = await sampleTiles(territory, territory.store, level);
  const { key, tile } = dense[0]!;
  const place = `${level}/${key.z}/${key.x}/${key.y}`;
  return {
    path: `/tiles/${release.number}/internal/${place}.mvt?c=${entry!.indicator}@${entry!.period}`,
    peerPath: `/${place}`,
    body: stitchGzip(tile, [column!]),
  };
}

/** Makes a demo without register in an embedded database, and leaves it closed. */
async function seedEmbedded(dataDir: string, villages: number, context: BenchContext): Promise<Expected> {
  const database = await openDatabase({ databaseUrl: null, dataDir });
  try {
    await migrate(database);
    await loadDataset(database, demoDataset({ villages }), {
      dryRun: false,
      importedBy: "bench",
      findings: [],
      onProgress: context.onProgress,
      tempDir: join(dataDir, "tmp"),
    });
    const number = await publish(database, "bench");
    const facts = { databaseUrl: "", seedSeconds: Number.NaN, close: () => database.close() };
    return await expectedOf(await readTerritory(database, facts, number));
  } finally {
    await database.close();
  }
}

/** Starts a server, asks for a tile, stops it, and gives milliseconds from before the start until the tile was there. */
async function firstTile(
  start: () => Promise<{ port: number; stop(): Promise<void> }>,
  path: string,
  expected: Buffer | null,
): Promise<number> {
  const from = performance.now();
  const server = await start();
  try {
    const body = await fetchBytes(server.port, path);
    const shown = performance.now() - from;
    if (expected && !expected.equals(body)) throw new Error(`${path}: another tile than the release says`);
    return shown;
  } finally {
    await server.stop();
  }
}

const figureOf = (label: string, ms: readonly number[]): Figure => ({
  label,
  value: median(ms),
  details: { "longest ms": Math.max(...ms) },
});

export const startBenchmark: Benchmark = {
  name: "start",
  async run(context) {
    const { territory, scratch, isQuick } = context;
    const rounds = isQuick ? 1 : 5;
    // That of the rows on opening where they ran before, which saves making a cluster.
    const dataDir = join(scratch, "embedded-0");
    const villages = isQuick ? 300 : 3_600;
    const embedded = await seedEmbedded(dataDir, villages, context);
    const native = await expectedOf(territory);
    // Its tables; the server is another process.
    await context.peer();
    const ms = { native: [] as number[], embedded: [] as number[], peer: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      ms.native.push(await firstTile(() => startOurServer(context), native.path, native.body));
      ms.embedded.push(
        await firstTile(
          () => startOurServer(context, { DATABASE_URL: "", DATA_DIR: dataDir }),
          embedded.path,
          embedded.body,
        ),
      );
      ms.peer.push(await firstTile(() => startPeerServer(context, 1 << 20), native.peerPath, null));
    }
    const shared = {
      group: "starting",
      unit: "ms",
      beside: figureOf("plain server on pg with ST_AsMVT", ms.peer),
      conditions: `from the start of the process to the last byte of a dense tile, compared byte for byte on ours; ${rounds} starts in turn`,
    } as const;
    return [
      {
        ...shared,
        what: "first correct tile, native database",
        ours: figureOf(`our server, ${territory.villages} villages`, ms.native),
      },
      {
        ...shared,
        what: "first correct tile, embedded database",
        ours: figureOf(`our server and its database, ${villages} villages`, ms.embedded),
      },
    ];
  },
};
