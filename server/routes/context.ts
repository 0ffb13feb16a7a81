// GET /api/context: which layers stand on the map beside the areas; and their tiles, which never change under an address.

import { contextContract, contextTileContract } from "#domain/contract/context";
import { answerHeaders, sendAnswer } from "#server/http/answer";
import { acceptsGzip } from "#server/http/content_encoding";
import { parseParameters } from "#server/http/parameters";
import { plain, raw } from "#server/http/route";
import { DATA_SECURITY } from "#server/http/security_headers";
import { contextLayers, contextTile } from "#server/read/context/context_layers";

/** The address is a hash of the content. */
const FOR_EVER = "private, max-age=31536000, immutable";

export const contextRoute = plain(contextContract, async ({ store }) => ({
  layers: await contextLayers(store.rows),
}));

export const contextTileRoute = raw(contextTileContract, async ({ store }, req, res) => {
  const key = parseParameters(contextTileContract.params, req.params);
  parseParameters(contextTileContract.query, req.query);
  const body = await contextTile(store, key, acceptsGzip(req.headers["accept-encoding"]));
  const tag = `${key.address}-${key.layer}-${key.z}-${key.x}-${key.y}`;
  sendAnswer(req.headers, res, answerHeaders(body, FOR_EVER, tag, DATA_SECURITY), body);
});
