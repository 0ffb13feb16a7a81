// GET /api/health: never asks the database, so it answers while that is away.

import type { Express } from "express";
import { healthContract } from "#domain/contract/health";
import type { Database } from "#sql/connect";
import { serve, type Services } from "#server/http/serve";

export interface ServedDatabase extends Pick<Database, "mode" | "version"> {
  readonly isRegisterBarred: boolean;
}

export function healthRoute(app: Express, services: Services, database: ServedDatabase): void {
  const { store, watch, hotTiles } = services;
  serve(app, healthContract, () => ({
    status: watch.isReachable ? ("ok" as const) : ("degraded" as const),
    release: watch.latest,
    database: {
      mode: database.mode,
      reachable: watch.isReachable,
      version: database.version,
      registerBarred: database.isRegisterBarred,
    },
    uptimeSeconds: Math.round(process.uptime()),
    memoryBytes: process.memoryUsage.rss(),
    caches: { ...store.statistics(), hotTiles: hotTiles.answers.statistics() },
  }));
}
