// The same tiles from others that read the same PostGIS: Mapnik, and the bare query under pgbench.

import type { TileColumn } from "#tiles/tile";
import { valuesOf } from "#bench/decode";
import { openMapnik, type MapnikTiles } from "#bench/mapnik";
import { runPgbench } from "#bench/pgbench";
import { alternate, type Candidate, type Measured } from "#bench/rounds";
import type { Benchmark, Figure, Row } from "#bench/row";
import { sampleTiles, type SampleTile } from "#bench/samples";
import { mean } from "#bench/statistics";
import { columnsOf, paintOf } from "#bench/territory";
import { stitchGzip } from "#tiles/fixtures/whole_tile";

/** Times that our side goes through the list in a round. */
const PASSES = 20;

/** Throws unless Mapnik finds the same areas and values in our tiles as we do; gives how many areas it read. */
function checkReading(mapnik: MapnikTiles, list: readonly SampleTile[], column: TileColumn): number {
  let areas = 0;
  for (const { key, tile } of list) {
    const body = stitchGzip(tile, [column]);
    const own = valuesOf(body, key.level);
    const read = mapnik.read(key, body);
    if (read.size !== own.size)
      throw new Error(`Mapnik reads ${read.size} areas of ${own.size} in ${key.z}/${key.x}/${key.y}`);
    for (const [idx, value] of read)
      if ((typeof value === "number" ? value : undefined) !== own.get(idx))
        throw new Error(`Mapnik reads ${value} for area ${idx}, which is ${own.get(idx)}`);
    areas += read.size;
  }
  return areas;
}

const figureOf = (label: string, measured: Measured, bytes: number): Figure => ({
  label,
  value: measured.itemsPerCpuSecond,
  details: { "p50 ms": measured.p50Ms, "p99 ms": measured.p99Ms, "bytes per tile": bytes },
});

export const peersBenchmark: Benchmark = {
  name: "peers",
  async run({ territory, isQuick, scratch, peer: openPeer }) {
    const level = territory.lowestLevel;
    const peer = await openPeer();
    const [column] = await paintOf(territory, columnsOf(territory, level, 1));
    const sample = await sampleTiles(territory, territory.store, level);
    const list = [...sample.dense, ...sample.sparse];
    const mapnik = openMapnik(territory, level);
    const candidates: Candidate[] = [
      {
        round(timed) {
          for (let pass = 0; pass < PASSES; pass++)
            for (const { tile } of list) timed(() => stitchGzip(tile, [column!]));
        },
      },
    ];
    let mapnikBytes = 0;
    let areasRead = 0;
    if (typeof mapnik !== "string") {
      areasRead = checkReading(mapnik, list, column!);
      const bodies: Buffer[] = [];
      for (const { key } of list) bodies.push(await mapnik.tileGzip(key));
      mapnikBytes = mean(bodies.map(({ length }) => length));
      const [first] = list;
      const ours = valuesOf(stitchGzip(first!.tile, [column!]), level);
      for (const [idx, value] of valuesOf(bodies[0]!, level))
        if (ours.has(idx) && ours.get(idx) !== value)
          throw new Error(`area ${idx} is ${ours.get(idx)} here and ${value} by Mapnik`);
      const { rows } = await peer.client.query<{ pid: number }>(
        "select pid from pg_stat_activity where datname = current_database() and application_name = '' and pid <> pg_backend_pid()",
      );
      candidates.push({
        pids: rows.map(({ pid }) => pid),
        async round(timed) {
          for (const { key } of list) await timed(() => mapnik.tileGzip(key));
        },
      });
    }
    const [stitched, made] = await alternate(
      candidates,
      isQuick ? { rounds: 2, seconds: 4 } : { rounds: 4, seconds: 30 },
    );
    const bytes = mean(list.map(({ tile }) => stitchGzip(tile, [column!]).length));
    const keys = list.map(({ key }) => key);
    const bare = await runPgbench(peer.client, territory.databaseUrl, keys, {
      scratch,
      seconds: isQuick ? 3 : 15,
    });
    const shared = {
      group: "new values",
      unit: "tiles/s per core",
      ours: figureOf("stitched", stitched!, bytes),
    } as const;
    const rows: Row[] = [
      {
        ...shared,
        what: `${level}: against Mapnik`,
        beside:
          typeof mapnik === "string" || !made
            ? String(mapnik)
            : figureOf(`Mapnik ${mapnik.version} on the same tables`, made, mapnikBytes),
        conditions: `${list.length} tiles, dense and sparse, 1 column, gzip, concurrency 1, in turn; CPU of Node with Mapnik's threads and of PostgreSQL together${areasRead > 0 ? `; Mapnik read all our tiles, validated: the same ${areasRead} areas and values` : ""}`,
      },
      {
        ...shared,
        what: `${level}: against the query alone`,
        beside:
          typeof bare === "string"
            ? bare
            : {
                label: "ST_AsMVT under pgbench, 1 client, not packed",
                value: bare.tilesPerCpuSecond,
                details: { "average ms": bare.latencyMs },
              },
        conditions: `the same ${list.length} tiles, for pgbench picked at random; pgbench's figure is per second of its backend's CPU time`,
      },
    ];
    return rows;
  },
};
