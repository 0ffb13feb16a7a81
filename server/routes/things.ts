// GET /api/facilities, /api/facilities/{code} and tiles of facilities and roads.

import {
  facilitiesContract,
  facilityContract,
  mayShow,
  THING_LAYERS,
  thingTileContract,
} from "#domain/contract/things";
import { ProblemError } from "#server/errors";
import { answerHeaders, sendAnswer } from "#server/http/answer";
import { cacheControl, cacheTag } from "#server/http/cache_headers";
import { acceptsGzip } from "#server/http/content_encoding";
import { parseParameters } from "#server/http/parameters";
import { fromRelease, raw } from "#server/http/route";
import { DATA_SECURITY } from "#server/http/security_headers";
import { findRelease } from "#server/read/find_release";
import type { Release } from "#server/read/release";
import { listFacilities, readFacility } from "#server/read/things/facilities";
import { thingContentName, thingTile } from "#server/read/things/thing_tile";

/** The period asked for, else the last one. */
const periodOf = (release: Release, asked: string | undefined): string =>
  asked === undefined ? (release.catalog.periods.at(-1) ?? "") : release.period(asked);

export const facilitiesRoute = fromRelease(facilitiesContract, async ({ query, release, store }) => {
  const period = periodOf(release, query.period);
  return { release: release.number, period, ...(await listFacilities(store, release, period, query)) };
});

export const facilityRoute = fromRelease(facilityContract, async ({ params, query, release, store }) => ({
  release: release.number,
  ...(await readFacility(store, release, periodOf(release, query.period), params.code)),
}));

export const thingTileRoute = raw(thingTileContract, async (services, req, res) => {
  const { release: address, edition, ...tile } = parseParameters(thingTileContract.params, req.params);
  const query = parseParameters(thingTileContract.query, req.query);
  const { layer, z, x, y } = tile;
  const { minZoom, maxZoom } = THING_LAYERS[layer];
  if (z < minZoom || z > maxZoom)
    throw new ProblemError(
      404,
      "no such zoom",
      `${layer} have tiles at zooms ${minZoom} to ${maxZoom}, not ${z}`,
    );
  if (x >= 2 ** z || y >= 2 ** z)
    throw new ProblemError(
      400,
      "bad tile address",
      `tile ${z}/${x}/${y} does not exist: x and y are below ${2 ** z}`,
    );
  if (!mayShow(layer, edition))
    throw new ProblemError(404, "no such edition", `there is no ${edition} edition of ${layer}`);
  const wanted = address === "latest" ? undefined : address;
  const release = await findRelease(services, { address: wanted, edition });
  const content = { batches: release.things, period: periodOf(release, query.period) };
  const body = await thingTile(services.store, tile, content, acceptsGzip(req.headers["accept-encoding"]));
  const audience = { edition, access: thingTileContract.access };
  const others = [...DATA_SECURITY, ...cacheTag(audience, wanted)];
  const tag = `${release.address}-${thingContentName(tile, content)}-${z}-${x}-${y}`;
  sendAnswer(req.headers, res, answerHeaders(body, cacheControl(audience, wanted), tag, others), body);
});
