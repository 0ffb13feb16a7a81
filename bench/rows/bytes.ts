// Bytes of a tile, zoom by zoom.

import { TAIL_ENTRY_BYTES } from "#domain/split_tile_format";
import type { Benchmark, Row } from "#bench/row";
import { mean } from "#bench/statistics";
import { columnsOf, paintOf } from "#bench/territory";
import { stitchGzip } from "#tiles/fixtures/whole_tile";

const TILES_PER_ZOOM = 12;

export const bytesBenchmark: Benchmark = {
  name: "bytes",
  async run({ territory, peer: openPeer }) {
    const { database, boundaryVersion, lowestLevel: level, store } = territory;
    const peer = await openPeer();
    const columns = await paintOf(territory, columnsOf(territory, level, 1));
    const { rows: zooms } = await database.pool.query<{ z: number; tiles: number; biggest: number }>(
      `select z, count(*)::int as tiles,
              max(octet_length(prefix_deflated) + ${TAIL_ENTRY_BYTES} * feature_count) as biggest
       from tile.geometry where boundary_version = $1 and level = $2 group by z order by z`,
      [boundaryVersion, level],
    );
    const out: Row[] = [];
    for (const { z, tiles, biggest } of zooms) {
      const { rows: places } = await database.pool.query<{ x: number; y: number }>(
        `select x, y from (
           select x, y, row_number() over (order by feature_count, x, y) as rank from tile.geometry
           where boundary_version = $1 and level = $2 and z = $3
         ) ranked where (rank - 1) % $4 = 0`,
        [boundaryVersion, level, z, Math.ceil(tiles / TILES_PER_ZOOM)],
      );
      const bytes = { ours: [] as number[], theirs: [] as number[] };
      for (const { x, y } of places) {
        const key = { boundaryVersion, level, z, x, y };
        bytes.ours.push(stitchGzip((await store.tiles.geometry(key))!, columns).length);
        bytes.theirs.push((await peer.tileGzip(key)).length);
      }
      out.push({
        group: "bytes per tile",
        what: `${level}, zoom ${z}`,
        unit: "bytes",
        ours: { label: "stitched", value: mean(bytes.ours), details: { "biggest at most": biggest } },
        beside: { label: "ST_AsMVT", value: mean(bytes.theirs), details: {} },
        conditions: `mean of ${places.length} of ${tiles} tiles, sparse to dense, 1 column, gzip; ST_AsMVT with borders as detailed as in the database`,
      });
    }
    return out;
  },
};
