// The sections `facilities` and `roads` of a profile.

import { z } from "zod";
import { FACILITY_KINDS, FACILITY_MEASURE_IDS, facilityKindSchema } from "#domain/facilities";
import { idSchema } from "#domain/id";
import { ROAD_CLASSES, SURFACES } from "#domain/road";
import { crs, file, isoDate, key, onePeriod, text } from "#server/import/profile/key";

const codeColumn = z.union([
  z.string().transform((column): { column: string; pad?: number | undefined } => ({ column })),
  z.strictObject({
    column: key(z.string(), "Column with the codes", "CODE"),
    pad: key(z.int().positive().optional(), "Digits of a code, whose zeros at the front are restored", 12),
  }),
]);
const period = key(
  z.union([
    onePeriod,
    z.strictObject({ column: key(z.string(), "Column with the period of a row", "YEAR") }),
  ]),
  "Period of the figures, in quotes, or the column with it",
  "2020",
);

/** One value for all rows, or a column whose entries `as` translates. */
const chosen = <T extends string>(known: z.ZodType<T, string>) =>
  z.union([
    known.transform((value): { value: T } => ({ value })),
    z.strictObject({
      column: key(z.string(), "Column with what `as` translates", "类型"),
      as: key(z.record(z.string(), known), "By the value in the file, what it is here", { 原文: "…" }),
    }),
  ]);

const source = {
  id: key(idSchema.optional(), "Id, where the file's name is not enough", "schools"),
  ...file,
  crs,
  coordinates: key(
    z.enum(["wgs84", "gcj02"]).optional(),
    "Whether longitude and latitude were shifted as Chinese web maps do, and are to be shifted back; left out, it is found out",
    "gcj02",
  ),
  where: key(z.string().optional(), "Expression that a row must meet to be taken", 'state == "open"'),
  name: key(z.record(z.string(), z.string()).default({}), "By language, the column with the name", {
    zh: "名称",
  }),
  department: key(text.optional(), "Who delivered it", { en: "Education" }),
  reporting_date: key(isoDate.optional(), "Day it was reported", "2021-03-31"),
  priority: key(z.int().default(0), "Of sources that state the same, the one of the highest is used", 1),
  opened: key(z.string().optional(), "Column with the first period in use", "opened"),
  closed: key(z.string().optional(), "Column with the first period not in use any more", "closed"),
};

export const facilitiesSchema = z
  .strictObject({
    ...source,
    code: key(codeColumn, "Column with the code of a facility", "CODE"),
    kind: key(chosen(facilityKindSchema), "One kind for all, or a column and what its values mean", {
      column: "类型",
      as: { 小学: "primary_school" },
    }),
    point: key(
      z
        .union([
          z.literal("geometry"),
          z.strictObject({
            lon: key(z.string(), "Column with the longitude, or x in the `crs`", "lon"),
            lat: key(z.string(), "Column with the latitude, or y in the `crs`", "lat"),
          }),
        ])
        .optional(),
      "Where it stands: the geometry of the row, or two columns; left out where only the village is known",
      { lon: "lon", lat: "lat" },
    ),
    village: key(codeColumn.optional(), "Column with the code of the village of its address", "VILLAGE"),
    period: period.optional(),
    columns: key(
      z.partialRecord(z.enum(FACILITY_MEASURE_IDS), z.string()).default({}),
      "By figure, the column with it",
      { pupils: "在校生" },
    ),
    catchment: key(
      z
        .strictObject({
          ...file,
          key: key(codeColumn, "Column with the code of the facility", "SCHOOL"),
          village: key(codeColumn, "Column with the code of the village", "VILLAGE"),
          count: key(z.string(), "Column with how many people of the village go there", "pupils"),
          period: period.optional(),
        })
        .optional(),
      "Rows of another table that say how many people of which village go there",
      { file: "pupils.csv", key: "SCHOOL", village: "VILLAGE", count: "pupils" },
    ),
  })
  .refine(({ point, village }) => point !== undefined || village !== undefined, {
    message: "facilities have a point or a village",
  })
  .refine(
    ({ columns, catchment, period: own }) =>
      (Object.keys(columns).length === 0 && !catchment) || own !== undefined,
    {
      message: "figures have a period",
    },
  );

export const roadsSchema = z.strictObject({
  ...source,
  class: key(chosen(z.enum(ROAD_CLASSES)), "One class for all, or a column and what its values mean", {
    column: "等级",
    as: { 县道: "county" },
  }),
  surface: key(chosen(z.enum(SURFACES)).optional(), "One surface for all, or a column", "paved"),
  speed: key(z.string().optional(), "Column with km/h", "speed"),
  one_way: key(
    z.string().optional(),
    "Column with yes, 1, F (along the line), -1, T (against it); all else is both ways",
    "oneway",
  ),
  level: key(
    z.string().optional(),
    "Column with 0 on the ground, above it on a bridge, below in a tunnel",
    "layer",
  ),
  code: key(
    z.string().optional(),
    "Column that names the road, of which a file may have several records",
    "CODE",
  ),
});

export type FacilitiesSpec = z.infer<typeof facilitiesSchema>;
export type RoadsSpec = z.infer<typeof roadsSchema>;
export const KNOWN_KINDS = FACILITY_KINDS.map(({ id }) => id);
