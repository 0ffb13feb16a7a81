import { z } from "zod";
import { EDITION_IDS } from "#domain/edition";
import { contract, noParams, releaseQuery } from "./contract.ts";
import { releaseField } from "./fields.ts";

const shown = z.object({
  shown: z.int(),
  /** Hidden by a rule, or because the level is not public. */
  byRule: z.int(),
  /** Hidden to protect others. */
  byRepair: z.int(),
});

export const certificateSchema = z.object({
  method: z.string(),
  /** A count of people or households below it is hidden. */
  threshold: z.int(),
  figures: shown,
  /** Figures of the lowest level by class of disclosure. */
  lowestLevel: z.record(z.string(), shown),
  /** Share 0–1 of the figures of the lowest level that are shown; the same of the poorest fifth and of all others, null where poverty is not measured. */
  shareShown: z.number(),
  shareShownPoorest: z.number().nullable(),
  shareShownOthers: z.number().nullable(),
  /** Hidden cells that were audited. */
  cells: z.int(),
  /** Of them those that failed: 0 in whatever is published. */
  unsafe: z.int(),
  /** Narrowest interval that is left of a hidden cell; null where nothing is hidden. */
  narrowest: z.number().nullable(),
  /** Hidden parts of a public whole of fewer than five, which can be anything from none to all of it; not told in old certificates, and no part of `narrowest` where it is. */
  ofFewerThanFive: z.int().optional(),
  /** The same by period. */
  audits: z
    .record(
      z.string(),
      z.object({ cells: z.int(), narrowest: z.number().nullable(), ofFewerThanFive: z.int() }),
    )
    .optional(),
  /** What is withheld in a whole period, as `indicator@period`. */
  withheld: z.array(z.string()),
  /** Earlier releases that were audited together with this one. */
  releases: z.array(z.int()),
  seconds: z.number(),
});

export const certificateContract = contract({
  id: "certificate",
  editions: EDITION_IDS,
  path: "/api/certificate",
  summary: "What the public edition of a release shows and hides, and how well the hidden is hidden",
  params: noParams,
  query: releaseQuery,
  response: z.object({
    ...releaseField,
    certificate: certificateSchema,
    /** SHA-256 of columns, catalogue and certificate. */
    hash: z.string(),
  }),
});
