// What the contracts of planning share.

import { z } from "zod";
import { questionSchema } from "#domain/planning";

/** Longitude and latitude. */
export const pointSchema = z.tuple([z.number(), z.number()]);

/** Sites put by hand, as villages or points; null for those of a run. */
export const sitesSchema = z
  .array(z.union([questionSchema.shape.area, pointSchema]))
  .max(60)
  .nullable();

export const idParams = z.strictObject({
  id: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
});

export const noQuery = z.strictObject({});

export const ofArea = z.strictObject({ area: questionSchema.shape.area });
