// What stands on the map beside the areas: relief, settled land, water, seats of government. A row for each layer; data, tiles and profile name them.

import type { LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon } from "geojson";
import type { Text } from "./text.ts";

/** One kind of feature of a layer. */
interface FeatureClass {
  readonly geometry: "line" | "polygon" | "point";
  /** The zoom from which a feature is shown, by its rank; its tiles below that do not have it. */
  readonly zoomFrom: (rank: number) => number;
}

interface ContextLayerRow {
  readonly classes: Readonly<Record<string, FeatureClass>>;
  /** What `rank` says in words, for messages. */
  readonly rank: string;
}

const from = (zoom: number) => (): number => zoom;

/** The smallest catchment in km² whose river is shown at a zoom: 570 on a province, 110 on a county, 64 on villages. */
export const leastCatchment = (zoom: number): number => 570 * 2 ** (-0.9 * (zoom - 6.9));

/** Layers of lines, polygons and points. A layer more is a row here, and one in `client/map/context/layers.ts`. */
export const CONTEXT_LAYERS = {
  water: {
    classes: {
      river: { geometry: "line", zoomFrom: (sqkm) => 6.9 - Math.log2(Math.max(sqkm, 1) / 570) / 0.9 },
      lake: { geometry: "polygon", zoomFrom: (sqkm) => 8 - Math.log2(Math.max(sqkm, 0.01) / 10) / 2 },
    },
    rank: "km² of the catchment of a river, of the surface of a lake",
  },
  seats: {
    classes: {
      prefecture_seat: { geometry: "point", zoomFrom: from(4) },
      county_seat: { geometry: "point", zoomFrom: from(5.5) },
      township_seat: { geometry: "point", zoomFrom: from(7) },
    },
    rank: "any number, the greater the more important",
  },
} as const satisfies Record<string, ContextLayerRow>;

export type VectorLayerId = keyof typeof CONTEXT_LAYERS;

export const VECTOR_LAYER_IDS = Object.keys(CONTEXT_LAYERS) as [VectorLayerId, ...VectorLayerId[]];

/** Layers of pictures, made from a raster: shadow and light on slopes, shadow on empty land. */
export const PICTURE_LAYER_IDS = ["settlement", "relief"] as const;

export type PictureLayerId = (typeof PICTURE_LAYER_IDS)[number];

export const CONTEXT_LAYER_IDS = [...PICTURE_LAYER_IDS, ...VECTOR_LAYER_IDS] as const;

export type ContextLayerId = (typeof CONTEXT_LAYER_IDS)[number];

export const isPictureLayer = (id: ContextLayerId): id is PictureLayerId =>
  PICTURE_LAYER_IDS.some((known) => known === id);

/** The classes of a layer by name. */
export const classesOf = (layer: VectorLayerId): Readonly<Record<string, FeatureClass>> =>
  CONTEXT_LAYERS[layer].classes;

/** A feature on its way into the database; [lon, lat] in EPSG:4326. */
export interface ContextFeature {
  readonly class: string;
  /** What the class says that it is; 0 where nothing is known. */
  readonly rank: number;
  readonly names?: Text;
  /** Code of the area that it stands for, such as that whose seat it is. */
  readonly area?: string;
  readonly geometry: LineString | MultiLineString | Polygon | MultiPolygon | Point | MultiPoint;
}

/** Numbers on a regular grid of longitude and latitude, from north to south. */
export interface RasterGrid {
  readonly columns: number;
  readonly rows: number;
  /** Longitude of the first column, latitude of the first row. */
  readonly west: number;
  readonly north: number;
  /** Degrees from one column or row to the next. */
  readonly stepLon: number;
  readonly stepLat: number;
  /** Row after row; NaN where it is not known. Heights in metres; people or built-up land in any unit. */
  readonly values: Float32Array;
}

/** A layer of a dataset; it replaces the one that is stored. */
export type ContextLayerInput = {
  /** SHA-256 of what it is made from, lower-case hex; the same again changes nothing. */
  readonly checksum: string;
} & (
  | { readonly layer: VectorLayerId; features(): Promise<readonly ContextFeature[]> }
  | { readonly layer: PictureLayerId; raster(): Promise<RasterGrid> }
);
