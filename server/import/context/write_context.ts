// Writes layers that were cut, inside the caller's transaction.

import type { Knex } from "knex";
import { query } from "#sql/query";
import type { Spill } from "#server/import/load/spill";
import type { CutContextLayer } from "./cut_context.ts";

const WRITE_BYTES = 4 << 20;
/** Of each layer: the one that is shown, and the one of pages that were opened before it came. */
const KEPT = 2;

/** Writes layers as the newest of their kind; of older ones the last stays. */
export async function writeContext(
  trx: Knex.Transaction,
  layers: readonly CutContextLayer[],
  spill: Spill,
): Promise<void> {
  for (const cut of layers) {
    const { layer, address, checksum, minZoom, maxZoom, bounds, featureCount } = cut;
    const old = `select id from context.layer where layer = ? and (address = ? or id not in
      (select id from context.layer where layer = ? order by id desc limit ${KEPT - 1}))`;
    await query(trx, `delete from context.tile where layer in (${old})`, [layer, address, layer]);
    await query(trx, `delete from context.layer where id in (${old})`, [layer, address, layer]);
    const [row] = await query<{ id: number }>(
      trx,
      `insert into context.layer (layer, address, checksum, min_zoom, max_zoom, bounds, feature_count)
       values (?, ?, ?, ?, ?, ?, ?) returning id`,
      [layer, address, checksum, minZoom, maxZoom, [...bounds], featureCount],
    );
    await writeTiles(trx, row!.id, cut.tiles, spill);
  }
}

async function writeTiles(
  trx: Knex.Transaction,
  id: number,
  tiles: CutContextLayer["tiles"],
  spill: Spill,
): Promise<void> {
  for (let start = 0; start < tiles.length;) {
    let bytes = 0;
    let end = start;
    while (end < tiles.length && (end === start || bytes < WRITE_BYTES))
      bytes += spill.sizeOf(tiles[end++]!.record);
    const run = tiles.slice(start, end);
    await query(
      trx,
      `insert into context.tile (layer, z, x, y, bytes) values ${run.map(() => "(?, ?, ?, ?, ?)").join()}`,
      run.flatMap(({ z, x, y, record }) => [id, z, x, y, spill.read(record)]),
    );
    start = end;
  }
}
