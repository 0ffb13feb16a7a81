// Shadow and light on the ground of one tile, relative to flat ground.

import type { HeightGrid } from "#domain/context";
import { latitudeOf } from "#tiles/grid";
import type { TilePlace } from "#tiles/tile_place";

/** Pixels along a side of a tile. */
export const TILE_PIXELS = 512;
/** The byte of flat ground; darker ones are shadow, brighter ones light. */
export const FLAT = 128;
/** Steps of shadow and of light; two apart, since finer ones are not seen and take more bytes. */
const STEPS = 63;

/** Lights 45° above the horizon: degrees clockwise from north, and the share of each. */
const LIGHTS = [
  [315, 0.7],
  [270, 0.12],
  [0, 0.12],
  [225, 0.06],
] as const;
const HALF = Math.SQRT1_2;
/** The sum of all lights as a share of east and north slope. */
const [EAST, NORTH] = LIGHTS.reduce(
  ([east, north], [azimuth, share]) => {
    const angle = (azimuth * Math.PI) / 180;
    return [east + share * Math.sin(angle), north + share * Math.cos(angle)];
  },
  [0, 0],
);
const EQUATOR_METRES = 40_075_017;
/** Metres of a pixel at which slopes are as they are; means over larger ones are flatter, which is made up for. */
const TRUE_PIXEL = 30;
const FLATTENING = 0.42;

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

/** Heights at the pixels of a tile and one pixel around it, NaN outside of the grid. */
function heightsOf(grid: HeightGrid, { z, x, y }: TilePlace): Float32Array {
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
      for (let k = 0; k < 4; k++) sum += across.weights[4 * i + k]! * grid.metres[start + k]!;
      along[(row - top) * side + i] = sum;
    }
  const heights = new Float32Array(side * side);
  for (let j = 0; j < side; j++) {
    const start = (down.first[j]! - top) * side;
    for (let i = 0; i < side; i++) {
      let sum = 0;
      for (let k = 0; k < 4; k++) sum += down.weights[4 * j + k]! * along[start + k * side + i]!;
      heights[j * side + i] = sum;
    }
  }
  return heights;
}

/** The grid of a pyramid to read a zoom from: the coarsest whose step is still finer than a pixel, else the finest. */
function gridFor(pyramid: readonly HeightGrid[], z: number): HeightGrid {
  return pyramid.findLast(({ stepLon }) => stepLon <= pixelDegrees(z)) ?? pyramid[0]!;
}

/**
 * The relief of a tile, a byte per pixel: `FLAT` for flat or unknown ground, below it shadow, above it light. Null where all of
 * it is flat. After Horn (1981), with central differences.
 */
export function hillshade(pyramid: readonly HeightGrid[], place: TilePlace): Uint8Array | null {
  const heights = heightsOf(gridFor(pyramid, place.z), place);
  const side = TILE_PIXELS + 2;
  const bytes = new Uint8Array(TILE_PIXELS * TILE_PIXELS).fill(FLAT);
  let isFlat = true;
  for (let j = 0; j < TILE_PIXELS; j++) {
    const lat = latitudeOf((place.y + (j + 0.5) / TILE_PIXELS) / 2 ** place.z);
    const metres = (EQUATOR_METRES * Math.cos((lat * Math.PI) / 180)) / (2 ** place.z * TILE_PIXELS);
    const scale = Math.max(1, metres / TRUE_PIXEL) ** FLATTENING / (2 * metres);
    for (let i = 0; i < TILE_PIXELS; i++) {
      const node = (j + 1) * side + i + 1;
      const east = (heights[node + 1]! - heights[node - 1]!) * scale;
      const north = (heights[node - side]! - heights[node + side]!) * scale;
      const shade =
        (HALF - HALF * (EAST * east + NORTH * north)) / Math.sqrt(1 + east * east + north * north) - HALF;
      if (Number.isNaN(shade)) continue;
      const share = shade < 0 ? Math.max(-1, shade / HALF) : Math.min(1, shade / (1 - HALF));
      const steps = Math.round(share * STEPS);
      if (steps === 0) continue;
      isFlat = false;
      bytes[j * TILE_PIXELS + i] = FLAT + 2 * steps;
    }
  }
  return isFlat ? null : bytes;
}
