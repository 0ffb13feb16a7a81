// GET /api/health: never asks the database, so it answers while that is away.

import type { Express } from "express";
import { healthContract } from "#domain/contract/health";
import type { Database } from "#sql/connect";
import { serve, type Services } from "../route.ts";

export function healthRoute(
  app: Express,
  services: Services,
  database: Pick<Database, "mode" | "version">,
): void {
  const { store, watch } = services;
  serve(app, healthContract, () => ({
    status: watch.isReachable ? ("ok" as const) : ("degraded" as const),
    release: watch.latest,
    database: { mode: database.mode, reachable: watch.isReachable, version: database.version },
    uptimeSeconds: Math.round(process.uptime()),
    memoryBytes: process.memoryUsage.rss(),
    caches: store.statistics(),
  }));
}
