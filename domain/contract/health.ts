import { z } from "zod";
import { contract, noParams } from "./contract.ts";

export const healthContract = contract({
  id: "health",
  path: "/api/health",
  summary: "Whether the server can answer, and what it holds in memory",
  params: noParams,
  query: z.strictObject({}),
  response: z.object({
    status: z.enum(["ok", "degraded"]),
    /** The latest published release, null before the first one. */
    release: z.int().nullable(),
    database: z.object({
      mode: z.enum(["embedded", "native"]),
      reachable: z.boolean(),
      version: z.string().nullable(),
      /** Whether the database itself refuses the household register to the endpoints. */
      registerBarred: z.boolean(),
    }),
    uptimeSeconds: z.number(),
    memoryBytes: z.int(),
    caches: z.record(
      z.string(),
      z.object({ entries: z.int(), bytes: z.int(), maxBytes: z.int(), hits: z.int(), misses: z.int() }),
    ),
  }),
});
