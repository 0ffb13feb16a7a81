// Measures: whole numbers counted in a village in a period; they add up, but for those of `from_records`. Only measures are stored as facts.

import { z } from "zod";
import { HELP_MEASURES } from "./registry/help_measures.ts";
import {
  DEPRIVATIONS,
  DEPRIVATION_TOTAL,
  MULTIDIMENSIONAL_MEASURES,
  POVERTY_CUTOFF,
} from "./registry/multidimensional.ts";
import { INEQUALITY_MEASURE_ROWS } from "./registry/inequality.ts";
import { POVERTY_MEASURES } from "./registry/poverty_measures.ts";
import { SUPPLY_MEASURES } from "./registry/supply_measures.ts";
import { UNIT_IDS } from "./unit.ts";

export const measureSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: z.record(z.string(), z.string()),
  unit: z.enum(UNIT_IDS),
  /** Given for every level from the records of its people, because it does not add up. */
  rollUp: z.literal("from_records").optional(),
});

export type Measure = z.infer<typeof measureSchema>;

export type { DeprivationId } from "./registry/multidimensional.ts";
export { DEPRIVATIONS, DEPRIVATION_TOTAL, MULTIDIMENSIONAL_MEASURES, POVERTY_CUTOFF };

/** The built-in registry. A dataset adds rows of the same type in its import profile. */
export const MEASURES: readonly Measure[] = [
  ...POVERTY_MEASURES,
  ...INEQUALITY_MEASURE_ROWS,
  ...SUPPLY_MEASURES,
  ...HELP_MEASURES,
];
