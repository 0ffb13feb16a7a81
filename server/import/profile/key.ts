// Keys of a profile: their schemas, with what they hold and an example, from which the documents are made.

import { z } from "zod";
import { isPeriod } from "#domain/period";
import { textSchema } from "#domain/text";

/** The schema of a key that says what it holds, with an example of what is written behind it. */
export const key = <Schema extends z.ZodType>(schema: Schema, holds: string, example?: unknown): Schema =>
  schema.meta({
    description: holds,
    ...(example === undefined ? {} : { example }),
    ...(schema instanceof z.ZodDefault ? { usual: schema.def.defaultValue as unknown } : {}),
  });

/** A strict object whose error about a key names the known ones. */
export function record<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `unknown key ${(issue["keys"] as string[]).map((name) => `"${name}"`).join(", ")}: known are ${known}`
        : undefined,
  });
}

/** Text by language; bare text is English. */
export const text = z.union([z.string().transform((en): Record<string, string> => ({ en })), textSchema]);

export const isoDate = z.iso.date("a date is written 2011-03-27");

/** A period that holds for all rows. */
export const onePeriod = z
  .string()
  .refine(isPeriod, "a period is written 2019, 2019H1, 2019Q3 or 2019-07, in quotes");

/** Where rows come from. */
export const file = {
  file: key(
    z.string(),
    "Name of the file, from the folder of the files; its format is recognised by its content. A folder or a pattern (`yearbooks/*.csv`) stands for all the files there, which are read as one in the order of their names",
    "people.csv",
  ),
  entry: key(
    z.string().optional(),
    "Member of an archive that holds several, or a pattern for many of them",
    "2020/people.csv",
  ),
  layer: key(
    z.string().optional(),
    "Layer of a GeoPackage, object of a TopoJSON, sheet of a workbook",
    "Sheet1",
  ),
  encoding: key(
    z.string().optional(),
    "Encoding of text: `utf-8`, `gb18030`, `windows-1252`, …; found when left out",
    "gb18030",
  ),
  header: key(
    z
      .union([
        z.int().positive(),
        z
          .tuple([z.int().positive(), z.int().positive()])
          .refine(([upper, lower]) => lower === upper + 1, "a header of two rows is written [3, 4]"),
      ])
      .optional(),
    "Row of the header, counted from 1, with titles above it; two rows for a header of two, whose merged cells stand before each name below them",
    3,
  ),
  skip: key(z.int().positive().optional(), "Rows below the header that hold no data", 1),
};

/** How codes are brought into one form, in this order. */
const codeForm = {
  strip: key(z.string().min(1).optional(), "First: text that is taken off the front of a code", "CN-"),
  pad: key(
    z.int().positive().optional(),
    "Then: digits of a code, whose zeros at the front a spreadsheet took",
    12,
  ),
  prefix: key(z.string().min(1).optional(), "Last: text that is put before a code", "99"),
};

/** A column with codes. */
const paddedColumn = record({ column: key(z.string(), "Column with the codes", "CODE"), ...codeForm });

/** Codes that are computed of several columns. */
export const keyExpression = record({
  expr: key(z.string(), "Expression that makes the code", "concat(county, village)"),
  ...codeForm,
});

/** Areas that are named: by the names of the level, inside the areas above that other columns name, and by a table of aliases. */
export const nameKey = record({
  match: key(z.literal("name"), "Rows have names of areas and no codes", "name"),
  column: key(z.string(), "Column with the names", "村名"),
  within: key(
    z.union([z.string().transform((column) => [column]), z.array(z.string())]).default([]),
    "Columns that name the areas above, by code or name",
    ["县", "乡镇"],
  ),
  aliases: key(
    record({
      ...file,
      name: key(z.string(), "Column with the name as the rows write it", "written"),
      code: key(z.string(), "Column with the code of the area", "code"),
    }).optional(),
    "Table of names that are written otherwise, which comes first",
    { file: "aliases.csv", name: "written", code: "code" },
  ),
});

export const codeColumn = z.union([
  z.string().transform((column): z.infer<typeof paddedColumn> => ({ column })),
  paddedColumn,
]);

export const crs = key(
  z.string().optional(),
  "Coordinate system: `EPSG:27700`, `27700`, a URN, an OGC address, `OGC:CRS84`, WKT or a PROJ string; left out where the file names its own or means longitude and latitude",
  "EPSG:4490",
);

export type CodeColumn = z.infer<typeof paddedColumn>;
export type KeyExpression = z.infer<typeof keyExpression>;
export type NameKey = z.infer<typeof nameKey>;
export interface FileSpec {
  readonly file: string;
  readonly entry?: string | undefined;
  readonly layer?: string | undefined;
  readonly encoding?: string | undefined;
  readonly header?: number | readonly [number, number] | undefined;
  readonly skip?: number | undefined;
}
