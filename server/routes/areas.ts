// GET /api/areas and /api/areas/{code}

import type { Express } from "express";
import { areaContract, areasContract } from "#domain/contract/areas";
import { findArea, searchAreas } from "#server/read/areas/area_rows";
import { serveRelease, type Services } from "#server/http/serve";

export function areasRoute(app: Express, services: Services): void {
  serveRelease(app, areasContract, services, async ({ query, release, store }) => ({
    release: release.number,
    ...(await searchAreas(store, release, query)),
  }));
}

export function areaRoute(app: Express, services: Services): void {
  serveRelease(app, areaContract, services, async ({ params, release, store }) => ({
    release: release.number,
    ...(await findArea(store, release, params.code)).detail,
  }));
}
