// People or built-up land → shadow on land that is emptier than what lies around it, of every tile as PNG.

import type { RasterGrid } from "#domain/context";
import type { TilePlace } from "#tiles/tile_place";
import { cutPictures, type CutPictures } from "./cut_pictures.ts";
import { widened } from "./pyramid.ts";
import { FLAT, gridFor, STEPS, TILE_PIXELS, valuesAt } from "./sample.ts";

/** Raise it when the same raster gives other bytes. */
export const SETTLEMENT_VERSION = 1;

/** Degrees of a node of what lies around, about 12 km: a whole county that is thinly settled is not shaded as one. */
const AROUND = 0.11;
/** Nodes that a smooth surface needs beyond a place. */
const MARGIN = 3;

/** How densely people live around, from the finest grid of a pyramid that is coarse enough. */
function surroundings(pyramid: readonly RasterGrid[]): RasterGrid {
  const coarse = pyramid.find(({ stepLon }) => stepLon >= AROUND) ?? pyramid.at(-1)!;
  return widened(coarse, MARGIN);
}

/** The picture of a tile: `FLAT` where land is settled as densely as around it or nothing is known, darker the emptier. */
function shadeEmpty(own: RasterGrid, around: RasterGrid, place: TilePlace): Uint8Array | null {
  const [values, means] = [valuesAt(own, place), valuesAt(around, place)];
  const side = TILE_PIXELS + 2;
  const bytes = new Uint8Array(TILE_PIXELS * TILE_PIXELS).fill(FLAT);
  let isFlat = true;
  for (let j = 0; j < TILE_PIXELS; j++)
    for (let i = 0; i < TILE_PIXELS; i++) {
      const pixel = (j + 1) * side + i + 1;
      const [value, mean] = [values[pixel]!, means[pixel]!];
      // Where nobody lives far and wide there is nothing to tell apart.
      if (!(mean > 0) || Number.isNaN(value)) continue;
      const steps = Math.round((1 - Math.min(1, Math.sqrt(Math.max(0, value) / mean))) * STEPS);
      if (steps === 0) continue;
      isFlat = false;
      bytes[j * TILE_PIXELS + i] = FLAT - 2 * steps;
    }
  return isFlat ? null : bytes;
}

/** The shadow on empty land by a grid of people or built-up land, in any unit. */
export function cutSettlement(grid: RasterGrid): CutPictures {
  let around: RasterGrid | null = null;
  return cutPictures(grid, (pyramid, place) => {
    around ??= surroundings(pyramid);
    const own = gridFor(pyramid, place.z);
    return own.stepLon < around.stepLon ? shadeEmpty(own, around, place) : null;
  });
}
