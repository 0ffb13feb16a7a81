// Facilities and roads: lists, one facility, and tiles of both.

import { z } from "zod";
import { EDITION_IDS } from "#domain/edition";
import { FACILITY_KINDS, FACILITY_MEASURE_IDS, facilityKind } from "#domain/facilities";
import { textSchema } from "#domain/text";
import { contract, noParams, releaseAddress, releaseQuery } from "./contract.ts";
import { codeParams, releaseField } from "./fields.ts";

/** What tiles of each layer hold, and at which zooms; beyond the last one they are drawn larger. */
export const THING_LAYERS = {
  facilities: { minZoom: 5, maxZoom: 11 },
  roads: { minZoom: 4, maxZoom: 11 },
} as const;
export type ThingLayer = keyof typeof THING_LAYERS;
export const THING_LAYER_IDS = Object.keys(THING_LAYERS) as [ThingLayer, ...ThingLayer[]];

const point = z.tuple([z.number(), z.number()]);

/** By measure; null where it is not known. */
const figures = z.partialRecord(z.enum(FACILITY_MEASURE_IDS), z.number().nullable());

const placeName = z.object({ code: z.string(), names: textSchema });

const facilitySummary = z.object({
  code: z.string(),
  /** Of FACILITY_KINDS. */
  kind: z.string(),
  names: textSchema,
  /** [lon, lat]; null where only the village is known. */
  point: point.nullable(),
  /** The village it lies in, else the one of its address; null where neither is known. */
  village: placeName.nullable(),
  /** Of the areas above the village, from the top down. */
  parentNames: z.array(textSchema),
  /** Of the period; empty where there are none. */
  figures,
});
export type FacilitySummary = z.infer<typeof facilitySummary>;

const listOf = (known: readonly string[]) =>
  z
    .string()
    .transform((text) => text.split(","))
    .refine((ids) => ids.every((id) => known.includes(id)), `is a list of ${known.join(", ")}, with commas`);

const BBOX_RULE = "is west,south,east,north in degrees";
const bbox = z
  .string()
  .transform((text) => text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part))))
  .refine(
    (box) =>
      box.length === 4 &&
      box.every(Number.isFinite) &&
      box[0]! < box[2]! &&
      box[1]! < box[3]! &&
      Math.abs(box[0]!) <= 180 &&
      Math.abs(box[2]!) <= 180 &&
      Math.abs(box[1]!) <= 90 &&
      Math.abs(box[3]!) <= 90,
    BBOX_RULE,
  );

export const facilitiesContract = contract({
  id: "facilities",
  editions: ["internal"],
  path: "/api/facilities",
  summary: "Facilities by name or code, by kind, inside an area or a box; best match first, else by code",
  params: noParams,
  query: releaseQuery.extend({
    q: z.string().max(100).optional(),
    kind: listOf(FACILITY_KINDS.map(({ id }) => id))
      .optional()
      .describe("one or more kinds, with commas between"),
    /** Code of an area of any level. */
    area: z.string().max(64).optional(),
    bbox: bbox.optional().describe(BBOX_RULE),
    period: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(5_000).default(50),
  }),
  response: z.object({
    ...releaseField,
    period: z.string(),
    total: z.int(),
    facilities: z.array(facilitySummary),
  }),
});
export type Facilities = z.infer<typeof facilitiesContract.response>;

export const facilityContract = contract({
  id: "facility",
  editions: ["internal"],
  path: "/api/facilities/:code",
  summary: "One facility: its figures in every period, and the villages whose people go there",
  params: codeParams,
  query: releaseQuery.extend({ period: z.string().optional() }),
  response: facilitySummary.extend({
    ...releaseField,
    period: z.string(),
    /** First period in which it is open, and the first in which it is no more; null where not known, or open still. */
    opened: z.string().nullable(),
    closed: z.string().nullable(),
    /** The village that it states as its address where it lies in another one. */
    statedVillage: placeName.nullable(),
    trend: z.array(z.object({ period: z.string(), figures })),
    /** In the period, largest first; null where nobody says. */
    catchment: z.array(placeName.extend({ centre: point.nullable(), count: z.number() })).nullable(),
    source: z.object({
      department: textSchema,
      fileName: z.string(),
      reportingDate: z.string().nullable(),
    }),
  }),
});
export type Facility = z.infer<typeof facilityContract.response>;

const tileNumber = z.coerce.number().int().min(0);

export const thingTileContract = contract({
  id: "thing-tile",
  editions: EDITION_IDS,
  path: "/tiles/:release/:edition/things/:layer/:z/:x/:y.mvt",
  summary:
    "A Mapbox Vector Tile 2.1 of facilities (code, kind, name:…, served, capacity, overfull in a period) or roads (class, surface, name:…)",
  params: z.strictObject({
    release: releaseAddress.or(z.literal("latest")),
    edition: z.enum(EDITION_IDS),
    layer: z.enum(THING_LAYER_IDS),
    z: tileNumber,
    x: tileNumber,
    y: tileNumber,
  }),
  query: z.strictObject({ period: z.string().optional() }),
  media: "application/vnd.mapbox-vector-tile",
  response: z.instanceof(Uint8Array),
});

/** Which layers an edition has: figures of single schools are not for everybody. */
export const mayShow = (layer: ThingLayer, edition: (typeof EDITION_IDS)[number]): boolean =>
  layer === "roads" || edition === "internal";

/** The zoom from which tiles hold facilities of a kind. */
export const facilityMinZoom = (kind: string): number =>
  Math.floor(facilityKind(kind)?.symbol.minZoom ?? THING_LAYERS.facilities.minZoom);
