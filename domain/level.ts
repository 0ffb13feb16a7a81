// Levels: the tiers of areas, top to bottom. Their number, names and codes are data.

import { z } from "zod";
import { idSchema } from "./id.ts";
import { textSchema } from "./text.ts";

export const levelSchema = z.strictObject({
  id: idSchema,
  /** 0 is the top level. */
  ordinal: z.int().min(0).max(5),
  label: textSchema,
  /** The plural, where the language has one. */
  plural: textSchema.optional(),
});

export type AreaLevel = z.infer<typeof levelSchema>;
