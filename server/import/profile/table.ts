// The `tables` of a profile: what the columns of a file say about areas and periods.

import { z } from "zod";
import { idSchema } from "#domain/id";
import { MISSING_REASONS } from "#domain/missing";
import { codeColumn, file, isoDate, key, keyExpression, nameKey, onePeriod, record, text } from "./key.ts";

const measureColumn = z.union([
  z.string().transform((column): { column: string; times?: number | undefined } => ({ column })),
  record({
    column: key(z.string(), "Column with the numbers", "人口（万人）"),
    times: key(
      z.number().positive().optional(),
      "What its numbers are multiplied with: 10000 for 万元, 0.01 for a statistic in per cent",
      10_000,
    ),
  }),
  record({
    expr: key(z.string(), "Expression over the columns of the row", "round(people * share)"),
  }),
]);

export const sample = key(
  z.union([
    z.boolean(),
    record({
      sample: key(z.string(), "Measure that counts the units asked", "surveyed_households"),
      population: key(z.string(), "Measure that counts the units there are", "rural_households"),
    }),
  ]),
  "Whether figures come from a sample: `false` a full count, `true` a sample of unknown size, or the measures that count its units, from which intervals are made. Left out, they are a full count, but for built-in indicators in periods with their own sample measures",
  { sample: "surveyed_households", population: "rural_households" },
);

export const table = record({
  id: key(idSchema.optional(), "Id, where the file's name is not enough", "people_2020"),
  ...file,
  level: key(z.string(), "Level of the areas of the rows", "village"),
  key: key(
    z.union([codeColumn, keyExpression, nameKey]),
    "Column or expression with the code of the area of a row, or how its name is matched",
    { column: "VILLAGE", pad: 12 },
  ),
  period: key(
    z.union([
      onePeriod,
      record({ column: key(z.string(), "Column with the period of a row", "YEAR") }),
      record({
        in: key(
          z.literal("file_name"),
          "Takes the period of each row from the name of its file",
          "file_name",
        ),
      }),
    ]),
    "Period of the figures, in quotes, the column with it, or where files are named by it",
    "2020",
  ),
  where: key(z.string().optional(), "Expression that a row must meet to be taken", 'kind == "total"'),
  rows: key(
    z.enum(["one", "sum", "count"]).optional(),
    "What several rows of one area and period are: one row and repetitions of it, parts of a sum, or one each of what is counted (a measure is then the number of rows that hold something in its column, or for which its expression is true). Left out, they must be the same in every cell",
    "sum",
  ),
  join: key(
    z
      .array(
        record({
          ...file,
          key: key(codeColumn, "Column of the other table with the code", "CODE"),
          columns: key(z.array(z.string()).min(1), "Columns that expressions may use", ["TOTAL"]),
        }),
      )
      .default([]),
    "Columns of another table, found by the code of the row; expressions may use them",
    [{ file: "totals.csv", key: "CODE", columns: ["TOTAL"] }],
  ),
  columns: key(
    z.record(z.string(), measureColumn).optional(),
    "By measure, the column with it or an expression; a table has either `columns` or `pivot`",
    { persons: "people", poor_persons: { expr: "round(people * share)" } },
  ),
  pivot: key(
    record({
      column: key(z.string(), "Column with the name of the measure", "item"),
      value: key(z.string(), "Column with the number", "value"),
      as: key(z.record(z.string(), z.string()), "By the name in the file, the measure", { 人口: "persons" }),
    }).optional(),
    "A long table: one row for each measure",
    { column: "item", value: "value", as: { 人口: "persons" } },
  ),
  missing: key(
    z.record(z.string(), z.enum(MISSING_REASONS)).default({}),
    'Texts that stand for "no number", and why there is none; added to the usual ones',
    { c: "suppressed" },
  ),
  decimal: key(z.enum([".", ","]).default("."), "What stands before the decimals", ","),
  checks: key(
    z.array(z.string()).default([]),
    "Expressions that must be true of a row; one that breaks one is reported and left out",
    ["poor <= people"],
  ),
  department: key(text.optional(), "Who delivered it", { en: "Statistics", zh: "统计" }),
  reporting_date: key(isoDate.optional(), "Day it was reported", "2021-03-31"),
  priority: key(z.int().default(0), "Of tables that state the same, the one of the highest is used", 1),
  sample: sample.optional(),
})
  .refine(
    (value) => (value.columns === undefined) !== (value.pivot === undefined),
    "a table has either columns or pivot",
  )
  .refine(
    ({ key: codes, join }) => join.length === 0 || ("column" in codes && !("match" in codes)),
    "a table that joins others has a key that is a column of codes",
  );

export type ProfileTable = z.infer<typeof table>;
export type RowsRule = NonNullable<ProfileTable["rows"]>;
