// GET /api/health: never asks the database, so it answers while that is away.

import { healthContract } from "#domain/contract/health";
import { plain } from "#server/http/route";

export const healthRoute = plain(healthContract, ({ store, watch, database, tileStatistics }) => ({
  status: watch.isReachable ? ("ok" as const) : ("degraded" as const),
  release: watch.latest?.number ?? null,
  database: {
    mode: database.mode,
    reachable: watch.isReachable,
    version: database.version,
    registerBarred: database.isRegisterBarred,
  },
  uptimeSeconds: Math.round(process.uptime()),
  memoryBytes: process.memoryUsage.rss(),
  caches: { ...store.statistics(), hotTiles: tileStatistics() },
}));
