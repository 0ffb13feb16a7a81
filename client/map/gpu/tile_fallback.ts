// Which tiles to draw: the right ones where they are there, coarser or finer ones in their place while they are not.

import type { Map as MapLibreMap } from "maplibre-gl";
import type { TileName } from "#client/map/tiles_store.ts";

/** CSS pixels of a tile at its own zoom. */
export const TILE_PX = 512;

export interface TileId {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

export const nameOf = ({ z, x, y }: TileId): TileName => `${z}/${x}/${y}`;

/** The tiles of a level that cover the screen. */
export const coveringTiles = (
  map: MapLibreMap,
  { minZoom, maxZoom }: { readonly minZoom: number; readonly maxZoom: number },
): TileId[] =>
  map
    .coveringTiles({ tileSize: TILE_PX, minzoom: minZoom, maxzoom: maxZoom })
    .map(({ canonical: { z, x, y } }) => ({ z, x, y }));

/** A tile to draw, and the tile whose frame it must not leave. */
export interface TileDraw {
  readonly tile: TileId;
  readonly frame: TileId;
}

/** Zooms below a missing tile at which finer stand-ins are sought. */
const FINER_ZOOMS = 2;

function finer(tile: TileId, isReady: (tile: TileId) => boolean, left: number): TileDraw[] {
  if (isReady(tile)) return [{ tile, frame: tile }];
  if (left === 0) return [];
  const z = tile.z + 1;
  return [0, 1, 2, 3].flatMap((i) =>
    finer({ z, x: 2 * tile.x + (i & 1), y: 2 * tile.y + (i >> 1) }, isReady, left - 1),
  );
}

/** What to draw for the tiles in view; frames never overlap, so no area is drawn twice at a point. */
export function drawsFor(
  inView: readonly TileId[],
  isReady: (tile: TileId) => boolean,
  minZoom: number,
): TileDraw[] {
  return inView.flatMap((frame) => {
    if (isReady(frame)) return [{ tile: frame, frame }];
    for (let up = 1; frame.z - up >= minZoom; up++) {
      const tile = { z: frame.z - up, x: frame.x >> up, y: frame.y >> up };
      if (isReady(tile)) return [{ tile, frame }];
    }
    return finer(frame, isReady, FINER_ZOOMS);
  });
}
