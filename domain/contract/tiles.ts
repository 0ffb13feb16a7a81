import { z } from "zod";
import { EDITION_IDS } from "#domain/edition";
import { contract, releaseAddress } from "./contract.ts";

/** Most columns in one tile. */
export const MAX_TILE_COLUMNS = 8;

/** What of a level whoever draws its tiles needs. */
export interface TileLevel {
  /** Address of the release. */
  readonly release: string;
  /** Address of the boundaries: releases that share it share the geometry. */
  readonly boundary: string;
  readonly id: string;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** From this zoom on its areas are large enough for a line around each. */
  readonly legibleZoom: number;
}

const release = releaseAddress.or(z.literal("latest"));
const edition = z.enum(EDITION_IDS);

export const tileJsonContract = contract({
  id: "tilejson",
  editions: EDITION_IDS,
  path: "/tiles/:release/:edition/:level.json",
  summary: "TileJSON 3.0 of a level",
  params: z.strictObject({ release, edition, level: z.string() }),
  query: z.strictObject({ c: z.string().optional() }),
  response: z.object({
    tilejson: z.literal("3.0.0"),
    tiles: z.array(z.string()),
    vector_layers: z.array(
      z.object({
        id: z.string(),
        fields: z.record(z.string(), z.string()),
        minzoom: z.int(),
        maxzoom: z.int(),
      }),
    ),
    minzoom: z.int(),
    maxzoom: z.int(),
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    attribution: z.string(),
    name: z.string(),
  }),
});

/** `c=mpi@2022,population@2022`: up to MAX_TILE_COLUMNS columns, which become v0, v1, … */
const columnsQuery = z.strictObject({
  c: z.string().optional().describe(`up to ${MAX_TILE_COLUMNS} columns: indicator@period,indicator@period,…`),
});

const address = {
  level: z.string(),
  z: z.coerce.number().int(),
  x: z.coerce.number().int(),
  y: z.coerce.number().int(),
};

export const tileContract = contract({
  id: "tile",
  editions: EDITION_IDS,
  path: "/tiles/:release/:edition/:level/:z/:x/:y.mvt",
  summary:
    "A Mapbox Vector Tile 2.1 of one level: feature id = idx, properties code, name, v0, v1, … in the order of c",
  params: z.strictObject({ release, edition, ...address }),
  query: columnsQuery,
  media: "application/vnd.mapbox-vector-tile",
  response: z.instanceof(Uint8Array),
});

export const tileGeometryContract = contract({
  id: "tile-geometry",
  editions: EDITION_IDS,
  path: "/tiles/:release/:edition/geometry/:boundary/:level/:z/:x/:y",
  summary:
    "What is constant of a tile: the prefix for n columns, then idx of every feature as uint32 and their number as uint32, little endian",
  params: z.strictObject({ release, edition, boundary: z.string(), ...address }),
  query: z.strictObject({ n: z.coerce.number().int().min(0).max(MAX_TILE_COLUMNS).default(1) }),
  media: "application/octet-stream",
  response: z.instanceof(Uint8Array),
});

export const tileValuesContract = contract({
  id: "tile-values",
  editions: EDITION_IDS,
  path: "/tiles/:release/:edition/values/:level/:z/:x/:y",
  summary:
    "What changes of a tile: for every column of c the float32 values of its features, in four planes of one byte each",
  params: z.strictObject({ release, edition, ...address }),
  query: columnsQuery,
  media: "application/octet-stream",
  response: z.instanceof(Uint8Array),
});
