// The sections `facilities` and `roads` of a profile.

import { z } from "zod";
import { FACILITY_KINDS, FACILITY_MEASURE_IDS, facilityKindSchema } from "#domain/facilities";
import { idSchema } from "#domain/id";
import { isPeriod } from "#domain/period";
import { ROAD_CLASSES, SURFACES } from "#domain/road";
import { textSchema } from "#domain/text";

const text = z.union([z.string().transform((en): Record<string, string> => ({ en })), textSchema]);
const codeColumn = z.union([
  z.string().transform((column): { column: string; pad?: number | undefined } => ({ column })),
  z.strictObject({ column: z.string(), pad: z.int().positive().optional() }),
]);
const period = z.union([
  z.string().refine(isPeriod, "a period is written 2019, 2019H1, 2019Q3 or 2019-07, in quotes"),
  z.strictObject({ column: z.string() }),
]);

/** One value for all rows, or a column whose entries `as` translates. */
const chosen = <T extends string>(known: z.ZodType<T, string>) =>
  z.union([
    known.transform((value): { value: T } => ({ value })),
    z.strictObject({ column: z.string(), as: z.record(z.string(), known) }),
  ]);

const source = {
  id: idSchema.optional(),
  file: z.string(),
  entry: z.string().optional(),
  layer: z.string().optional(),
  encoding: z.string().optional(),
  crs: z.string().optional(),
  /** Whether longitude and latitude were shifted as Chinese web maps do; left out, it is found out. */
  coordinates: z.enum(["wgs84", "gcj02"]).optional(),
  where: z.string().optional(),
  /** By language. */
  name: z.record(z.string(), z.string()).default({}),
  department: text.optional(),
  reporting_date: z.iso.date("a date is written 2011-03-27").optional(),
  priority: z.int().default(0),
  /** Columns with the first period in use, and the first not in use any more. */
  opened: z.string().optional(),
  closed: z.string().optional(),
};

export const facilitiesSchema = z
  .strictObject({
    ...source,
    code: codeColumn,
    kind: chosen(facilityKindSchema),
    /** Where it stands: the geometry of the row, or two columns; left out where only the village is known. */
    point: z.union([z.literal("geometry"), z.strictObject({ lon: z.string(), lat: z.string() })]).optional(),
    /** The village of its address. */
    village: codeColumn.optional(),
    period: period.optional(),
    columns: z.partialRecord(z.enum(FACILITY_MEASURE_IDS), z.string()).default({}),
    /** Rows of another table that say how many people of which village go there. */
    catchment: z
      .strictObject({
        file: z.string(),
        entry: z.string().optional(),
        layer: z.string().optional(),
        encoding: z.string().optional(),
        key: codeColumn,
        village: codeColumn,
        count: z.string(),
        period: period.optional(),
      })
      .optional(),
  })
  .refine(({ point, village }) => point !== undefined || village !== undefined, {
    message: "facilities have a point or a village",
  })
  .refine(
    ({ columns, catchment, period }) =>
      (Object.keys(columns).length === 0 && !catchment) || period !== undefined,
    {
      message: "figures have a period",
    },
  );

export const roadsSchema = z.strictObject({
  ...source,
  class: chosen(z.enum(ROAD_CLASSES)),
  surface: chosen(z.enum(SURFACES)).optional(),
  /** A column with km/h. */
  speed: z.string().optional(),
  /** A column with yes, 1, F (along the line), -1, T (against it); all else is both ways. */
  one_way: z.string().optional(),
  /** A column with 0 on the ground, above it on a bridge, below in a tunnel. */
  level: z.string().optional(),
  /** A column that names the road, of which a file may have several records. */
  code: z.string().optional(),
});

export type FacilitiesSpec = z.infer<typeof facilitiesSchema>;
export type RoadsSpec = z.infer<typeof roadsSchema>;
export const KNOWN_KINDS = FACILITY_KINDS.map(({ id }) => id);
