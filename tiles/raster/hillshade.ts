// Shadow and light on the ground of one tile, relative to flat ground.

import type { RasterGrid } from "#domain/context";
import { latitudeOf } from "#tiles/grid";
import type { TilePlace } from "#tiles/tile_place";
import { FLAT, gridFor, STEPS, TILE_PIXELS, valuesAt } from "./sample.ts";

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

/**
 * The relief of a tile, a byte per pixel: `FLAT` for flat or unknown ground, below it shadow, above it light. Null where all of
 * it is flat. After Horn (1981), with central differences.
 */
export function hillshade(pyramid: readonly RasterGrid[], place: TilePlace): Uint8Array | null {
  const heights = valuesAt(gridFor(pyramid, place.z), place);
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
