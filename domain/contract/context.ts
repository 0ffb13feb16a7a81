import { z } from "zod";
import { CONTEXT_LAYER_IDS } from "#domain/context";
import { contract, noParams } from "./contract.ts";

const bounds = z.tuple([z.number(), z.number(), z.number(), z.number()]);

const contextLayer = z.object({
  layer: z.enum(CONTEXT_LAYER_IDS),
  /** Hash of what its tiles were cut from: other tiles have another address. */
  address: z.string(),
  minZoom: z.int(),
  maxZoom: z.int(),
  /** West, south, east, north of what it holds. */
  bounds,
  /** 0 for pictures. */
  featureCount: z.int(),
});
export type StoredContextLayer = z.infer<typeof contextLayer>;

export const contextContract = contract({
  id: "context",
  path: "/api/context",
  summary: "Which layers stand on the map beside the areas, and where their tiles are",
  params: noParams,
  query: z.strictObject({}),
  response: z.object({ layers: z.array(contextLayer) }),
});

export const contextTileContract = contract({
  id: "context-tile",
  path: "/api/context/:layer/:address/:z/:x/:y",
  summary:
    "A tile of a layer: a Mapbox Vector Tile 2.1 with the properties class, rank, area and name:<language>; of relief and settlement a grey PNG of 512 × 512 pixels, of which 128 is flat or settled ground, less is shadow and more is light",
  params: z.strictObject({
    layer: z.enum(CONTEXT_LAYER_IDS),
    address: z.string().regex(/^[0-9a-f]{16}$/, { error: "is 16 hexadecimal digits, as in /api/context" }),
    z: z.coerce.number().int().min(0).max(22),
    x: z.coerce.number().int().min(0),
    y: z.coerce.number().int().min(0),
  }),
  query: z.strictObject({}),
  media: "application/vnd.mapbox-vector-tile",
  also: ["image/png"],
  response: z.instanceof(Uint8Array),
});
