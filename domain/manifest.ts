// What a dataset says of itself: title, licence, levels, and what it adds to the built-in registry.

import { z } from "zod";
import { idSchema } from "./id.ts";
import { currencySchema } from "./currency.ts";
import { textSchema } from "./text.ts";
import { indicatorSchema } from "./indicator.ts";
import { levelSchema } from "./level.ts";
import { measureSchema } from "./measure.ts";

export const manifestSchema = z.strictObject({
  /** One database holds one territory, named by this id. */
  dataset: idSchema,
  title: textSchema,
  licence: z.strictObject({ name: z.string(), attribution: z.string() }),
  /** True for invented data: every screen then says so. */
  isFictional: z.boolean(),
  defaultLanguage: z.string(),
  /** What money is in, by ISO 4217; left out for yuan. */
  currency: currencySchema.optional(),
  /** Top to bottom. */
  levels: z.array(levelSchema).min(2).max(6),
  /** What the dataset adds to the built-in registry. */
  measures: z.array(measureSchema),
  indicators: z.array(indicatorSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;
