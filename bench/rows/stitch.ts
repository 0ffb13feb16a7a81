// A tile with new values: ours joins a prefix with a tail, a tile server on PostGIS makes it anew.

import type { TileColumn } from "#tiles/tile";
import { valuesOf } from "#bench/decode";
import type { PeerTiles } from "#bench/peer";
import { alternate, type Measured } from "#bench/rounds";
import type { BenchContext, Benchmark, Figure, Row } from "#bench/row";
import { sampleTiles, type SampleTile } from "#bench/samples";
import { mean } from "#bench/statistics";
import { columnsOf, forgetfulStore, paintOf } from "#bench/territory";
import { stitchGzip } from "#tiles/fixtures/whole_tile";

/** Times that our side goes through the list in a round, with other values each time. */
const PASSES = 20;

interface Weight {
  readonly bytes: number;
  readonly areas: number;
}

const figureOf = (label: string, measured: Measured, { bytes, areas }: Weight): Figure => ({
  label,
  value: measured.itemsPerCpuSecond,
  details: {
    "p50 ms": measured.p50Ms,
    "p99 ms": measured.p99Ms,
    "bytes per tile": bytes,
    "areas per tile": areas,
  },
});

/** Compares both sides' values area by area, and weighs their tiles; throws where one value differs. */
async function weigh(
  list: readonly SampleTile[],
  column: TileColumn,
  peer: PeerTiles,
): Promise<{ ours: Weight; theirs: Weight }> {
  const weights = { ours: [] as Weight[], theirs: [] as Weight[] };
  for (const { key, tile } of list) {
    const bodies = { ours: stitchGzip(tile, [column]), theirs: await peer.tileGzip(key) };
    const values = { ours: valuesOf(bodies.ours, key.level), theirs: valuesOf(bodies.theirs, key.level) };
    for (const [idx, value] of values.theirs)
      if (values.ours.has(idx) && values.ours.get(idx) !== value)
        throw new Error(
          `tile ${key.z}/${key.x}/${key.y}: area ${idx} is ${values.ours.get(idx)} here and ${value} there`,
        );
    for (const side of ["ours", "theirs"] as const)
      weights[side].push({ bytes: bodies[side].length, areas: values[side].size });
  }
  const summary = (side: readonly Weight[]): Weight => ({
    bytes: mean(side.map(({ bytes }) => bytes)),
    areas: mean(side.map(({ areas }) => areas)),
  });
  return { ours: summary(weights.ours), theirs: summary(weights.theirs) };
}

async function compare(
  { territory, isQuick, peer: openPeer }: BenchContext,
  name: string,
  list: readonly SampleTile[],
  columns: readonly TileColumn[],
): Promise<Row[]> {
  const peer = await openPeer();
  const weight = await weigh(list, columns[0]!, peer);
  const store = forgetfulStore(territory);
  const { rows } = await territory.database.pool.query<{ pid: number }>("select pg_backend_pid() as pid");
  const [stitched, cold, made] = await alternate(
    [
      {
        round(timed) {
          for (let pass = 0; pass < PASSES; pass++)
            list.forEach(({ tile }, at) =>
              timed(() => stitchGzip(tile, [columns[(at + pass) % columns.length]!])),
            );
        },
      },
      {
        pids: [rows[0]!.pid],
        async round(timed) {
          for (const [at, { key }] of list.entries())
            await timed(async () =>
              stitchGzip((await store.tiles.geometry(key))!, [columns[at % columns.length]!]),
            );
        },
      },
      {
        pids: [peer.pid],
        async round(timed) {
          for (const { key } of list) await timed(() => peer.tileGzip(key));
        },
      },
    ],
    isQuick ? { rounds: 2, seconds: 2 } : { rounds: 5, seconds: 30 },
  );
  const beside = figureOf("ST_AsMVT", made!, weight.theirs);
  const conditions = `${list.length} tiles, 1 column, gzip, concurrency 1, ${made!.rounds} rounds in turn, CPU of Node and PostgreSQL together`;
  const shared = { group: "new values", unit: "tiles/s per core", beside, conditions } as const;
  return [
    {
      ...shared,
      what: `${name}: geometry and column in memory`,
      ours: figureOf("stitched", stitched!, weight.ours),
    },
    {
      ...shared,
      what: `${name}: geometry read from the database`,
      ours: figureOf("read and stitched", cold!, weight.ours),
    },
  ];
}

export const stitchBenchmark: Benchmark = {
  name: "stitch",
  async run(context) {
    const { territory, isQuick } = context;
    const rows: Row[] = [];
    const levels = territory.levels.toReversed();
    for (const level of isQuick ? levels.slice(0, 2) : levels) {
      const columns = await paintOf(territory, columnsOf(territory, level));
      const sample = await sampleTiles(territory, territory.store, level);
      rows.push(...(await compare(context, `${level}, dense tiles`, sample.dense, columns)));
      if (sample.sparse.length > 0)
        rows.push(...(await compare(context, `${level}, sparse tiles`, sample.sparse, columns)));
    }
    return rows;
  },
};
