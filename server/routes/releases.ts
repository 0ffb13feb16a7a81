// GET /api/releases: what was ever published, newest first.

import type { Express } from "express";
import { releasesContract } from "#domain/contract/releases";
import { serve, type Services } from "#server/http/serve";

export function releasesRoute(app: Express, { watch }: Services): void {
  serve(app, releasesContract, () => ({ latest: watch.latest, releases: [...watch.releases] }));
}
