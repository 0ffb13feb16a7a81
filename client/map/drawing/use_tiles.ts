// Tiles of a level as geometry, for a drawing that is no map of MapLibre's.

import { skipToken, useQuery } from "@tanstack/react-query";
import type { TileLevel } from "#domain/contract/tiles";
import { geometryKey } from "#client/model/tile_level.ts";
import { tileGeometry } from "#client/map/tiles_store.ts";
import { tilesOf } from "./area_paths.ts";
import type { Frame, PlacedTile } from "./area_paths.ts";

export interface TilesState {
  /** Null until all are there. */
  readonly tiles: readonly PlacedTile[] | null;
  readonly hasFailed: boolean;
}

/** The tiles of a level that cover a frame; null asks for none. */
export function useTiles(level: TileLevel | null, frame: Frame | null): TilesState {
  const wanted = level && frame ? tilesOf(frame, level) : [];
  const names = wanted.map(({ z, x, y }) => `${z}/${x}/${y}` as const);
  const query = useQuery({
    queryKey: ["tiles", level && geometryKey(level), level?.release, names],
    queryFn:
      level === null
        ? skipToken
        : async ({ signal }) => {
            const geometries = await Promise.all(names.map((name) => tileGeometry(level, name, signal)));
            return geometries.flatMap((geometry, at): PlacedTile[] =>
              geometry ? [{ tile: wanted[at]!, geometry }] : [],
            );
          },
    // Tiles have been asked for again by then.
    retry: false,
    staleTime: Infinity,
    // The geometry is kept by the tile store.
    gcTime: 0,
  });
  return { tiles: query.data ?? null, hasFailed: query.isError };
}
