import { expect, test } from "vitest";
import { bodyOf, NO_CONTENT } from "#server/read/body";
import { VALUES } from "#server/read/tiles/tile_format";
import type { TileRequest } from "#server/read/tiles/tile_request";
import type { RawHeaders } from "./answer.ts";
import { answerTile } from "./answer_tile.ts";

const request: TileRequest = {
  release: "7-0123456789abcdef",
  edition: "internal",
  key: { boundaryVersion: 2, level: "village", z: 9, x: 402, y: 215 },
  form: VALUES,
  entries: [],
  columnCount: 0,
  content: "abc",
};
const body = bodyOf(VALUES.type, [Buffer.from("abcd")], "gzip");

const named = (headers: RawHeaders): Record<string, string> =>
  Object.fromEntries(
    headers.flatMap((name, at) => (at % 2 === 0 ? [[name.toLowerCase(), headers[at + 1]!]] : [])),
  );

test("a tile says what it is, how long it may be kept and what a browser may do with it", () => {
  const { etag, withBody, withoutBody } = answerTile(request, body, request.release);
  expect(etag).toBe('"7-0123456789abcdef-2-abc-gz"');
  const kept = {
    "cache-control": "private, max-age=31536000, immutable",
    vary: "Accept-Encoding",
    etag,
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  };
  expect(named(withoutBody)).toEqual(kept);
  expect(named(withBody)).toEqual({
    ...kept,
    "content-type": "application/octet-stream",
    "content-length": "4",
    "content-encoding": "gzip",
  });
});

test("the edition decides who may keep it, the address for how long", () => {
  const caching = (edition: TileRequest["edition"], address: string | undefined) =>
    named(answerTile({ ...request, edition }, body, address).withBody)["cache-control"];
  expect(caching("public", request.release)).toBe("public, max-age=31536000, immutable");
  expect(caching("public", undefined)).toBe("public, max-age=0, must-revalidate");
  expect(caching("internal", "7")).toBe("private, max-age=0, must-revalidate");
});

test("what shared caches keep bears the name of its release, by which they drop it when that is withdrawn", () => {
  const tag = (edition: TileRequest["edition"], address: string | undefined) =>
    named(answerTile({ ...request, edition }, body, address).withoutBody)["cache-tag"];
  expect(tag("public", request.release)).toBe(`release-${request.release}`);
  expect([tag("public", undefined), tag("public", "7"), tag("internal", request.release)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("where no area is there is neither tag nor content", () => {
  const { etag, withBody } = answerTile(request, NO_CONTENT, request.release);
  expect(etag).toBeNull();
  expect(Object.keys(named(withBody)).filter((name) => /etag|content-(type|length)$/.test(name))).toEqual([]);
});
