import { z } from "zod";
import { contract, noParams } from "./contract.ts";

const noQuery = z.strictObject({});

/** What a prober asks: whether the process answers at all. */
export const liveContract = contract({
  id: "live",
  path: "/live",
  summary: "Whether the process answers; what does not is to be started anew",
  params: noParams,
  query: noQuery,
  response: z.object({ status: z.literal("live") }),
});

export const readyContract = contract({
  id: "ready",
  path: "/ready",
  summary: "Whether requests can be sent here; 503 while nothing is published that could be answered from",
  params: noParams,
  query: noQuery,
  response: z.object({ status: z.literal("ready"), release: z.int() }),
});

export const healthContract = contract({
  id: "health",
  path: "/api/health",
  summary: "Whether the server can answer; for who works on its machine also what it holds in memory",
  params: noParams,
  query: noQuery,
  response: z.object({
    status: z.enum(["ok", "degraded"]),
    /** The latest published release, null before the first one. */
    release: z.int().nullable(),
    database: z.object({
      mode: z.enum(["embedded", "native"]),
      reachable: z.boolean(),
      /** Null for who asks from elsewhere. */
      version: z.string().nullable(),
      /** Whether the database itself refuses the household register to the endpoints. */
      registerBarred: z.boolean(),
    }),
    uptimeSeconds: z.number(),
    /** Absent, as `caches`, for who asks from elsewhere. */
    memoryBytes: z.int().optional(),
    caches: z
      .record(
        z.string(),
        z.object({ entries: z.int(), bytes: z.int(), maxBytes: z.int(), hits: z.int(), misses: z.int() }),
      )
      .optional(),
  }),
});

export const metricsContract = contract({
  id: "metrics",
  path: "/metrics",
  summary:
    "Figures for Prometheus, from the machine of the server alone; METRICS_PORT opens them on a port of its own",
  access: "operator",
  params: noParams,
  query: noQuery,
  media: "text/plain; version=0.0.4; charset=utf-8",
  response: z.string(),
});
