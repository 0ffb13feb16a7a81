// GET /api/areas and /api/areas/{code}

import { areaContract, areasContract } from "#domain/contract/areas";
import { findArea } from "#server/read/areas/area_rows";
import { searchAreas } from "#server/read/areas/area_search";
import { fromRelease } from "#server/http/route";

export const areasRoute = fromRelease(areasContract, async ({ query, release, store }) => ({
  release: release.number,
  ...(await searchAreas(store, release, query)),
}));

export const areaRoute = fromRelease(areaContract, async ({ params, release, store }) => ({
  release: release.number,
  ...(await findArea(store, release, params.code)).detail,
}));
