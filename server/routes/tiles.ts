// GET /tiles/…: tiles, whole, or geometry and values apart. What is in memory is answered by `HotTiles` before it comes here.

import type { Express, Request, Response } from "express";
import { tileContract, tileGeometryContract, tileValuesContract } from "#domain/contract/tiles";
import { GEOMETRY, tileBody, VALUES, WHOLE } from "#server/read/tiles/tile_format";
import {
  parsePlace,
  requestOf,
  tagOf,
  type TileAddress,
  type TileRequest,
} from "#server/read/tiles/tile_request";
import {
  acceptsGzip,
  cacheControlOf,
  findRelease,
  get,
  parseParameters,
  sendBody,
  type Services,
} from "#server/http/serve";

/** Answers a request for a tile; 204 where no area is. */
async function sendTile(
  { store, hotTiles }: Services,
  req: Pick<Request, "fresh" | "acceptsEncodings" | "headers">,
  res: Response,
  request: TileRequest,
  cacheControl: string,
): Promise<void> {
  const isGzip = acceptsGzip(req);
  const body = await tileBody(store, request, isGzip);
  hotTiles.learn(req, isGzip, res.getHeaders());
  if (body) {
    sendBody(req, res, body, cacheControl, tagOf(request));
    return;
  }
  res.setHeader("Cache-Control", cacheControl);
  res.status(204).end();
}

export function tileRoute(app: Express, services: Services): void {
  get<TileAddress>(app, tileContract.path, async (req, res) => {
    const { c } = parseParameters(tileContract.query, req.query);
    const place = parsePlace(req.params);
    const request = requestOf(await findRelease(services, place.number), place, WHOLE, { c });
    await sendTile(services, req, res, request, cacheControlOf(place.number));
  });
}

export function tileGeometryRoute(app: Express, services: Services): void {
  get<TileAddress & { boundary: string }>(app, tileGeometryContract.path, async (req, res) => {
    const { n } = parseParameters(tileGeometryContract.query, req.query);
    const place = parsePlace(req.params);
    const { boundary } = req.params;
    const release = await findRelease(services, place.number);
    const request = requestOf(release, place, GEOMETRY, { boundary, n });
    await sendTile(services, req, res, request, cacheControlOf(place.number));
  });
}

export function tileValuesRoute(app: Express, services: Services): void {
  get<TileAddress>(app, tileValuesContract.path, async (req, res) => {
    const { c } = parseParameters(tileValuesContract.query, req.query);
    const place = parsePlace(req.params);
    const request = requestOf(await findRelease(services, place.number), place, VALUES, { c });
    await sendTile(services, req, res, request, cacheControlOf(place.number));
  });
}
