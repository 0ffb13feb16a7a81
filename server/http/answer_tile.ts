// What is answered to a request for a tile, the same in front of Express and behind it.

import type { Body } from "#server/read/body";
import { tagOf, type TileRequest } from "#server/read/tiles/tile_request";
import { answerHeaders, type AnswerHeaders } from "./answer.ts";
import { cacheControl, cacheTag } from "./cache_headers.ts";
import { DATA_SECURITY } from "./security_headers.ts";

/** The headers that go with the body of a tile, of which the URL names the release by `address`. */
export function answerTile(request: TileRequest, body: Body, address: string | undefined): AnswerHeaders {
  const { edition, form } = request;
  const audience = { edition, access: form.contract.access };
  const others = [...DATA_SECURITY, ...cacheTag(audience, address)];
  return answerHeaders(body, cacheControl(audience, address), tagOf(request), others);
}
