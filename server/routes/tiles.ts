// GET /tiles/…: tiles, whole, or geometry and values apart. What is in memory is answered by `TileFastPath` before it comes here.

import type { Request, Response } from "express";
import { tileContract, tileGeometryContract, tileValuesContract } from "#domain/contract/tiles";
import { sendAnswer } from "#server/http/answer";
import { answerTile } from "#server/http/answer_tile";
import { acceptsGzip } from "#server/http/content_encoding";
import { parseParameters } from "#server/http/parameters";
import { raw } from "#server/http/route";
import type { Services } from "#server/http/services";
import { findRelease } from "#server/read/find_release";
import { readTileBody } from "#server/read/tiles/tile_body";
import { GEOMETRY, VALUES, WHOLE, type TileForm } from "#server/read/tiles/tile_format";
import {
  parsePlace,
  requestOf,
  type TileAddress,
  type TileParameters,
} from "#server/read/tiles/tile_request";

const addressOf = ({ params }: Request): TileAddress => ({
  release: String(params["release"]),
  edition: String(params["edition"]),
  level: String(params["level"]),
  z: String(params["z"]),
  x: String(params["x"]),
  y: String(params["y"]),
});

async function sendTile(
  services: Services,
  req: Request,
  res: Response,
  form: TileForm,
  parameters: TileParameters,
): Promise<void> {
  const place = parsePlace(addressOf(req));
  const release = await findRelease(services, place);
  const request = requestOf(release, place, form, parameters);
  const body = await readTileBody(
    services.store.of(place.edition),
    request,
    acceptsGzip(req.headers["accept-encoding"]),
  );
  sendAnswer(req.headers, res, answerTile(request, body, place.address), body);
}

export const tileRoute = raw(tileContract, async (services, req, res) => {
  await sendTile(services, req, res, WHOLE, parseParameters(tileContract.query, req.query));
});

export const tileGeometryRoute = raw(tileGeometryContract, async (services, req, res) => {
  const { n } = parseParameters(tileGeometryContract.query, req.query);
  await sendTile(services, req, res, GEOMETRY, { n, boundary: String(req.params["boundary"]) });
});

export const tileValuesRoute = raw(tileValuesContract, async (services, req, res) => {
  await sendTile(services, req, res, VALUES, parseParameters(tileValuesContract.query, req.query));
});
