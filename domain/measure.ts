// Measures: whole numbers counted in a village in a period, which add up, and statistics, which do not. Only measures are stored as facts.

import { z } from "zod";
import { idSchema } from "./id.ts";
import { textSchema } from "./text.ts";
import { UNIT_IDS } from "./unit.ts";

export const measureSchema = z.strictObject({
  id: idSchema,
  label: textSchema,
  unit: z.enum(UNIT_IDS),
  /** Given for every level from the records of its people, because it does not add up. */
  rollUp: z.literal("from_records").optional(),
  /** A rate, a score, an estimate or its error: a number of its own level, with decimals, that does not add up. */
  statistic: z.literal(true).optional(),
});

export type Measure = z.infer<typeof measureSchema>;
