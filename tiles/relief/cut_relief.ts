// Heights → the relief of every tile, as PNG.

import type { HeightGrid } from "#domain/context";
import { tilesOver, type TilePlace } from "#tiles/tile_place";
import { boundsOf, pyramidOf } from "./height_grid.ts";
import { hillshade, pixelDegrees, TILE_PIXELS } from "./hillshade.ts";
import { greyPng } from "./png.ts";

/** Raise it when the same heights give other bytes. */
export const RELIEF_VERSION = 1;

const LOWEST_ZOOM = 3;
const HIGHEST_ZOOM = 11;
/** Pixels may be finer than the grid by this: its surface is smooth. */
const FINER = 1.6;

/** The highest zoom at which a grid still has something to say. */
export const reliefZoom = ({ stepLon }: Pick<HeightGrid, "stepLon">): number => {
  let zoom = LOWEST_ZOOM;
  while (zoom < HIGHEST_ZOOM && pixelDegrees(zoom + 1) * FINER >= stepLon) zoom++;
  return zoom;
};

export interface CutRelief {
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds: [west: number, south: number, east: number, north: number];
  /** The tiles with relief, lowest zoom first. */
  tiles(): Generator<TilePlace & { readonly bytes: Buffer }>;
}

/** The relief of a grid of heights: greys of 8 bits, of which `FLAT` is flat ground. */
export function cutRelief(grid: HeightGrid): CutRelief {
  const bounds = boundsOf(grid);
  const maxZoom = reliefZoom(grid);
  return {
    minZoom: LOWEST_ZOOM,
    maxZoom,
    bounds,
    *tiles() {
      const pyramid = pyramidOf(grid);
      for (let z = LOWEST_ZOOM; z <= maxZoom; z++)
        for (const place of tilesOver(bounds, z)) {
          const pixels = hillshade(pyramid, place);
          if (pixels) yield { ...place, bytes: greyPng(pixels, TILE_PIXELS, TILE_PIXELS) };
        }
    },
  };
}
