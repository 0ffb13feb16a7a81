// Lines, polygons and points of a layer → Mapbox Vector Tiles, each feature from the zoom on from which it is shown.

import { GeoJSONVT } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import { classesOf, type ContextFeature, type VectorLayerId } from "#domain/context";
import { BUFFER, EXTENT } from "#tiles/grid";
import { tilesOver, type TilePlace } from "#tiles/tile_place";

/** Raise it when the same features give other bytes. */
export const FEATURES_VERSION = 2;

const LOWEST_ZOOM = 3;
/** Beyond it tiles are drawn larger; a unit of its grid is 10 m. */
const HIGHEST_ZOOM = 10;
/** Tile units that a simplified line may leave its course by. */
const TOLERANCE = 3;

export interface CutFeatures {
  readonly minZoom: number;
  readonly maxZoom: number;
  /** West, south, east, north of all features. */
  readonly bounds: [west: number, south: number, east: number, north: number];
  /** The tiles with features, lowest zoom first; not compressed. */
  tiles(): Generator<TilePlace & { readonly bytes: Uint8Array }>;
}

const zoomWithin = (zoom: number): number => Math.min(HIGHEST_ZOOM, Math.max(LOWEST_ZOOM, Math.floor(zoom)));

/** Visits every [lon, lat] of a geometry's coordinates. */
function eachPosition(coordinates: readonly unknown[], visit: (lon: number, lat: number) => void): void {
  if (typeof coordinates[0] === "number") visit(coordinates[0], coordinates[1] as number);
  else for (const part of coordinates as (readonly unknown[])[]) eachPosition(part, visit);
}

function boundsOf(features: readonly ContextFeature[]): CutFeatures["bounds"] {
  const bounds: CutFeatures["bounds"] = [180, 90, -180, -90];
  for (const { geometry } of features)
    eachPosition(geometry.coordinates, (lon, lat) => {
      bounds[0] = Math.min(bounds[0], lon);
      bounds[1] = Math.min(bounds[1], lat);
      bounds[2] = Math.max(bounds[2], lon);
      bounds[3] = Math.max(bounds[3], lat);
    });
  return bounds;
}

/**
 * Cuts the features of a layer. A feature has the properties `class`, `rank`, `area` and `name:<language>`, those that it has.
 * Throws a RangeError for a class that the layer does not have.
 */
export function cutFeatures(layer: VectorLayerId, features: readonly ContextFeature[]): CutFeatures {
  const classes = classesOf(layer);
  const shown = features.map(({ class: id, rank, names = {}, area, geometry }) => {
    const row = classes[id];
    if (!row)
      throw new RangeError(`unknown class "${id}" of ${layer}: known are ${Object.keys(classes).join(", ")}`);
    const named = Object.entries(names).map(([language, name]) => [`name:${language}`, name]);
    const properties = {
      class: id,
      rank,
      ...(area === undefined ? {} : { area }),
      ...Object.fromEntries(named),
    };
    return { zoom: row.zoomFrom(rank), feature: { type: "Feature" as const, properties, geometry } };
  });
  const zooms = shown.map(({ zoom }) => zoom);
  const hasExtent = features.some(({ geometry }) => !geometry.type.endsWith("Point"));
  const minZoom = zoomWithin(zooms.reduce((a, b) => Math.min(a, b), HIGHEST_ZOOM));
  const maxZoom = hasExtent ? HIGHEST_ZOOM : zoomWithin(zooms.reduce((a, b) => Math.max(a, b), minZoom) + 1);
  const bounds = boundsOf(features);
  return {
    minZoom,
    maxZoom,
    bounds,
    *tiles() {
      if (features.length === 0) return;
      for (let z = minZoom; z <= maxZoom; z++) {
        const own = shown.filter(({ zoom }) => z === maxZoom || zoom < z + 1).map(({ feature }) => feature);
        const index = new GeoJSONVT(
          { type: "FeatureCollection", features: own },
          {
            maxZoom: z,
            indexMaxZoom: z,
            indexMaxPoints: 0,
            tolerance: TOLERANCE,
            extent: EXTENT,
            buffer: BUFFER,
          },
        );
        for (const { x, y } of tilesOver(bounds, z)) {
          const tile = index.getTile(z, x, y);
          if (tile && tile.features.length > 0)
            yield { z, x, y, bytes: fromGeojsonVt({ [layer]: tile }, { version: 2, extent: EXTENT }) };
        }
      }
    },
  };
}
