// Reads GeoJSON: a FeatureCollection, one Feature or a bare geometry; the old `crs` member is taken as the coordinate system.

import type { Feature, Geometry } from "geojson";
import { unreadable } from "#server/import/findings/import_fault";
import type { InputFile } from "./input_file.ts";
import type { Reader } from "./reader.ts";
import { sourceOfFeatures, type Source } from "./source.ts";

interface AnyGeoJson {
  type: string;
  features?: Feature<Geometry | null>[];
  crs?: { properties?: { name?: unknown } };
}

const GEOMETRIES = [
  "Point",
  "MultiPoint",
  "LineString",
  "MultiLineString",
  "Polygon",
  "MultiPolygon",
  "GeometryCollection",
];

function readGeoJson(file: InputFile): Source {
  const json = file.json() ?? {};
  const root = json as AnyGeoJson;
  const name = root.crs?.properties?.name;
  const crs = typeof name === "string" ? name : null;
  const isFeature = (feature: unknown): boolean => typeof feature === "object" && feature !== null;
  if (root.type === "FeatureCollection" && Array.isArray(root.features) && root.features.every(isFeature))
    return sourceOfFeatures("GeoJSON", file.name, crs, root.features);
  if (root.type === "Feature")
    return sourceOfFeatures("GeoJSON", file.name, crs, [json as Feature<Geometry | null>]);
  if (GEOMETRIES.includes(root.type))
    return sourceOfFeatures("GeoJSON", file.name, crs, [{ properties: {}, geometry: json as Geometry }]);
  throw unreadable(
    file.name,
    `is JSON of type "${String(root.type)}": expected FeatureCollection or Topology`,
  );
}

/** Any JSON: what is no GeoJSON is refused with the type that it has. */
export const geoJsonReader: Reader = {
  id: "geojson",
  label: "GeoJSON",
  detects: (file) => file.looksLikeJson,
  read: readGeoJson,
};
