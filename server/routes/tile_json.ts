// GET /tiles/{release}/{edition}/{level}.json: the TileJSON of a level, for other clients.

import { tileJsonContract } from "#domain/contract/tiles";
import { cacheControl } from "#server/http/cache_headers";
import { parseParameters } from "#server/http/parameters";
import { raw } from "#server/http/route";
import { checkEdition, findRelease } from "#server/read/find_release";
import { parseColumns, parseEdition, parseReleaseAddress } from "#server/read/tiles/tile_request";

export const tileJsonRoute = raw(tileJsonContract, async (services, req, res) => {
  const params = req.params as Record<"release" | "edition" | "level", string>;
  const query = parseParameters(tileJsonContract.query, req.query);
  const address = parseReleaseAddress(params.release);
  const edition = parseEdition(params.edition);
  checkEdition(tileJsonContract, edition);
  const release = await findRelease(services, { address, edition });
  const level = release.level(params.level);
  const columns = parseColumns(release, level.id, query.c);
  const { catalog } = release;
  const origin = `${req.protocol}://${req.get("host") ?? "localhost"}`;
  const suffix = query.c ? `?c=${query.c.split(",").map(encodeURIComponent).join(",")}` : "";
  const fields: Record<string, string> = { code: "String", name: "String" };
  columns.forEach(({ indicator, period }, at) => {
    fields[`v${at}`] = `${indicator} in ${period}: a number, or N/A, SUP, N/P where there is none`;
  });
  const { access } = tileJsonContract;
  res.setHeader("Cache-Control", cacheControl({ edition, access }, address));
  res.vary("Host");
  res.json({
    tilejson: "3.0.0",
    tiles: [`${origin}/tiles/${release.address}/${edition}/${level.id}/{z}/{x}/{y}.mvt${suffix}`],
    vector_layers: [{ id: level.id, fields, minzoom: level.minZoom, maxzoom: level.maxZoom }],
    minzoom: level.minZoom,
    maxzoom: level.maxZoom,
    bounds: catalog.bbox,
    attribution: catalog.licence.attribution,
    name: `${catalog.title["en"] ?? catalog.dataset}: ${level.label["en"] ?? level.id}`,
  });
});
