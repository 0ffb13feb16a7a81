import { z } from "zod";
import { EDITION_IDS } from "#domain/edition";
import { indicatorSchema } from "#domain/indicator";
import { levelSchema } from "#domain/level";
import { measureSchema } from "#domain/measure";
import { contract, noParams, releaseQuery } from "./contract.ts";
import { releaseField } from "./fields.ts";
import { textSchema } from "#domain/text";

export const catalogResponse = z.object({
  ...releaseField,
  /** Number and stamp of this release: the name to ask for everything else with, whose answers never change. */
  address: z.string(),
  publishedAt: z.string().nullable(),
  /** Tile geometry is kept under this number: releases that share it share every prefix. */
  boundaryVersion: z.int(),
  /** The same with a stamp, for the address of geometry. */
  boundaryAddress: z.string(),
  dataset: z.string(),
  title: textSchema,
  licence: z.object({ name: z.string(), attribution: z.string() }),
  isFictional: z.boolean(),
  defaultLanguage: z.string(),
  /** What money is in, by ISO 4217; left out for yuan. */
  currency: z.string().optional(),
  /** [west, south, east, north] of everything that is drawn. */
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** False for a territory without a single geometry; left out in older releases, which have some. */
  isDrawn: z.boolean().optional(),
  /** The area of the top level when there is exactly one, else the whole of them (`#domain/whole`); null in older releases without a single one. */
  rootCode: z.string().nullable(),
  levels: z.array(
    levelSchema.extend({
      areaCount: z.int(),
      /** Zooms at which tiles of the level are cut. */
      minZoom: z.int(),
      maxZoom: z.int(),
      /** From this zoom on the level is legible, and the automatic level shows it. */
      legibleZoom: z.number(),
    }),
  ),
  lenses: z.array(
    z.object({
      id: z.string(),
      label: textSchema,
      indicators: z.array(z.string()),
      defaultIndicator: z.string().nullable(),
    }),
  ),
  indicators: z.array(
    indicatorSchema.extend({
      /** The formula in words of measures: `poor_persons / persons`. */
      formula: z.string(),
      /** Periods in which at least one area has a value. */
      periods: z.array(z.string()),
      /** Periods whose figures come from a sample, where there is `sampling`; left out in older releases, where all do. */
      sampledIn: z.array(z.string()).optional(),
      /** Where the figures come from: one entry per table that feeds the indicator. */
      sources: z.array(
        z.object({ department: textSchema, fileName: z.string(), reportingDate: z.string().nullable() }),
      ),
    }),
  ),
  measures: z.array(measureSchema),
  /** What was imported; of two tables that state the same the first decides. */
  tables: z.array(
    z.object({
      id: z.string(),
      department: textSchema,
      fileName: z.string(),
      reportingDate: z.string().nullable(),
      level: z.string(),
      measures: z.array(z.string()),
      priority: z.int(),
    }),
  ),
  periods: z.array(z.string()),
  /** Facilities and roads; absent where there are none. */
  things: z
    .object({
      kinds: z.array(z.object({ id: z.string(), count: z.int() })),
      roadClasses: z.array(z.object({ id: z.string(), count: z.int() })),
      sources: z.array(
        z.object({
          section: z.enum(["facilities", "roads"]),
          department: textSchema,
          fileName: z.string(),
          reportingDate: z.string().nullable(),
        }),
      ),
    })
    .optional(),
});
export type Catalog = z.infer<typeof catalogResponse>;
export type CatalogIndicator = Catalog["indicators"][number];
export type CatalogLevel = Catalog["levels"][number];

export const catalogContract = contract({
  id: "catalog",
  editions: EDITION_IDS,
  path: "/api/catalog",
  summary: "Levels, lenses, indicators with formula and unit, and periods of a release",
  params: noParams,
  query: releaseQuery,
  response: catalogResponse,
});

export const catalogHistoryContract = contract({
  id: "catalog-history",
  editions: ["internal"],
  path: "/api/catalog/:indicator/history",
  summary: "The published releases in which an indicator came, changed its definition or went, newest first",
  params: z.strictObject({ indicator: z.string().min(1).max(64) }),
  query: releaseQuery,
  response: z.object({
    ...releaseField,
    indicator: z.string(),
    changes: z.array(
      z.object({
        release: z.int(),
        publishedAt: z.string(),
        kind: z.enum(["added", "changed", "removed"]),
        /** Fields of the definition that differ from the release before; empty unless it changed. */
        fields: z.array(z.string()),
      }),
    ),
  }),
});
export type CatalogChange = z.infer<typeof catalogHistoryContract.response>["changes"][number];
