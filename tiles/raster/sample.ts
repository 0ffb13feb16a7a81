// What a raster says at the pixels of a tile, as a smooth surface.

import type { RasterGrid } from "#domain/context";
import { latitudeOf } from "#tiles/grid";
import type { TilePlace } from "#tiles/tile_place";

/** Pixels along a side of a tile. */
export const TILE_PIXELS = 512;
/** The byte that adds nothing to what lies under it; darker ones are shadow, brighter ones light. */
export const FLAT = 128;
/** Steps of shadow and of light; two apart, since finer ones are not seen and take more bytes. */
export const STEPS = 63;

const lonOf = (u: number): number => u * 360 - 180;

/** Degrees of longitude of a pixel. */
export const pixelDegrees = (z: number): number => 360 / (2 ** z * TILE_PIXELS);

/** For every place along an axis the first of four nodes, and their weights in a uniform cubic B-spline. */
function taps(places: Float64Array): { first: Int32Array; weights: Float32Array } {
  const first = new Int32Array(places.length);
  const weights = new Float32Array(4 * places.length);
  places.forEach((place, at) => {
    const node = Math.floor(place);
    const t = place - node;
    const s = 1 - t;
    first[at] = node - 1;
    weights.set(
      [
        (s * s * s) / 6,
        (3 * t * t * t - 6 * t * t + 4) / 6,
        (3 * s * s * s - 6 * s * s + 4) / 6,
        (t * t * t) / 6,
      ],
      4 * at,
    );
  });
  return { first, weights };
}

/** Values at the pixels of a tile and one pixel around it, NaN outside of the grid. */
export function valuesAt(grid: RasterGrid, { z, x, y }: TilePlace): Float32Array {
  const side = TILE_PIXELS + 2;
  const world = 2 ** z * TILE_PIXELS;
  const at = (tile: number, pixel: number): number => (tile * TILE_PIXELS + pixel - 0.5) / world;
  const across = taps(
    Float64Array.from({ length: side }, (_, i) => (lonOf(at(x, i)) - grid.west) / grid.stepLon),
  );
  const down = taps(
    Float64Array.from({ length: side }, (_, i) => (grid.north - latitudeOf(at(y, i))) / grid.stepLat),
  );
  // First along the rows of the grid that are needed, then down the columns of the tile.
  const [top, bottom] = [down.first[0]!, down.first[side - 1]! + 3];
  const along = new Float32Array(side * (bottom - top + 1)).fill(Number.NaN);
  for (let row = Math.max(0, top); row <= Math.min(grid.rows - 1, bottom); row++)
    for (let i = 0; i < side; i++) {
      const column = across.first[i]!;
      if (column < 0 || column + 3 >= grid.columns) continue;
      const start = row * grid.columns + column;
      let sum = 0;
      for (let k = 0; k < 4; k++) sum += across.weights[4 * i + k]! * grid.values[start + k]!;
      along[(row - top) * side + i] = sum;
    }
  const values = new Float32Array(side * side);
  for (let j = 0; j < side; j++) {
    const start = (down.first[j]! - top) * side;
    for (let i = 0; i < side; i++) {
      let sum = 0;
      for (let k = 0; k < 4; k++) sum += down.weights[4 * j + k]! * along[start + k * side + i]!;
      values[j * side + i] = sum;
    }
  }
  return values;
}

/** The grid of a pyramid to read a zoom from: the coarsest whose step is still finer than a pixel, else the finest. */
export function gridFor(pyramid: readonly RasterGrid[], z: number): RasterGrid {
  return pyramid.findLast(({ stepLon }) => stepLon <= pixelDegrees(z)) ?? pyramid[0]!;
}
