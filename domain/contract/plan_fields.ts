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

/** Largest id that the database has. */
const MAX_ID = 2 ** 31 - 1;

/** The id of a run, a scenario or a release. */
export const idSchema = z.int().min(1).max(MAX_ID);

export const idParams = z.strictObject({ id: z.coerce.number().int().min(1).max(MAX_ID) });

export const noQuery = z.strictObject({});

export const ofArea = z.strictObject({ area: questionSchema.shape.area });
