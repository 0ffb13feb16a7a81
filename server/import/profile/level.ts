// The `levels` and the `lineage` of a profile: where areas come from, and what became of earlier ones.

import { z } from "zod";
import { idSchema } from "#domain/id";
import { codeColumn, crs, file, key, keyExpression, onePeriod, record, text } from "./key.ts";

/** A look-up table: the row whose `key` is the code of the area, or the value of the column `from`. */
const lookup = record({
  ...file,
  key: key(
    z.union([codeColumn, keyExpression]),
    "Column of the look-up table that is compared, or an expression over its columns",
    "LSOA11CD",
  ),
  column: key(
    z.union([z.string(), keyExpression]),
    "Column of the look-up table that is taken, or an expression over its columns",
    "MSOA11CD",
  ),
  from: key(
    z.string().optional(),
    "Column of the level that is looked up; the area's code when left out",
    "OLD",
  ),
  pad: key(z.int().positive().optional(), "Digits of what is taken, when it is a code", 9),
});

const parent = z.union([
  codeColumn,
  keyExpression,
  record({ prefix: key(z.int().positive(), "First characters of the code that are the parent's", 6) }),
  lookup,
]);

/** One file that areas come from. */
const areaFile = {
  ...file,
  crs,
  code: key(z.union([codeColumn, keyExpression]), "Column or expression with the code of an area", "CODE"),
  parent: key(
    parent.optional(),
    "How the area above is found: a column with its code, an expression, the first characters of the code, or a look-up table",
    { prefix: 6 },
  ),
  name: key(
    z.record(z.string(), z.union([z.string(), lookup])).optional(),
    "By language, the column or look-up table with the name; without one an area is called by its code",
    { en: "NAME", zh: "名称" },
  ),
  where: key(z.string().optional(), "Expression that a row must meet to be taken", 'COUNTRY == "E92000001"'),
  geometry: key(
    record({
      ...file,
      crs,
      key: key(z.string(), "Column of the polygons that is compared", "shapeID"),
      column: key(z.string(), "Column of the level that it must equal", "shape"),
    }).optional(),
    "Polygons in a file of their own",
    { file: "polygons.geojson", key: "shapeID", column: "shape" },
  ),
  point: key(
    z
      .union([
        z.literal("geometry"),
        record({
          lon: key(z.string(), "Column with the longitude, or x in the `crs` of the level", "X"),
          lat: key(z.string(), "Column with the latitude, or y in the `crs` of the level", "Y"),
        }),
      ])
      .optional(),
    "Areas given as points, in two columns or as the geometries of the file: each gets the part of its parent that is nearest to it",
    { lon: "X", lat: "Y" },
  ),
};

export const level = record({
  id: key(idSchema, "Id of the level", "village"),
  label: key(text, "Name of one area of the level, by language", { en: "Village", zh: "村" }),
  plural: key(text.optional(), "Name of several of them", { en: "Villages" }),
  ...areaFile,
  file: key(
    z.string().optional(),
    "File of the areas; a level without one is dissolved from the one below, and without any the stored boundaries are used",
    "villages.geojson",
  ),
  code: key(
    z.union([codeColumn, keyExpression]).optional(),
    "Column or expression with the code of an area",
    "CODE",
  ),
  also: key(z.array(record(areaFile)).default([]), "Further files, for areas that those before do not have", [
    { file: "new_villages.csv", code: "CODE", parent: "TOWN" },
  ]),
  same: key(
    z
      .array(
        record({
          ...file,
          key: key(codeColumn, "Column with the code of the area", "CODE"),
          column: key(z.string(), "Column of the look-up table", "DISTRICT"),
          as: key(z.string(), "Column of the level that it must equal", "PARENT"),
        }),
      )
      .default([]),
    "Columns of a look-up table that must be equal; where they are not, the area is reported",
    [{ file: "lookup.csv", key: "CODE", column: "DISTRICT", as: "PARENT" }],
  ),
});

export const lineage = record({
  ...file,
  from: key(z.string(), "Column with the old code", "OLD"),
  to: key(z.string(), "Column with the code in force; a code that stays leads to itself", "NEW"),
  share: key(z.string().optional(), "Column with the share of the old area that went there (0–1)", "SHARE"),
  kind: key(
    z.enum(["merged", "split", "renamed", "recoded"]),
    "What happened: figures go over whole, or divided by `share` where an area was split, and are then marked as partly estimated",
    "merged",
  ),
  since: key(
    onePeriod,
    "First period of the new codes; old ones may be used before it, and after it where they are gone",
    "2019",
  ),
});

export type ProfileLevel = z.infer<typeof level>;
export type AreaFile = z.infer<z.ZodObject<typeof areaFile>>;
export type ParentSpec = z.infer<typeof parent>;
export type LineageSpec = z.infer<typeof lineage>;
