import { z } from "zod";
import { contract } from "./contract.ts";

/** Most columns in one tile. */
export const MAX_TILE_COLUMNS = 8;

export const EDITIONS = ["internal"] as const;

const release = z.coerce.number().int().positive();

export const tileJsonContract = contract({
  id: "tilejson",
  path: "/tiles/:release/:edition/:level.json",
  summary: "TileJSON 3.0 of a level",
  params: z.strictObject({ release, edition: z.enum(EDITIONS), level: z.string() }),
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
export const tileQuery = z.strictObject({ c: z.string().optional() });
