// The part of a profile that says what stands on the map beside the areas.

import { z } from "zod";
import { VECTOR_LAYER_IDS } from "#domain/context";
import { idSchema } from "#domain/id";
import { crs, file, key } from "#server/import/profile/key";

const source = { file: file.file, entry: file.entry, crs };

const layer = z.strictObject({
  layer: key(
    z.enum(VECTOR_LAYER_IDS, { error: `is one of ${VECTOR_LAYER_IDS.join(", ")}` }),
    "Layer of the map; several files may make one, and it replaces the stored one as soon as it is imported, for every release",
    "water",
  ),
  ...source,
  in: key(z.string().optional(), "Layer of a GeoPackage, object of a TopoJSON", "rivers"),
  encoding: file.encoding,
  class: key(
    z.union([
      idSchema,
      z.strictObject({
        column: key(z.string(), "Column with the class", "kind"),
        as: key(z.record(z.string(), idSchema), "By the value in the file, the class", { R: "river" }),
      }),
    ]),
    "One class for all, or a column and what its values mean; others are left out. `water` has `river` (lines) and `lake` (polygons), `seats` have `prefecture_seat`, `county_seat` and `township_seat` (points)",
    "river",
  ),
  rank: key(
    z.union([z.number(), z.string()]).optional(),
    "A number for all, or a column: km² of the catchment of a river or of the surface of a lake",
    "upstream_km2",
  ),
  name: key(z.record(z.string(), z.string()).optional(), "By language, the column with the name", {
    zh: "名称",
  }),
  area: key(z.string().optional(), "Column with the code of the area whose seat a point is", "code"),
  point: key(
    z
      .strictObject({
        lon: key(z.string(), "Column with the longitude", "x"),
        lat: key(z.string(), "Column with the latitude", "y"),
      })
      .optional(),
    "Columns of points, in a table without geometries",
    { lon: "x", lat: "y" },
  ),
  where: key(z.string().optional(), "Expression that a row must meet to be taken", "rank > 2"),
});

export const contextSchema = z.strictObject({
  layers: key(z.array(layer).default([]), "Lines, polygons and points", [
    { layer: "water", file: "rivers.geojson", class: "river" },
  ]),
  relief: key(z.strictObject(source).optional(), "Heights in metres, a GeoTIFF in any coordinate system", {
    file: "dem.tif",
  }),
  settlement: key(
    z.strictObject(source).optional(),
    "People or built-up land per pixel in any unit, a GeoTIFF in any coordinate system: where it is empty the map is darker",
    { file: "people.tif" },
  ),
});

export type ContextSection = z.infer<typeof contextSchema>;
export type ContextLayerSpec = z.infer<typeof layer>;
export type RasterSpec = NonNullable<ContextSection["relief"]>;
