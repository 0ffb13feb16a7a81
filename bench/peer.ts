// How tile servers on PostGIS work: ST_AsMVT(ST_AsMVTGeom()) for every tile, through pg, gzip at level 1.

import { gzipSync } from "node:zlib";
import pg from "pg";
import { HAS_VALUE } from "#domain/missing";
import type { TileColumn } from "#tiles/tile";
import type { TileKey } from "#server/read/tiles/tile_store";
import type { Territory } from "./territory.ts";

/** As ours: a 64th of a tile. */
const BUFFER = 64;
const EXTENT = 4096;

/** The query of pg_tileserv and its like; every level has a table of its own. */
export const tileQuery = (level: string): string => `
  select ST_AsMVT(feature, $1, ${EXTENT}, 'geom', 'idx') as tile
  from (
    select idx, code, name, v0,
           ST_AsMVTGeom(geom, ST_TileEnvelope($2, $3, $4), ${EXTENT}, ${BUFFER}) as geom
    from bench.${pg.escapeIdentifier(level)}
    where geom && ST_TileEnvelope($2, $3, $4, margin => ${BUFFER / EXTENT})
  ) as feature
  where geom is not null`;

export interface PeerTiles {
  /** Process of its one connection. */
  readonly pid: number;
  readonly client: pg.Client;
  tile(key: TileKey): Promise<Buffer>;
  tileGzip(key: TileKey): Promise<Buffer>;
  close(): Promise<void>;
}

/**
 * Makes every level a table made for tiles: projected already, indexed, with the value of the column in the row, so that
 * the query neither joins nor reprojects; without JIT, by a prepared statement.
 */
export async function openPeer(
  { database, databaseUrl, boundaryVersion, release }: Territory,
  columns: ReadonlyMap<string, TileColumn>,
): Promise<PeerTiles> {
  await database.pool.query("create schema bench");
  for (const [level, { values, status }] of columns) {
    const table = `bench.${pg.escapeIdentifier(level)}`;
    await database.pool.query(`create table ${table} (
      idx integer primary key, code text, name text, v0 real, geom geometry (MultiPolygon, 3857))`);
    await database.pool.query(
      `insert into ${table}
       select area.idx, code, names ->> $3, given.value, ST_Transform(geometry, 3857)
       from geo.area area join unnest($4::real[]) with ordinality as given (value, at) on at = area.idx + 1
       where boundary_version = $1 and level = $2 and geometry is not null`,
      [
        boundaryVersion,
        level,
        release.catalog.defaultLanguage,
        Array.from(values, (value, idx) => (status[idx] === HAS_VALUE ? value : null)),
      ],
    );
    await database.pool.query(`create index on ${table} using gist (geom)`);
    await database.pool.query(`vacuum analyze ${table}`);
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("set jit = off; set max_parallel_workers_per_gather = 0");
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  const tile = async ({ level, z, x, y }: TileKey): Promise<Buffer> => {
    const { rows } = await client.query<{ tile: Buffer }>({
      name: `tile of ${level}`,
      text: tileQuery(level),
      values: [level, z, x, y],
    });
    return rows[0]!.tile;
  };
  return {
    pid: rows[0]!.pid,
    client,
    tile,
    tileGzip: async (key) => gzipSync(await tile(key), { level: 1 }),
    close: () => client.end(),
  };
}
