// Levels: the tiers of areas, top to bottom. Their number, names and codes are data.

import { z } from "zod";

const text = z.record(z.string(), z.string());

export const levelSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  /** 0 is the top level. */
  ordinal: z.int().min(0).max(5),
  label: text,
  /** The plural, where the language has one. */
  plural: text.optional(),
});

export type Level = z.infer<typeof levelSchema>;
