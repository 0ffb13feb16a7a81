// GET /tiles/{release}/{edition}/{level}.json: the TileJSON of a level, for other clients.

import type { Express } from "express";
import { tileJsonContract } from "#domain/contract/tiles";
import { checkEdition, parseColumns, releaseNumber } from "#server/read/tiles/tile_request";
import { cacheControlOf, findRelease, get, parseParameters, type Services } from "#server/http/serve";

export function tileJsonRoute(app: Express, services: Services): void {
  get<Record<"release" | "edition" | "level", string>>(app, tileJsonContract.path, async (req, res) => {
    const { params } = req;
    const query = parseParameters(tileJsonContract.query, req.query);
    const number = releaseNumber(params.release);
    checkEdition(params.edition);
    const release = await findRelease(services, number);
    const level = release.level(params.level);
    const columns = parseColumns(release, level.id, query.c);
    const { catalog } = release;
    const origin = `${req.protocol}://${req.get("host") ?? "localhost"}`;
    const suffix = query.c ? `?c=${query.c.split(",").map(encodeURIComponent).join(",")}` : "";
    const fields: Record<string, string> = { code: "String", name: "String" };
    columns.forEach(({ indicator, period }, at) => {
      fields[`v${at}`] = `${indicator} in ${period}: a number, or N/A, SUP, N/P where there is none`;
    });
    res.setHeader("Cache-Control", cacheControlOf(number));
    res.vary("Host");
    res.json({
      tilejson: "3.0.0",
      tiles: [`${origin}/tiles/${release.number}/${params.edition}/${level.id}/{z}/{x}/{y}.mvt${suffix}`],
      vector_layers: [{ id: level.id, fields, minzoom: level.minZoom, maxzoom: level.maxZoom }],
      minzoom: level.minZoom,
      maxzoom: level.maxZoom,
      bounds: catalog.bbox,
      attribution: catalog.licence.attribution,
      name: `${catalog.title["en"] ?? catalog.dataset}: ${level.label["en"] ?? level.id}`,
    });
  });
}
