// The fixed list of tiles that is asked for again and again: dense ones and sparse ones, shuffled.

import { group, least, max } from "d3-array";
import type { Store } from "#server/read/store";
import type { TileKey } from "#server/read/tiles/tile_store";
import type { TileGeometry } from "#tiles/tile";
import type { Territory } from "./territory.ts";
import { shuffle } from "./statistics.ts";

export interface SampleTile {
  readonly key: TileKey;
  readonly tile: TileGeometry;
}

export interface TileSample {
  /** The tiles with the most areas. */
  readonly dense: readonly SampleTile[];
  /** Evenly from all others, by number of areas. */
  readonly sparse: readonly SampleTile[];
}

const TILES_PER_LEVEL = 200;

/** `count` of the items at even distances, or all of them. */
const evenly = <T>(items: readonly T[], count: number): T[] =>
  items.length <= count
    ? [...items]
    : Array.from({ length: count }, (_, at) => items[Math.floor((at * items.length) / count)]!);

/** Reads 200 tiles of a level from a zoom on, half of them dense; all tiles where there are fewer. */
export async function sampleTiles(
  { database, boundaryVersion }: Pick<Territory, "database" | "boundaryVersion">,
  store: Store,
  level: string,
  minZoom = 0,
): Promise<TileSample> {
  const { rows } = await database.pool.query<{ z: number; x: number; y: number }>(
    `select z, x, y from tile.geometry where boundary_version = $1 and level = $2 and z >= $3
     order by feature_count desc, z, x, y`,
    [boundaryVersion, level, minZoom],
  );
  const half = Math.min(TILES_PER_LEVEL / 2, Math.ceil(rows.length / 2));
  const read = async (places: readonly { z: number; x: number; y: number }[]): Promise<SampleTile[]> => {
    const sample: SampleTile[] = [];
    for (const { z, x, y } of shuffle(places)) {
      const key = { boundaryVersion, level, z, x, y };
      sample.push({ key, tile: (await store.tiles.geometry(key))! });
    }
    return sample;
  };
  return { dense: await read(rows.slice(0, half)), sparse: await read(evenly(rows.slice(half), half)) };
}

interface Place {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly areas: number;
  readonly bytes: number;
}

/**
 * Reads as many tiles of another territory's lowest level, at the same zooms, with as many areas or nearly so, and of
 * those with as many the ones whose geometry has about as many bytes.
 */
export async function similarTiles(
  { database, boundaryVersion, lowestLevel: level }: Territory,
  store: Store,
  sample: readonly SampleTile[],
): Promise<SampleTile[]> {
  const { rows } = await database.pool.query<Place>(
    `select z, x, y, feature_count as areas, octet_length(prefix_deflated) as bytes from tile.geometry
     where boundary_version = $1 and level = $2 order by z, x, y`,
    [boundaryVersion, level],
  );
  const free = group(rows, ({ z, areas }) => `${z} ${areas}`);
  const take = (z: number, areas: number, bytes: number): Place | undefined => {
    const places = free.get(`${z} ${areas}`) ?? [];
    const nearest = least(places, (place) => Math.abs(place.bytes - bytes));
    if (nearest) places.splice(places.indexOf(nearest), 1);
    return nearest;
  };
  const most = max(rows, ({ areas }) => areas) ?? 0;
  const found: SampleTile[] = [];
  for (const { key, tile } of sample) {
    const [areas, bytes] = [tile.idx.length, tile.prefixDeflated.length];
    let place;
    for (let off = 0; !place && off <= areas + most; off++)
      place = take(key.z, areas - off, bytes) ?? take(key.z, areas + off, bytes);
    if (!place) throw new Error(`no tile is left at zoom ${key.z} of level ${level}`);
    const { z, x, y } = place;
    const similar = { boundaryVersion, level, z, x, y };
    found.push({ key: similar, tile: (await store.tiles.geometry(similar))! });
  }
  return found;
}
