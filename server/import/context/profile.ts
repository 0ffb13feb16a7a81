// The part of a profile that says what stands on the map beside the areas.

import { z } from "zod";
import { VECTOR_LAYER_IDS } from "#domain/context";
import { idSchema } from "#domain/id";

const file = { file: z.string(), entry: z.string().optional(), crs: z.string().optional() };

const layer = z.strictObject({
  layer: z.enum(VECTOR_LAYER_IDS, { error: `is one of ${VECTOR_LAYER_IDS.join(", ")}` }),
  ...file,
  /** Layer of a GeoPackage, object of a TopoJSON. */
  in: z.string().optional(),
  encoding: z.string().optional(),
  /** One class for all, or a column and what its values mean; others are left out. */
  class: z.union([idSchema, z.strictObject({ column: z.string(), as: z.record(z.string(), idSchema) })]),
  /** A number for all, or a column. */
  rank: z.union([z.number(), z.string()]).optional(),
  /** By language: a column. */
  name: z.record(z.string(), z.string()).optional(),
  /** Column with the code of the area that a point stands for. */
  area: z.string().optional(),
  /** Columns of points, in a table without geometries. */
  point: z.strictObject({ lon: z.string(), lat: z.string() }).optional(),
  /** Takes only rows for which this is true. */
  where: z.string().optional(),
});

export const contextSchema = z.strictObject({
  layers: z.array(layer).default([]),
  /** Heights in metres as GeoTIFF. */
  relief: z.strictObject(file).optional(),
});

export type ContextSection = z.infer<typeof contextSchema>;
export type ContextLayerSpec = z.infer<typeof layer>;
export type ReliefSpec = NonNullable<ContextSection["relief"]>;
