// The fixed list of tiles that is asked for again and again: dense ones and sparse ones, shuffled.

import type { Store, TileKey } from "../read/store.ts";
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

export const TILES_PER_LEVEL = 200;

/** Gives `count` of the items at even distances, or all of them. */
const evenly = <T>(items: readonly T[], count: number): T[] =>
  items.length <= count
    ? [...items]
    : Array.from({ length: count }, (_, at) => items[Math.floor((at * items.length) / count)]!);

/** Reads 200 tiles of a level, half of them dense; all tiles where there are fewer. */
export async function sampleTiles(
  { database, boundaryVersion }: Pick<Territory, "database" | "boundaryVersion">,
  store: Store,
  level: string,
): Promise<TileSample> {
  const { rows } = await database.pool.query<{ z: number; x: number; y: number }>(
    `select z, x, y from tile.geometry where boundary_version = $1 and level = $2
     order by feature_count desc, z, x, y`,
    [boundaryVersion, level],
  );
  const half = Math.min(TILES_PER_LEVEL / 2, Math.ceil(rows.length / 2));
  const read = async (places: readonly { z: number; x: number; y: number }[]): Promise<SampleTile[]> => {
    const sample: SampleTile[] = [];
    for (const { z, x, y } of shuffle(places)) {
      const key = { boundaryVersion, level, z, x, y };
      sample.push({ key, tile: (await store.tile(key))! });
    }
    return sample;
  };
  return { dense: await read(rows.slice(0, half)), sparse: await read(evenly(rows.slice(half), half)) };
}
