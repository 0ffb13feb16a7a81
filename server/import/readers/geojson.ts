// Reads GeoJSON: a FeatureCollection, one Feature or a bare geometry; the old `crs` member is believed.

import type { Feature, Geometry } from "geojson";
import { ImportFault } from "#server/import/findings/finding_log";
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

/** Opens parsed GeoJSON; throws an ImportFault when `json` is something else. */
export function readGeoJson(file: string, json: object): Source {
  const root = json as AnyGeoJson;
  const name = root.crs?.properties?.name;
  const crs = typeof name === "string" ? name : null;
  const isFeature = (feature: unknown): boolean => typeof feature === "object" && feature !== null;
  if (root.type === "FeatureCollection" && Array.isArray(root.features) && root.features.every(isFeature))
    return sourceOfFeatures("GeoJSON", crs, root.features);
  if (root.type === "Feature") return sourceOfFeatures("GeoJSON", crs, [json as Feature<Geometry | null>]);
  if (GEOMETRIES.includes(root.type))
    return sourceOfFeatures("GeoJSON", crs, [{ properties: {}, geometry: json as Geometry }]);
  throw new ImportFault(`is JSON of type "${String(root.type)}": expected FeatureCollection or Topology`, {
    rule: "file_unreadable",
    file,
    action: "nothing was read",
  });
}
