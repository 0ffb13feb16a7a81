// Tiles as the server gives them, against the values of the API.

import { get as httpGet } from "node:http";
import { gunzipSync } from "node:zlib";
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogContract, type Catalog } from "#domain/contract/catalog";
import { healthContract } from "#domain/contract/health";
import { valuesContract } from "#domain/contract/values";
import { MISSING } from "#domain/missing";
import { joinParts, readGeometryPart, readValuesPart } from "#domain/split_tile_format";
import { DATABASES } from "#sql/test/databases";
import { randomFrom } from "#tiles/fixtures/coverages";
import { readConfig } from "#server/config";
import { Store } from "#server/read/store";
import { publish } from "#server/release/publish";
import { API_SHAPE } from "#server/routes/api_shape";
import { serveByExpress } from "./express_only.ts";
import { draftWith, removeMade } from "./made_releases.ts";
import { openDemo, type DemoServer } from "./running.ts";

const TILE_COUNT = 200;

interface Raw {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

/** Asks without decoding, so that encodings can be looked at. */
const ask = (url: string, headers: Record<string, string> = {}): Promise<Raw> =>
  new Promise((resolve, reject) => {
    httpGet(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    }).on("error", reject);
  });

/** Express sends the headers of documents too, since it does not know yet what it will answer. */
const isByFastPath = ({ headers }: Raw): boolean => headers["content-security-policy"] === undefined;

