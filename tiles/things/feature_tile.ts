// Points and lines that reach into one tile → a Mapbox Vector Tile.

import type { Feature } from "geojson";
import { GeoJSONVT } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import { BUFFER, EXTENT, latitudeOf } from "#tiles/grid";

/** Tile units that a simplified line may leave its course by. */
const TOLERANCE = 3;

/** [west, south, east, north] in degrees of a tile with its buffer. */
export function tileBounds(z: number, x: number, y: number): [number, number, number, number] {
  const tiles = 2 ** z;
  const reach = BUFFER / EXTENT;
  const lon = (at: number): number => Math.max(-180, Math.min(180, (at / tiles) * 360 - 180));
  const lat = (at: number): number => latitudeOf(Math.max(0, Math.min(1, at / tiles)));
  return [lon(x - reach), lat(y + 1 + reach), lon(x + 1 + reach), lat(y - reach)];
}

/** The tile of one layer; null where no feature reaches into it. */
export function featureTile(
  layer: string,
  features: readonly Feature[],
  { z, x, y }: { readonly z: number; readonly x: number; readonly y: number },
): Uint8Array | null {
  if (features.length === 0) return null;
  const index = new GeoJSONVT(
    { type: "FeatureCollection", features: [...features] },
    { maxZoom: z, indexMaxZoom: z, indexMaxPoints: 0, tolerance: TOLERANCE, extent: EXTENT, buffer: BUFFER },
  );
  const tile = index.getTile(z, x, y);
  return tile && tile.features.length > 0
    ? fromGeojsonVt({ [layer]: tile }, { version: 2, extent: EXTENT })
    : null;
}
