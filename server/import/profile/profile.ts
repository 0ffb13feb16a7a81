// The schema of an import profile: where the files are, and what their columns mean.

import { z } from "zod";
import { indicatorSchema } from "#domain/indicator";
import { measureSchema } from "#domain/measure";
import { isPeriod } from "#domain/period";
import { idSchema } from "#domain/id";
import { MISSING_REASONS } from "#domain/missing";
import { textSchema } from "#domain/text";
import { currencySchema } from "#domain/currency";
import { facilitiesSchema, roadsSchema } from "#server/import/things/profile";
import { contextSchema } from "#server/import/context/profile";
import { registerSchema } from "#server/import/register/profile";

/** A strict object whose error about a key names the known ones. */
function record<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `unknown key ${(issue["keys"] as string[]).map((key) => `"${key}"`).join(", ")}: known are ${known}`
        : undefined,
  });
}

/** Text by language; bare text is English. */
const text = z.union([z.string().transform((en): Record<string, string> => ({ en })), textSchema]);
const isoDate = z.iso.date("a date is written 2011-03-27");

/** Where rows come from. */
const file = {
  file: z.string(),
  /** Member of a zip, where it holds several. */
  entry: z.string().optional(),
  /** Layer of a GeoPackage, object of a TopoJSON, sheet of a workbook. */
  layer: z.string().optional(),
  /** `utf-8`, `gb18030`, `windows-1252`, …; found when left out. */
  encoding: z.string().optional(),
  /** Row of the header, counted from 1 with titles above it; two rows for a header of two. */
  header: z
    .union([
      z.int().positive(),
      z
        .tuple([z.int().positive(), z.int().positive()])
        .refine(([upper, lower]) => lower === upper + 1, "a header of two rows is written [3, 4]"),
    ])
    .optional(),
  /** Rows below the header that hold no data, such as one of numbers of columns. */
  skip: z.int().positive().optional(),
};

/**
 * How codes are brought into one form, in this order: `strip` is taken off the front, `pad` restores zeros at the front that a
 * spreadsheet took, `prefix` is put before them.
 */
const codeForm = {
  strip: z.string().min(1).optional(),
  pad: z.int().positive().optional(),
  prefix: z.string().min(1).optional(),
};
/** A column with codes. */
const paddedColumn = record({ column: z.string(), ...codeForm });
/** Codes that are computed of several columns. */
const keyExpression = record({ expr: z.string(), ...codeForm });
/** Areas that are named: by the names of the level, inside the areas above that other columns name, and by a table of aliases. */
const nameKey = record({
  match: z.literal("name"),
  column: z.string(),
  within: z.union([z.string().transform((column) => [column]), z.array(z.string())]).default([]),
  aliases: record({ ...file, name: z.string(), code: z.string() }).optional(),
});
const codeColumn = z.union([
  z.string().transform((column): z.infer<typeof paddedColumn> => ({ column })),
  paddedColumn,
]);

/** A look-up table: the row whose `key` is the code of the area, or the value of the column `from`. */
const lookup = record({
  ...file,
  key: codeColumn,
  column: z.string(),
  from: z.string().optional(),
  pad: z.int().positive().optional(),
});

const parent = z.union([codeColumn, record({ prefix: z.int().positive() }), lookup]);

const crs = z.string().optional();

/** One file that areas come from. */
const areaFile = {
  ...file,
  crs,
  code: z.union([codeColumn, keyExpression]),
  parent: parent.optional(),
  /** By language: a column, or a look-up table. Without one an area is called by its code. */
  name: z.record(z.string(), z.union([z.string(), lookup])).optional(),
  /** Takes only rows for which this is true. */
  where: z.string().optional(),
  /** Polygons in a file of their own, joined by `column` here = `key` there. */
  geometry: record({ ...file, crs, key: z.string(), column: z.string() }).optional(),
  /** Areas given as points, in two columns or as the geometries of the file: each gets the part of its parent that is nearest to it. */
  point: z.union([z.literal("geometry"), record({ lon: z.string(), lat: z.string() })]).optional(),
};

const level = record({
  id: idSchema,
  label: text,
  plural: text.optional(),
  ...areaFile,
  file: z.string().optional(),
  code: z.union([codeColumn, keyExpression]).optional(),
  /** Further files, for areas that those before do not have. */
  also: z.array(record(areaFile)).default([]),
  /** Columns of a look-up table that must be equal; where they are not, the area is reported. */
  same: z.array(record({ ...file, key: codeColumn, column: z.string(), as: z.string() })).default([]),
});

const measureColumn = z.union([
  z.string().transform((column): { column: string; times?: number | undefined } => ({ column })),
  /** `times` is what its numbers are multiplied with: 10000 for 万元, 0.01 for a statistic in per cent. */
  record({ column: z.string(), times: z.number().positive().optional() }),
  record({ expr: z.string() }),
]);

/** Whether figures come from a sample; the measures that count the units asked and all there are, where they are reported. */
const sample = z.union([z.boolean(), record({ sample: z.string(), population: z.string() })]);

