// A raster → a grey picture for every tile, as PNG.

import type { RasterGrid } from "#domain/context";
import { tilesOver, type TilePlace } from "#tiles/tile_place";
import { greyPng } from "./png.ts";
import { boundsOf, pyramidOf } from "./pyramid.ts";
import { pixelDegrees, TILE_PIXELS } from "./sample.ts";

const LOWEST_ZOOM = 3;
const HIGHEST_ZOOM = 11;
/** Pixels may be finer than the grid by this: its surface is smooth. */
const FINER = 1.6;

/** The highest zoom at which a grid still has something to say. */
export const finestZoom = ({ stepLon }: Pick<RasterGrid, "stepLon">): number => {
  let zoom = LOWEST_ZOOM;
  while (zoom < HIGHEST_ZOOM && pixelDegrees(zoom + 1) * FINER >= stepLon) zoom++;
  return zoom;
};

export interface CutPictures {
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds: [west: number, south: number, east: number, north: number];
  /** The tiles that hold something, lowest zoom first. */
  tiles(): Generator<TilePlace & { readonly bytes: Buffer }>;
}

/** The greys of a tile, a byte per pixel; null where all of it is `FLAT`. */
export type DrawTile = (pyramid: readonly RasterGrid[], place: TilePlace) => Uint8Array | null;

/** The pictures of a raster at all zooms. */
export function cutPictures(grid: RasterGrid, draw: DrawTile): CutPictures {
  const bounds = boundsOf(grid);
  const maxZoom = finestZoom(grid);
  return {
    minZoom: LOWEST_ZOOM,
    maxZoom,
    bounds,
    *tiles() {
      const pyramid = pyramidOf(grid);
      for (let z = LOWEST_ZOOM; z <= maxZoom; z++)
        for (const place of tilesOver(bounds, z)) {
          const pixels = draw(pyramid, place);
          if (pixels) yield { ...place, bytes: greyPng(pixels, TILE_PIXELS, TILE_PIXELS) };
        }
    },
  };
}
