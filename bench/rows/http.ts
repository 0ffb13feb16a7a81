// Tiles over HTTP, gzip and identity: warm against nginx with the same bytes, with new values and cold against ST_AsMVT.

import type { ColumnEntry } from "#server/read/columns/column_entry";
import type { TileKey } from "#server/read/tiles/tile_store";
import { inTurn, type Candidate, type Times } from "#bench/in_turn";
import { fetchBytes, load, type Encoding } from "#bench/load";
import { startNginx } from "#bench/nginx";
import { startOurServer, startPeerServer } from "#bench/our_server";
import type { Benchmark, Row } from "#bench/row";
import { sampleTiles } from "#bench/samples";
import { mean, shuffle } from "#bench/statistics";
import { columnsOf } from "#bench/territory";

interface Plan {
  readonly connections: Readonly<Record<Encoding, readonly number[]>>;
  /** Seconds of load before anything is measured, until code is compiled. */
  readonly before: { readonly warm: number; readonly others: number };
  /** Warm tiles are compared with nginx, and that ratio is a bar: shorter rounds give a different one. */
  readonly warm: Times;
  readonly others: Times;
}

const FULL: Plan = {
  connections: { gzip: [1, 8, 32], identity: [1, 8, 32] },
  before: { warm: 3, others: 3 },
  warm: { rounds: 4, seconds: 1 },
  others: { rounds: 4, seconds: 1 },
};
const QUICK: Plan = {
  connections: { gzip: [1, 32], identity: [32] },
  before: { warm: 2, others: 0.5 },
  warm: { rounds: 3, seconds: 0.5 },
  others: { rounds: 2, seconds: 0.25 },
};
const ENCODINGS: readonly Encoding[] = ["gzip", "identity"];
/** For caches that shall not help. */
const SMALL_MB = 1;

const counted = (connections: number): string => `${connections} connection${connections === 1 ? "" : "s"}`;

export const httpBenchmark: Benchmark = {
  name: "http",
  async run(context) {
    const { territory, isQuick, scratch } = context;
    const plan = isQuick ? QUICK : FULL;
    const level = territory.lowestLevel;
    const entries = columnsOf(territory, level);
    const sample = await sampleTiles(territory, territory.store, level);
    const tiles = shuffle([...sample.dense, ...sample.sparse].map(({ key }) => key));
    const pathOf = ({ z, x, y }: TileKey, { indicator, period }: ColumnEntry): string =>
      `/tiles/${territory.release.number}/internal/${level}/${z}/${x}/${y}.mvt?c=${indicator}@${period}`;
    const paths = tiles.map((key) => pathOf(key, entries[0]!));
    const many = shuffle(tiles.flatMap((key) => entries.map((entry) => pathOf(key, entry))));
    // Its tables; the server is another process.
    await context.peer();

    const bodies = { CACHE_BODIES_MB: `${SMALL_MB}` };
    const [ours, stitching, cold, peer] = await Promise.all([
      startOurServer(context),
      startOurServer(context, bodies),
      startOurServer(context, { ...bodies, CACHE_TILES_MB: `${SMALL_MB}` }),
      startPeerServer(context, SMALL_MB << 20),
    ]);
    // Geometry and columns into memory, which is what "new values" takes for granted.
    for (const { port } of [stitching, cold])
      for (const path of [...paths, ...entries.map((entry) => pathOf(tiles[0]!, entry))])
        await fetchBytes(port, path);
    // Until their code is compiled.
    for (const [port, asked, seconds] of [
      [ours.port, paths, plan.before.warm],
      [stitching.port, many, plan.before.others],
      [cold.port, many, plan.before.others],
    ] as const)
      await load({ port, paths: asked, connections: 8, encoding: "gzip", seconds });
    const rows: Row[] = [];
    try {
      for (const encoding of ENCODINGS) {
        const files = new Map<string, Buffer>();
        for (const [at, path] of paths.entries())
          files.set(`${at}.mvt`, await fetchBytes(ours.port, path, encoding));
        const bytes = Math.round(mean([...files.values()].map(({ length }) => length)));
        const nginx = await startNginx(scratch, files, encoding);
        for (const connections of plan.connections[encoding]) {
          const finished: Candidate[] = [{ label: "our server, 1 process", ...ours, paths }];
          if (typeof nginx !== "string")
            finished.push({
              label: `${nginx.version}, 1 worker, same bytes from disk`,
              port: nginx.port,
              pid: nginx.pid,
              paths: [...files.keys()].map((name) => `/${name}`),
            });
          const candidates: Candidate[] = [
            { label: `stitched for each request, ${entries.length} columns`, ...stitching, paths: many },
            { label: "read from the database for each request", ...cold, paths: many },
            {
              label: "plain server on pg with ST_AsMVT, cache and gzip, 10 connections",
              port: peer.port,
              paths: tiles.map(({ z, x, y }) => `/${level}/${z}/${x}/${y}`),
            },
          ];
          const [warm, disk] = await inTurn(finished, { connections, encoding }, plan.warm);
          const [stitched, read, made] = await inTurn(candidates, { connections, encoding }, plan.others);
          const what = `${encoding}, ${counted(connections)}`;
          const shared = { group: "HTTP", unit: "requests/s" } as const;
          const conditions = ({ rounds, seconds }: Times): string =>
            `keep-alive; ${paths.length} tiles of level ${level}, dense and sparse, ${bytes} bytes on average; client, servers and database share the cores; ${rounds} rounds of ${seconds} s in turn`;
          const bounded = `${conditions(plan.others)}; finished tiles bounded to ${SMALL_MB} MB on both sides`;
          rows.push(
            {
              ...shared,
              what: `warm, ${what}`,
              ours: warm!,
              beside: disk ?? String(nginx),
              conditions: conditions(plan.warm),
            },
            {
              ...shared,
              what: `new values, ${what}`,
              ours: stitched!,
              beside: made!,
              conditions: bounded,
            },
            {
              ...shared,
              what: `cold, ${what}`,
              ours: read!,
              beside: made!,
              conditions: `${bounded}, so is geometry on ours`,
            },
          );
        }
        if (typeof nginx !== "string") await nginx.stop();
      }
      return rows;
    } finally {
      await Promise.all([ours, stitching, cold, peer].map((server) => server.stop()));
    }
  },
};
