// GET /api/releases: what was ever published, newest first.

import { releasesContract } from "#domain/contract/releases";
import { plain } from "#server/http/route";

export const releasesRoute = plain(releasesContract, ({ watch }) => ({
  latest: watch.latest?.number ?? null,
  releases: [...watch.releases],
}));
