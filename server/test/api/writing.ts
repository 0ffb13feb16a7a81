// Contracts of other methods than GET, mounted by the app like those of the table.

import { expect, it } from "vitest";
import { z } from "zod";
import { contract, noParams, releaseQuery } from "#domain/contract/contract";
import { problemSchema } from "#domain/contract/contract";
import { fromRelease, plain } from "#server/http/route";
import { MAX_BODY_BYTES } from "#server/http/json_body";
import { ROUTES } from "#server/routes/routes";
import { serveByExpress } from "#server/test/express_only";
import type { Api } from "./api.ts";

const remark = z.strictObject({
  areas: z.array(z.strictObject({ code: z.string().min(1) })).min(1),
  text: z.string().max(20),
});

const remarkContract = contract({
  id: "remark",
  method: "POST",
  path: "/api/remarks",
  summary: "Sends back a remark",
  params: noParams,
  query: z.strictObject({ upper: z.stringbool().optional() }),
  body: remark,
  response: remark,
});

const remarksContract = contract({
  id: "remarks",
  path: "/api/remarks",
  summary: "No remarks",
  params: noParams,
  query: z.strictObject({}),
  response: z.array(remark),
});

const namesContract = contract({
  id: "names",
  method: "POST",
  path: "/api/names",
  summary: "How many of some indicators a release has",
  editions: ["internal"],
  params: noParams,
  query: releaseQuery,
  body: z.array(z.string()),
  response: z.object({ release: z.int(), known: z.int() }),
});

const WRITING = [
  plain(remarkContract, (_services, { query, body }) =>
    query.upper ? { ...body, text: body.text.toUpperCase() } : body,
  ),
  plain(remarksContract, () => []),
  fromRelease(namesContract, async ({ body, release }) => ({
    release: release.number,
    known: release.catalog.indicators.filter(({ id }) => body.includes(id)).length,
  })),
];

const GOOD = { areas: [{ code: "99" }], text: "to be checked" };

/** Tests bodies: read, checked, refused. */
export function writingCases(api: Api): void {
  it("takes a POST by its contract, and refuses what is not of it with field, value and rule", async () => {
    const server = await serveByExpress(api.database, [...ROUTES, ...WRITING]);
    const post = async (path: string, body: string, type = "application/json") => {
      const response = await fetch(server.url + path, {
        method: "POST",
        body,
        headers: { "content-type": type },
      });
      return { response, answer: (await response.json()) as unknown };
    };
    const refused = async (body: string, type?: string) => {
      const { response, answer } = await post("/api/remarks", body, type);
      expect(response.headers.get("content-type")).toContain("application/problem+json");
      return [response.status, problemSchema.parse(answer).detail];
    };
    try {
      const { response, answer } = await post("/api/remarks?upper=true", JSON.stringify(GOOD));
      expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
      expect(answer).toEqual({ ...GOOD, text: "TO BE CHECKED" });
      const counted = await post("/api/names", JSON.stringify(["mpi", "no such"]));
      expect(counted.answer).toEqual({ release: 1, known: 1 });
      expect(counted.response.headers.get("cache-control")).toBe("no-store");
      expect(counted.response.headers.get("etag")).toBeNull();
      expect((await post("/api/names?edition=public", "[]")).response.status).toBe(404);

      expect(await refused(JSON.stringify({ ...GOOD, areas: [{ code: "99" }, { code: 7 }] }))).toEqual([
        400,
        'field "areas[1].code" is 7: invalid input: expected string, received number',
      ]);
      expect(await refused(JSON.stringify({ ...GOOD, text: "x".repeat(21) }))).toEqual([
        400,
        `field "text" is "${"x".repeat(21)}": too big: expected string to have <=20 characters`,
      ]);
      expect(await refused(JSON.stringify({ areas: GOOD.areas }))).toEqual([400, 'field "text" is missing']);
      expect(await refused(JSON.stringify({ ...GOOD, colour: 1 }))).toEqual([
        400,
        'the body has unknown fields "colour"',
      ]);
      expect(await refused("[]")).toEqual([
        400,
        "the body is []: invalid input: expected object, received array",
      ]);
      expect(await refused("{")).toEqual([400, expect.stringMatching(/^the body is not JSON: /)]);
      expect(await refused(JSON.stringify(GOOD), "text/plain")).toEqual([
        415,
        'content-type is "text/plain": send application/json',
      ]);
      expect(await refused("")).toEqual([400, 'field "areas" is missing; field "text" is missing']);
      expect(await refused(JSON.stringify({ ...GOOD, text: "x".repeat(MAX_BODY_BYTES) }))).toEqual([
        413,
        `the body is larger than ${MAX_BODY_BYTES} bytes`,
      ]);
      expect((await post("/api/remarks?lower=true", JSON.stringify(GOOD))).response.status).toBe(400);
    } finally {
      await server.stop();
    }
  });

  it("takes nothing that a page of another site sends, whatever the method and with or without a body", async () => {
    const server = await serveByExpress(api.database, ROUTES);
    const send = async (path: string, method: string, headers: Record<string, string>) =>
      (await fetch(server.url + path, { method, headers })).status;
    const writing = ROUTES.filter(({ contract }) => contract.method !== "GET");
    try {
      for (const { contract } of writing) {
        const path = contract.path.replace(/:\w+/g, "999");
        for (const headers of [
          { "sec-fetch-site": "cross-site" },
          { "sec-fetch-site": "same-site" },
          { origin: "https://elsewhere.example" },
          { origin: "null" },
        ])
          expect([path, await send(path, contract.method, headers)]).toEqual([path, 403]);
        expect(await send(path, contract.method, { origin: server.url })).not.toBe(403);
        expect(await send(path, contract.method, {})).not.toBe(403);
      }
      expect(writing.length).toBeGreaterThan(5);
    } finally {
      await server.stop();
    }
  });

  it("allows at each path the methods that its contracts have, and describes them in OpenAPI", async () => {
    const server = await serveByExpress(api.database, [...ROUTES, ...WRITING]);
    try {
      for (const [path, method, allowed] of [
        ["/api/remarks", "DELETE", "POST, GET, HEAD"],
        ["/api/names", "GET", "POST"],
        ["/api/catalog", "POST", "GET, HEAD"],
      ] as const) {
        const response = await fetch(server.url + path, { method });
        expect([path, response.status, response.headers.get("allow")]).toEqual([path, 405, allowed]);
      }
      const { paths } = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
        paths: Record<
          string,
          Record<string, { requestBody?: { content: Record<string, { schema: object }> } }>
        >;
      };
      expect(Object.keys(paths["/api/remarks"]!)).toEqual(["post", "get"]);
      expect(paths["/api/remarks"]!["post"]!.requestBody!.content["application/json"]!.schema).toMatchObject({
        type: "object",
        required: ["areas", "text"],
      });
      expect(paths["/api/remarks"]!["get"]!.requestBody).toBeUndefined();
    } finally {
      await server.stop();
    }
  });
}
