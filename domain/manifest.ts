// The catalogue of a release: what there is to look at. Made from the built-in registry and what the dataset declares.

import { z } from "zod";
import { indicatorSchema } from "./indicator.ts";
import { levelSchema } from "./level.ts";
import { measureSchema } from "./measure.ts";

export const manifestSchema = z.strictObject({
  /** One database holds one territory, named by this id. */
  dataset: z.string().regex(/^[a-z][a-z0-9_]*$/),
  title: z.record(z.string(), z.string()),
  licence: z.strictObject({ name: z.string(), attribution: z.string() }),
  /** True for invented data: every screen then says so. */
  isFictional: z.boolean(),
  defaultLanguage: z.string(),
  /** Top to bottom. */
  levels: z.array(levelSchema).min(2).max(6),
  /** What the dataset adds to the built-in registry. */
  measures: z.array(measureSchema),
  indicators: z.array(indicatorSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;