describe.each(DATABASES)("tiles on the $name database", (kind) => {
  let server: DemoServer;
  let catalog: Catalog;
  let stored: { level: string; z: number; x: number; y: number; n: number }[];

  beforeAll(async () => {
    server = await openDemo(kind);
    catalog = await server.ask(catalogContract);
    const { rows } = await server.test.database.knex.raw<{ rows: typeof stored }>(
      "select level, z, x, y, feature_count as n from tile.geometry order by level, z, x, y",
    );
    stored = rows;
  });
  afterAll(() => server.stop());

  it(`hold exactly the values of the release (float32), on ${TILE_COUNT} tiles`, async () => {
    const next = randomFrom(7);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!;
    const known = new Map<string, Map<string, number | string>>();
    for (let round = 0; round < TILE_COUNT; round++) {
      const tile = pick(stored);
      const columns = Array.from({ length: 1 + Math.floor(next() * 3) }, () => {
        const indicator = pick(catalog.indicators);
        return { indicator: indicator.id, period: pick(indicator.periods) };
      });
      const c = columns.map(({ indicator, period }) => `${indicator}@${period}`).join(",");
      const url = `${server.url}/tiles/1/internal/${tile.level}/${tile.z}/${tile.x}/${tile.y}.mvt?c=${c}`;
      const isGzip = round % 2 === 0;
      const { status, headers, body } = await ask(url, isGzip ? { "accept-encoding": "gzip" } : {});
      expect(status, url).toBe(200);
      expect(headers["content-encoding"]).toBe(isGzip ? "gzip" : undefined);
      const layer = new VectorTile(new PbfReader(isGzip ? gunzipSync(body) : body)).layers[tile.level]!;
      expect(layer.length).toBe(tile.n);
      const shown = Array.from({ length: layer.length }, (_, k) => layer.feature(k).properties);
      for (const [at, { indicator, period }] of columns.entries()) {
        const name = `${indicator} ${period} ${tile.level}`;
        if (!known.has(name)) {
          const { areas } = await server.ask(valuesContract, { indicator, period, level: tile.level });
          known.set(
            name,
            new Map(
              areas.map(({ code, value, missing }) => [
                code,
                value === undefined ? MISSING[missing!].tileCode : Math.fround(value),
              ]),
            ),
          );
        }
        const stated = known.get(name)!;
        expect(
          shown.map((properties) => [properties["code"], properties[`v${at}`]]),
          url,
        ).toEqual(shown.map(({ code }) => [code, stated.get(String(code)) ?? "no such area"]));
      }
    }
  });

  it("show every area at every zoom of its level", () => {
    for (const { id, areaCount, minZoom, maxZoom } of catalog.levels)
      for (let z = minZoom; z <= maxZoom; z++) {
        const shown = stored.filter((tile) => tile.level === id && tile.z === z);
        expect(shown.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThanOrEqual(areaCount);
      }
  });

  it("are immutable under a release with its stamp, else revalidated, and empty with 204", async () => {
    const { z, x, y } = stored.find(({ level }) => level === "village")!;
    const path = (release: string): string =>
      `${server.url}/tiles/${release}/internal/village/${z}/${x}/${y}.mvt?c=mpi@2022`;
    const { address } = catalog;
    const named = await ask(path(address), { "accept-encoding": "gzip" });
    expect(String(named.headers["etag"]).startsWith(`"${address}-`)).toBe(true);
    expect(named.headers["cache-control"]).toBe("private, max-age=31536000, immutable");
    expect(named.headers["content-type"]).toBe("application/vnd.mapbox-vector-tile");
    expect(named.headers["vary"]).toContain("Accept-Encoding");
    const warm = await ask(path(address), { "accept-encoding": "gzip" });
    expect(isByFastPath(warm), "a warm tile is answered in front of Express").toBe(true);
    expect({ ...named.headers, ...warm.headers, date: "" }).toEqual({ ...named.headers, date: "" });
    expect(warm.body.equals(named.body)).toBe(true);
    const traced = await ask(path(address), { "accept-encoding": "gzip", "x-request-id": "mine" });
    expect(traced.headers["x-request-id"]).toBe("mine");
    expect(isByFastPath(traced), "a request id changes nothing about that").toBe(true);
    const plain = await ask(path(address));
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(plain.body.equals(gunzipSync(named.body))).toBe(true);
    const head = await fetch(path("1"), { method: "HEAD", headers: { "accept-encoding": "gzip" } });
    expect([head.status, head.headers.get("etag"), (await head.arrayBuffer()).byteLength]).toEqual([
      200,
      named.headers["etag"],
      0,
    ]);
    const numbered = await ask(path("1"), { "accept-encoding": "gzip" });
    const latest = await ask(path("latest"), { "accept-encoding": "gzip" });
    for (const { headers, body } of [numbered, latest]) {
      expect(headers["cache-control"]).toBe("private, max-age=0, must-revalidate");
      expect(headers["etag"]).toBe(named.headers["etag"]);
      expect(body.equals(named.body)).toBe(true);
    }
    const again = await ask(path("latest"), {
      "accept-encoding": "gzip",
      "if-none-match": String(latest.headers["etag"]),
    });
    expect(again.status).toBe(304);
    expect(isByFastPath(again), "so is one that the client has").toBe(true);
    expect(again.headers["etag"]).toBe(latest.headers["etag"]);
    const weak = { "accept-encoding": "gzip", "if-none-match": `W/${latest.headers["etag"]}, "other"` };
    expect((await ask(path("latest"), weak)).status).toBe(304);
    const reloaded = {
      ...weak,
      "if-none-match": String(latest.headers["etag"]),
      "cache-control": "no-cache",
    };
    expect((await ask(path("latest"), reloaded)).status).toBe(200);
    const nowhere = `${server.url}/tiles/1/internal/village/${catalog.levels.at(-1)!.maxZoom}/0/0.mvt?c=mpi@2022`;
    for (const empty of [await ask(nowhere), await ask(nowhere)])
      expect([empty.status, empty.body.length]).toEqual([204, 0]);
  });

  it("are answered in front of Express whatever encodings were named before", async () => {
    const { z, x, y } = stored.find(({ level }) => level === "village")!;
    const url = `${server.url}/tiles/1/internal/village/${z}/${x}/${y}.mvt?c=mpi@2022`;
    await ask(url, { "accept-encoding": "gzip" });
    await ask(url);
    for (let at = 0; at < 120; at++) {
      const answer = await ask(url, { "accept-encoding": `junk${at}, gzip;q=0.${at % 10}1` });
      expect([isByFastPath(answer), answer.headers["content-encoding"]]).toEqual([true, "gzip"]);
    }
    expect(isByFastPath(await ask(url, { "accept-encoding": "identity" }))).toBe(true);
  });

  it("say the same in front of Express as behind it, whatever is asked", async () => {
    const express = await serveByExpress(server.test.database);
    const { address, boundaryVersion, boundaryAddress } = catalog;
    const stranger = "0123456789abcdef";
    const { level, z, x, y } = stored.find(({ n }) => n > 1)!;
    const place = `${level}/${z}/${x}/${y}`;
    const paths = [
      `1/internal/${place}.mvt`,
      `1/internal/${place}.mvt?c=`,
      `1/internal/${place}.mvt?c=mpi@2022`,
      `1/internal/${place}.mvt?c=mpi%402022%2Cmpi@2014`,
      `latest/internal/${place}.mvt?c=mpi@2014..2022`,
      `1/internal/values/${place}?c=mpi@2022,mpi@2014`,
      `1/internal/geometry/${boundaryVersion}/${place}`,
      `latest/internal/geometry/${boundaryVersion}/${place}?n=0`,
      `${address}/internal/${place}.mvt?c=mpi@2022`,
      `${address}/internal/values/${place}?c=mpi@2022`,
      `${address}/internal/geometry/${boundaryAddress}/${place}?n=0`,
      // What neither may answer.
      `1/internal/geometry/${boundaryVersion}/${place}?n=9`,
      `1/internal/geometry/${boundaryVersion + 1}/${place}`,
      `1/internal/geometry/${boundaryVersion}/${place}?c=mpi@2022`,
      `1/internal/values/${place}.mvt?c=mpi@2022`,
      `1/internal/values/${place}?n=1`,
      `1/internal/${place}?c=mpi@2022`,
      `1/internal/${place}.mvt?c=mpi@1999`,
      `1/internal/${place}.mvt?c=%`,
      `1/internal/${place}.mvt?c=mpi@2022&c=mpi@2014`,
      `1/internal/${level}/${z}/${2 ** z}/${y}.mvt`,
      `1/internal/${level}/30/0/0.mvt`,
      `1/internal/hamlet/${z}/${x}/${y}.mvt`,
      `1/public/${place}.mvt`,
      `9/internal/${place}.mvt`,
      `1-${stranger}/internal/${place}.mvt`,
      `${address}/internal/geometry/${boundaryVersion}-${stranger}/${place}`,
      `${address}a/internal/${place}.mvt`,
      `0/internal/${place}.mvt`,
    ];
    for (const path of paths)
      for (const encoding of ["gzip", "gzip;q=0, identity", "br", "gzip, br;q=0.9"]) {
        const url = `${server.url}/tiles/${path}`;
        const headers = { "accept-encoding": encoding };
        const behind = await ask(`${express.url}/tiles/${path}`, headers);
        const first = await ask(url, headers);
        const front = await ask(url, headers);
        for (const answer of [first, front]) {
          expect([answer.status, answer.headers["content-encoding"]], `${path} ${encoding}`).toEqual([
            behind.status,
            behind.headers["content-encoding"],
          ]);
          if (behind.status === 200)
            expect(behind.headers).toMatchObject({
              ...answer.headers,
              date: expect.anything(),
              "x-request-id": expect.anything(),
            });
          if (behind.status === 200) expect(answer.body.equals(behind.body), path).toBe(true);
        }
        expect(isByFastPath(front), path).toBe(behind.status === 200);
      }
    await express.stop();
    const { caches } = await server.ask(healthContract);
    expect(caches!["hotTiles"]!.hits).toBeGreaterThan(0);
    expect(caches!["hotTiles"]!.bytes).toBeLessThanOrEqual(caches!["hotTiles"]!.maxBytes);
  });

  it("come in two parts, of which the values alone change, and which join into the same bytes", async () => {
    const { address, boundaryVersion, boundaryAddress } = catalog;
    for (const { level, z, x, y, n } of stored.filter((_, at) => at % 7 === 0))
      for (const c of ["mpi@2022", "mpi@2022,headcount_ratio@2021,mpi@2014"]) {
        const columns = c.split(",").length;
        const base = `${server.url}/tiles/${address}/internal`;
        const urls = [
          `${base}/geometry/${boundaryAddress}/${level}/${z}/${x}/${y}?n=${columns}`,
          `${base}/values/${level}/${z}/${x}/${y}?c=${c}`,
          `${base}/${level}/${z}/${x}/${y}.mvt?c=${c}`,
        ];
        const [geometry, values, whole] = await Promise.all(urls.map((url) => ask(url)));
        const packed = await Promise.all(urls.map((url) => ask(url, { "accept-encoding": "gzip" })));
        packed.forEach(({ body }, at) =>
          expect(gunzipSync(body).equals([geometry, values, whole][at]!.body), urls[at]).toBe(true),
        );
        expect(geometry!.headers["cache-control"]).toContain("immutable");
        const part = readGeometryPart(geometry!.body);
        expect(part.idx).toHaveLength(n);
        const words = readValuesPart(values!.body, n);
        expect(Buffer.from(joinParts(part, words)).equals(whole!.body)).toBe(true);
      }
    expect(
      (await server.refuse(`/tiles/1/internal/geometry/${boundaryVersion + 1}/village/9/1/1`)).status,
    ).toBe(404);
    expect(
      (await server.refuse(`/tiles/1/internal/geometry/${boundaryVersion}/village/9/1/1?n=9`)).status,
    ).toBe(400);
  });

  it("come without values when no column is asked for", async () => {
    const { level, z, x, y, n } = stored.at(-1)!;
    const { body } = await ask(`${server.url}/tiles/1/internal/${level}/${z}/${x}/${y}.mvt`);
    const layer = new VectorTile(new PbfReader(body)).layers[level]!;
    expect(layer.length).toBe(n);
    expect(Object.keys(layer.feature(0).properties).sort()).toEqual(["code", "name"]);
  });

  it("are as they were after a benchmark that published and then failed is cleared away", async () => {
    const { database } = server.test;
    const { level, z, x, y } = stored.at(-1)!;
    const path = `${server.url}/tiles/latest/internal/${level}/${z}/${x}/${y}.mvt?c=mpi@2022`;
    const rows = async (): Promise<unknown> => {
      const { rows } = await database.knex.raw<{ rows: unknown[] }>(
        `select (select json_agg(number order by number) from release.release) as releases,
                (select count(*) from release.column) as columns,
                (select count(*) from release.column_data) as data`,
      );
      return rows;
    };
    const [before, shown] = [await rows(), await ask(path)];
    const store = new Store(database, readConfig({}).cacheBytes, API_SHAPE);
    const release = await store.releases.get(1, "internal");
    const territory = { database, release };
    await draftWith(territory, release.column(level, "mpi", "2022"), 1);
    const number = await publish(database, "bench");
    await expect.poll(async () => (await ask(path)).headers["etag"]).toMatch(new RegExp(`^"${number}-`));
    // One that fails between its draft and its publish.
    await draftWith(territory, release.column(level, "mpi", "2022"), 2);
    await removeMade(territory);
    expect(await rows()).toEqual(before);
    await expect.poll(async () => (await ask(path)).headers["etag"]).toBe(shown.headers["etag"]);
    expect((await ask(`${server.url}/tiles/${number}/internal/${level}/${z}/${x}/${y}.mvt`)).status).toBe(
      404,
    );
  });
});