const table = record({
  id: idSchema.optional(),
  ...file,
  level: z.string(),
  key: z.union([codeColumn, keyExpression, nameKey]),
  period: z.union([
    z.string().refine(isPeriod, "a period is written 2019, 2019H1, 2019Q3 or 2019-07, in quotes"),
    record({ column: z.string() }),
  ]),
  where: z.string().optional(),
  /**
   * What several rows of one area and period are: one row and repetitions of it, parts of a sum, or one each of what is
   * counted. Left out, they must be the same in every cell.
   */
  rows: z.enum(["one", "sum", "count"]).optional(),
  /** Columns of another table, found by the code of the row; expressions may use them. */
  join: z.array(record({ ...file, key: codeColumn, columns: z.array(z.string()).min(1) })).default([]),
  columns: z.record(z.string(), measureColumn).optional(),
  /** A long table: the measure stands in `column` under a name of `as`, its number in `value`. */
  pivot: record({ column: z.string(), value: z.string(), as: z.record(z.string(), z.string()) }).optional(),
  /** Texts that stand for "no number", and why there is none; added to the usual ones. */
  missing: z.record(z.string(), z.enum(MISSING_REASONS)).default({}),
  decimal: z.enum([".", ","]).default("."),
  /** What must be true of a row; one that breaks it is reported and left out. */
  checks: z.array(z.string()).default([]),
  department: text.optional(),
  reporting_date: isoDate.optional(),
  priority: z.int().default(0),
  sample: sample.optional(),
})
  .refine(
    (value) => (value.columns === undefined) !== (value.pivot === undefined),
    "a table has either columns or pivot",
  )
  .refine(
    ({ key, join }) => join.length === 0 || ("column" in key && !("match" in key)),
    "a table that joins others has a key that is a column of codes",
  );

const term = z.union([
  z.string().transform((measure): Record<string, number> => ({ [measure]: 1 })),
  z.record(z.string(), z.int()),
]);

/** As in `#domain/indicators`, with `ratio: [a, b]`, `sum: a` or `statistic: a` for numerator and denominator. */
const indicator = record({
  ...indicatorSchema.omit({
    numerator: true,
    denominator: true,
    unit: true,
    polarity: true,
    statistic: true,
  }).shape,
  label: text,
  description: text.optional(),
  unit: indicatorSchema.shape.unit.optional(),
  polarity: indicatorSchema.shape.polarity.default("neutral"),
  ratio: z.tuple([term, term]).optional(),
  sum: term.optional(),
  /** A measure that is a figure by itself: a rate, a score, an official estimate. */
  statistic: z.string().optional(),
  /** Measure by which levels without a figure of their own get the mean of the areas below. */
  weight: z.string().optional(),
  /** Measures that state the error of the statistic. */
  error: z
    .union([
      record({ standard_error: z.string() }),
      record({ cv: z.string() }),
      record({ low: z.string(), high: z.string() }),
    ])
    .optional(),
  /** Must be there where an indicator has the id of a built-in one, which it replaces in this dataset. */
  replaces: z.literal("built-in").optional(),
})
  .refine(
    ({ ratio, sum, statistic }) => [ratio, sum, statistic].filter((form) => form !== undefined).length === 1,
    "an indicator has one of ratio, sum and statistic",
  )
  .refine(
    (value) => value.ratio !== undefined || value.unit !== undefined,
    "a sum or a statistic needs its unit",
  )
  .refine(
    ({ statistic, weight, error }) => statistic !== undefined || (weight ?? error) === undefined,
    "only a statistic has a weight or an error",
  );

const lineage = record({
  ...file,
  from: z.string(),
  to: z.string(),
  share: z.string().optional(),
  kind: z.enum(["merged", "split", "renamed", "recoded"]),
  since: z.string().refine(isPeriod, "a period is written 2019, 2019H1, 2019Q3 or 2019-07, in quotes"),
});

export const profileSchema = record({
  dataset: idSchema,
  title: text,
  licence: record({ name: z.string(), attribution: z.string() }),
  /** The folder of the files, from the profile's own folder; the environment's LENS_DATA overrides it. */
  data: z.string().default("."),
  /** Where the boundaries come from, in words. */
  source: z.string().default(""),
  /** The day the boundaries were in force. */
  date: isoDate.optional(),
  language: z.string().default("en"),
  /** What money is in, by ISO 4217; yuan where nobody says. */
  currency: currencySchema.optional(),
  /** Left out, it is what earlier imports said, and no for the first. */
  fictional: z.boolean().optional(),
  levels: z.array(level).min(2, "a dataset has 2 to 6 levels").max(6, "a dataset has 2 to 6 levels"),
  lineage: z.array(lineage).default([]),
  measures: z.array(record({ ...measureSchema.shape, label: text })).default([]),
  indicators: z.array(indicator).default([]),
  tables: z.array(table).default([]),
  /** The same as in a table, for those that do not say it. */
  sample: sample.optional(),
  /** What earlier imports brought and goes now: all else that this profile does not name stays. */
  removes: record({
    measures: z.array(z.string()).default([]),
    indicators: z.array(z.string()).default([]),
    licence: z.boolean().default(false),
  }).optional(),
  /** Schools, clinics and other places that people go to. */
  facilities: z.array(facilitiesSchema).default([]),
  roads: z.array(roadsSchema).default([]),
  /** What stands on the map beside the areas. */
  context: contextSchema.optional(),
  /** Household and person records, from which villages are counted. */
  register: registerSchema.optional(),
});

export type ImportProfile = z.infer<typeof profileSchema>;
export type ProfileLevel = z.infer<typeof level>;
export type AreaFile = z.infer<z.ZodObject<typeof areaFile>>;
export type ProfileTable = z.infer<typeof table>;
export type RowsRule = NonNullable<ProfileTable["rows"]>;
export type ParentSpec = z.infer<typeof parent>;
export type CodeColumn = z.infer<typeof paddedColumn>;
export type KeyExpression = z.infer<typeof keyExpression>;
export type NameKey = z.infer<typeof nameKey>;
export type LineageSpec = z.infer<typeof lineage>;
export interface FileSpec {
  readonly file: string;
  readonly entry?: string | undefined;
  readonly layer?: string | undefined;
  readonly encoding?: string | undefined;
  readonly header?: number | readonly [number, number] | undefined;
  readonly skip?: number | undefined;
}
