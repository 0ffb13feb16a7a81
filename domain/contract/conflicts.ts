import { z } from "zod";
import { contract, releaseQuery } from "./contract.ts";
import { codeParams, releaseField } from "./fields.ts";
import { textSchema } from "#domain/text";

export const conflictsContract = contract({
  id: "contested",
  editions: ["internal"],
  path: "/api/areas/:code/contested",
  summary:
    "The areas inside one area of which two tables state different numbers, the largest difference first",
  params: codeParams,
  query: releaseQuery.extend({
    period: z.string().optional(),
    /** Only of this measure. */
    measure: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  response: z.object({
    ...releaseField,
    period: z.string(),
    /** How many there are; `areas` holds the first of them. */
    total: z.int(),
    areas: z.array(
      z.object({
        code: z.string(),
        names: textSchema,
        /** Of the areas above, from the level under the top down. */
        parentNames: z.array(textSchema),
        measure: z.string(),
        /** Of the table that states something else. */
        fileName: z.string(),
        stated: z.number(),
        /** What is shown instead. */
        used: z.number(),
      }),
    ),
  }),
});
export type Conflicts = z.infer<typeof conflictsContract.response>;
