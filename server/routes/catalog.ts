// GET /api/catalog: levels, lenses, indicators, measures and periods of a release.

import type { Express } from "express";
import { catalogContract } from "#domain/contract/catalog";
import { serveRelease, type Services } from "../route.ts";

export function catalogRoute(app: Express, services: Services): void {
  serveRelease(app, catalogContract, services, async ({ release }) => ({
    release: release.number,
    publishedAt: release.publishedAt,
    boundaryVersion: release.boundaryVersion,
    ...release.catalog,
  }));
}
