// The public portal: complete without script, the same bytes for everybody, nothing internal behind it, and as files.

import { createServer } from "node:http";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AddressInfo } from "node:net";
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "#server/config";
import { makeLog } from "#server/log";
import { makePortalApp } from "#server/portal_app";
import { ASKED } from "#server/portal/asked";
import { exportPortal } from "#server/portal/export";
import { catalogContract } from "#domain/contract/catalog";
import { valuesContract } from "#domain/contract/values";
import { ROUTES } from "#server/routes/routes";
import { Store } from "#server/read/store";
import { DATABASES } from "#sql/test/databases";
import { openPublicReads, type PublicReads } from "#sql/reader_pool";
import { figuresIn, longNumbersIn, longNumbersOf, textsOfZip, type FileFigure } from "./file_attacker.ts";
import { publicAnswers } from "./public_answers.ts";
import { asking, openDemo, pathOf, serveDatabase, WITH_DEMO, type DemoServer } from "./running.ts";
import { unprotected } from "./unprotected.ts";

/** The portal reads as any reader does: one database is enough. */
const [, kind] = DATABASES;

const linksOf = (page: string): string[] =>
  [...page.matchAll(/(?:href|src|action)="([^"#]*)/g)]
    .map(([, link]) => link!.replaceAll("&amp;", "&"))
    .filter((link) => link !== "" && !link.startsWith("data:"));

/** Every column with something that the public does not see becomes 0, its statistics those of another, and what it was made from is gone. */
const SPOILED = `
  update release.column_data set
    numerator = decode(repeat('00', octet_length(numerator)), 'hex'),
    value = decode(repeat('00', octet_length(value)), 'hex')
  where content_hash in (select content_hash from release.column where edition = 'internal')
    and content_hash not in (select content_hash from release.column where edition = 'public');
  update release.column set statistics = (select statistics from release.column where edition = 'internal' limit 1)
  where edition = 'internal';
  truncate fact.measure_value, release.withheld, thing.facility_value, register.household cascade`;

/** Places with a hidden amount whose own pages are read. */
const PLACES = 12;

/** Every number of the features of a tile. */
function numbersOfTile(bytes: Buffer, level: string): string {
  const layer = new VectorTile(new PbfReader(new Uint8Array(bytes))).layers[level];
  const numbers: unknown[] = [];
  for (let at = 0; at < (layer?.length ?? 0); at++)
    numbers.push(...Object.values(layer!.feature(at).properties));
  return numbers.join(" ");
}

/** Six digits, as the files say that they have. */
const tidy = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(6)));

describe("the portal", () => {
  let server: DemoServer;
  let reads: PublicReads;
  let alone: string;
  let stopAlone: () => void;
  let village: string;
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(new URL(path, alone), { headers });
  const text = async (path: string): Promise<string> => (await get(path)).text();

  beforeAll(async () => {
    server = await openDemo(kind!, WITH_DEMO);
    reads = await openPublicReads(server.test.database);
    const app = makePortalApp(reads, server.test.database, readConfig({}), makeLog("silent"));
    const http = createServer(app).listen(0, "127.0.0.1");
    await new Promise((resolve) => http.once("listening", resolve));
    alone = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    stopAlone = () => http.close();
    const [row] = await server.test.database
      .knex("geo.area")
      .where({ level: "village" })
      .orderBy("idx")
      .limit(1);
    village = row.code;
  });
  afterAll(async () => {
    stopAlone();
    await reads.close();
    await server.stop();
  });

  it("shows every page complete in both languages, and all links of home and place lead somewhere", async () => {
    for (const path of [
      "/",
      "/find",
      "/change",
      "/money",
      "/methods",
      "/certificate",
      "/releases",
      "/data",
      "/embed",
      `/place/${village}`,
    ])
      for (const [prefix, lang] of [
        ["", "zh-CN"],
        ["/en", "en"],
      ] as const) {
        const answer = await get(`${prefix}${path === "/" && prefix ? "" : path}`);
        const page = await answer.text();
        expect([path, answer.status]).toEqual([path, 200]);
        expect(answer.headers.get("set-cookie")).toBeNull();
        expect(page).toContain(`<html lang="${lang}">`);
        expect(page.match(/<h1/g)).toHaveLength(1);
        expect(page).not.toMatch(/undefined|NaN|\[object|https?:\/\/(?!www\.w3\.org)/);
      }
    const links = new Set([
      ...linksOf(await text("/")),
      ...linksOf(await text(`/place/${village}`)),
      ...linksOf(await text("/data")),
    ]);
    expect(links.size).toBeGreaterThan(60);
    const dead = [];
    for (const link of links) {
      const answer = await get(link);
      await answer.arrayBuffer();
      if (answer.status !== 200) dead.push(link);
    }
    expect(dead).toEqual([]);
  });

  it("finds a village by a part of its name in a form that needs no script", async () => {
    const name = /<h1>([^<]+)/.exec(await text(`/place/${village}`))![1]!;
    expect(await text(`/find?q=${encodeURIComponent(name)}`)).toContain(`/place/${village}"`);
    expect(await (await get(`/suggest?q=${village}`)).json()).toMatchObject([{ code: village, name }]);
    expect(await text("/find?q=%3Cscript%3E")).not.toContain("<script>");
  });

  it("says in plain words why a figure is hidden, and offers another", async () => {
    const page = await text(`/en/place/${village}`);
    const hidden = /<section class="hidden"[\s\S]*?<\/section>/.exec(page)![0];
    expect(hidden).toContain("not public for");
    expect(hidden).toMatch(/What you can see: .*place\/\d+/);
  });

  it("has the same bytes for everybody, answers HEAD and knows what a client has", async () => {
    const plain = await get("/");
    const other = await get("/", {
      cookie: "session=1",
      authorization: "Bearer x",
      "accept-language": "en",
      "x-forwarded-for": "1.2.3.4",
    });
    expect(await other.text()).toBe(await plain.text());
    expect(plain.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    const etag = plain.headers.get("etag")!;
    expect((await get("/", { "if-none-match": etag, "cache-control": "max-age=0" })).status).toBe(304);
    const head = await fetch(alone, { method: "HEAD" });
    expect([head.status, head.headers.get("etag"), await head.text()]).toEqual([200, etag, ""]);
    expect((await fetch(alone, { method: "POST" })).status).toBe(405);
    expect((await get("/nothing/here")).status).toBe(404);
    for (const bad of ["/place/%00", "/place/%E0%A4%A", "/find/%0a", "/place/..%2f..%2fapi"])
      expect([bad, (await get(bad)).status]).toEqual([bad, 404]);
    expect((await get("/find?q=%00a&q=b")).status).toBe(200);
  });

  it("reaches no route of the staff's server, by no path, parameter or header", async () => {
    for (const { contract } of ROUTES) {
      const path = contract.path
        .replaceAll(/:release/g, "1")
        .replaceAll(/:edition/g, "internal")
        .replaceAll(/:level/g, "village")
        .replaceAll(/:indicator|:code/g, village)
        .replaceAll(/:\w+/g, "0");
      const names = Object.keys(contract.query.shape);
      for (const query of [
        "",
        "?edition=internal&release=1",
        "?edition=internal&level=village&indicator=tasks_on_time_share&period=2022",
        ...names.map((name) => `?edition=internal&${name}=1`),
      ]) {
        const answer = await get(path + query, {
          "x-edition": "internal",
          "x-original-url": "/api/catalog?edition=internal",
          "x-forwarded-prefix": "/api",
        });
        expect([contract.id, query, answer.status]).toEqual([contract.id, query, 404]);
        expect(await answer.text()).not.toContain("tasks_on_time");
      }
      if (contract.method === "GET") continue;
      const written = await fetch(alone + path, { method: contract.method, body: "{}" });
      expect([contract.id, [404, 405].includes(written.status)]).toEqual([contract.id, true]);
    }
    const parameters = new Set(ROUTES.flatMap(({ contract }) => Object.keys(contract.query.shape)));
    expect(parameters.size).toBeGreaterThan(15);
    for (const path of ["/", `/place/${village}`, "/data/1/county/headcount_ratio.csv"]) {
      const plain = await text(path);
      for (const name of parameters)
        if (!(ASKED as readonly string[]).includes(name))
          expect([name, (await text(`${path}?${name}=internal`)) === plain]).toEqual([name, true]);
    }
    expect((await get("/data/1/village/tasks_on_time_share.csv")).status).toBe(404);
    expect(await text("/data")).not.toContain("tasks_on_time");
    expect(await text("/?edition=internal")).toBe(await text("/"));
    await expect(
      reads.pool.query(
        `${reads.localRole ? `set role ${reads.localRole};` : ""} select catalog from release.release`,
      ),
    ).rejects.toThrow(/permission denied/);
  });

  it("takes reports without the desk that staff answer them at", async () => {
    const body = new FormData();
    for (const [name, value] of Object.entries({
      area: village,
      about: "place:water",
      words: "no water here",
    }))
      body.append(name, value);
    const sent = await fetch(new URL("/report", alone), { method: "POST", body, redirect: "manual" });
    expect([sent.status, sent.headers.get("location")]).toEqual([
      303,
      expect.stringMatching(/^\/report\/own\/[\w-]{22}\?new=1$/),
    ]);
    const number = /R-\d{4}-\d{4,}-[A-Z]/.exec(await text(sent.headers.get("location")!))![0];
    const page = await text(`/en/report/${number}`);
    expect(page).toContain("Water");
    expect(page).not.toContain("no water here");
    for (const path of ["/api/reports", "/api/reports/1", "/api/reports/1/photo", "/data/reports"])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });

  it("gives what it shows as files, and the embed the same to the digit", async () => {
    const csv = await text("/data/1/county/headcount_ratio.csv");
    const json = (await (await get("/data/1/county/headcount_ratio.json")).json()) as {
      codes: string[];
      values: Record<string, (number | string)[]>;
    };
    const [first] = json.codes;
    const value = json.values["2022"]![0]!;
    expect(csv.split("\r\n")[1]).toMatch(new RegExp(`^${first},.*,${value}$`));
    const geo = (await (await get("/data/1/county.geojson")).json()) as {
      features: { properties: Record<string, unknown> }[];
    };
    expect(
      geo.features.find(({ properties }) => properties["code"] === first)!.properties["headcount_ratio"],
    ).toBe(value);
    const shown = `${(Number(value) * 100).toFixed(1)}%`;
    const frame = await get(`/en/embed/chart/${first}/headcount_ratio`);
    expect(frame.headers.get("content-security-policy")).toContain("frame-ancestors *");
    expect(await frame.text()).toContain(shown);
    const picture = await get(`/en/embed/chart/${first}/headcount_ratio?static=1`);
    expect(picture.headers.get("content-type")).toContain("image/svg+xml");
    expect(await picture.text()).toMatch(new RegExp(`<desc>[^<]*${shown}`));
    expect((await get("/data/1.zip")).headers.get("content-type")).toBe("application/zip");
  });

  /** Amounts of money, in fen, that no public table holds, and those that one does. */
  async function moneyOf(): Promise<{ marked: string[]; shown: Set<string>; places: string[] }> {
    const hidden = new Set<string>();
    const shown = new Set<string>();
    const places = new Set<string>();
    const { levels, indicators } = await server.ask(catalogContract, {});
    const money = indicators.filter(({ id }) => id.startsWith("funds_"));
    for (const { id: level } of levels)
      for (const { id: indicator, periods } of money)
        for (const period of periods.slice(-3)) {
          const query = { indicator, period, level };
          const open = await fetch(server.url + pathOf(valuesContract, { ...query, edition: "public" }));
          const known = open.status === 200 ? valuesContract.response.parse(await open.json()).areas : [];
          for (const { code, numerator } of (await server.ask(valuesContract, query)).areas) {
            if (numerator === undefined) continue;
            const isShown = known.find((area) => area.code === code)?.numerator !== undefined;
            (isShown ? shown : hidden).add(String(numerator));
            if (!isShown) places.add(code);
          }
        }
    const marked = [...hidden].filter((amount) => amount.length >= 6 && !shown.has(amount));
    expect(marked.length).toBeGreaterThanOrEqual(20);
    return { marked, shown, places: [...places].slice(0, PLACES) };
  }

  it("answers no hidden amount of money, in no format, picture, workbook or tile", async () => {
    const { marked, shown, places } = await moneyOf();
    const catalog = await server.ask(catalogContract, { edition: "public" });
    const lowest = catalog.levels.at(-1)!.id;
    const money = catalog.indicators.filter(({ id }) => id.startsWith("funds_"));
    const named = money.flatMap(({ id, periods }) => periods.slice(-2).map((period) => `${id}@${period}`));
    const api = [
      ...money.flatMap(({ id: indicator, periods }) =>
        catalog.levels.flatMap(({ id: level }) => [
          `/api/trends?indicator=${indicator}&level=${level}`,
          ...periods
            .slice(-3)
            .flatMap((period) => [
              `/api/values?indicator=${indicator}&level=${level}&period=${period}`,
              `/api/values?indicator=${indicator}&level=${level}&period=${period}&format=csv`,
              `/api/classes?indicator=${indicator}&level=${level}&period=${period}`,
              `/api/pairs?need=headcount_ratio@${period}&other=${indicator}@${period}&level=${level}`,
            ]),
        ]),
      ),
      `/api/columns?level=${lowest}&period=2022&indicators=${money.map(({ id }) => id).join(",")}`,
      ...places.map((code) => `/api/areas/${code}/profile?period=2022`),
      `/api/workbook?level=${lowest}&columns=${named.join(",")}&all=1`,
    ].map((path) => `${server.url}${path}&edition=public`);
    const pages = places.flatMap((code) =>
      ["", "/en"].flatMap((language) => [
        `${alone}${language}/place/${code}`,
        `${alone}${language}/report?area=${code}`,
        `${alone}${language}/embed/chart/${code}/funds_allocated?static=1`,
      ]),
    );
    const { rows } = await server.test.database.pool.query<{ z: number; x: number; y: number }>(
      "select z, x, y from tile.geometry where level = $1 order by feature_count desc limit 5",
      [lowest],
    );
    const tiles = rows.map(
      ({ z, x, y }) => `${server.url}/tiles/latest/public/${lowest}/${z}/${x}/${y}.mvt?c=${named.join(",")}`,
    );
    const found = new Map<string, string>();
    let answered = 0;
    for (const address of [
      ...api,
      ...pages,
      ...places.map((code) => `${alone}/place/${code}.csv`),
      ...tiles,
    ]) {
      const answer = await fetch(address);
      if (answer.status !== 200) continue;
      answered++;
      const bytes = Buffer.from(await answer.arrayBuffer());
      const text = address.includes("/workbook?")
        ? await textsOfZip(bytes)
        : address.includes(".mvt")
          ? numbersOfTile(bytes, lowest)
          : bytes.toString();
      for (const number of longNumbersOf(text)) if (!found.has(number)) found.set(number, address);
    }
    // Some indicators have no figure at a level or in a period.
    expect(answered / (api.length + pages.length + places.length + tiles.length)).toBeGreaterThan(0.5);
    // In fen, and in yuan as people read them.
    const inYuan = (amount: string): string => String(Number(amount) / 100);
    const known = new Set([...shown].flatMap((amount) => [amount, inYuan(amount)]));
    const secret = marked
      .flatMap((amount) => [amount, inYuan(amount)])
      .filter((digits) => digits.length >= 6 && !digits.includes(".") && !known.has(digits));
    expect(secret.length).toBeGreaterThanOrEqual(20);
    expect([...known].filter((digits) => found.has(digits)).length).toBeGreaterThan(20);
    expect(secret.flatMap((digits) => (found.has(digits) ? [`${digits} ${found.get(digits)}`] : []))).toEqual(
      [],
    );
  }, 60_000);

  describe("as files", () => {
    const directory = mkdtempSync(join(tmpdir(), "portal-"));
    let files: number;
    beforeAll(async () => {
      const store = new Store(
        { mode: server.test.database.mode, ...reads },
        readConfig({}).cacheBytes,
        "test",
      );
      // As the command line has it: what the process makes is its own account's alone.
      const umask = process.umask(0o077);
      try {
        ({ files } = await exportPortal(store, {
          directory,
          base: null,
          isPacked: false,
          onProgress: () => undefined,
        }));
      } finally {
        process.umask(umask);
      }
    });
    afterAll(() => rmSync(directory, { recursive: true }));

    it("can be read by the account of a web server", () => {
      const modeOf = (path: string): number => statSync(join(directory, path)).mode & 0o777;
      for (const folder of ["place", `place/${village}`, "data/1/village"])
        expect([folder, modeOf(folder)]).toEqual([folder, 0o755]);
      for (const file of ["index.html", `place/${village}/index.html`, "data/1.zip"])
        expect([file, modeOf(file)]).toEqual([file, 0o644]);
    });

    it("has no dead link", () => {
      const all = new Set(readdirSync(directory, { recursive: true, encoding: "utf8" }));
      expect(files).toBeGreaterThan(700);
      const dead = new Set<string>();
      for (const file of all) {
        if (!file.endsWith("index.html")) continue;
        const at = new URL(`http://x/${file.replace(/index\.html$/, "")}`);
        for (const link of linksOf(readFileSync(join(directory, file), "utf8"))) {
          const { pathname } = new URL(link, at);
          const target = decodeURIComponent(pathname.slice(1)) + (pathname.endsWith("/") ? "index.html" : "");
          if (!all.has(target)) dead.add(`${file} → ${link}`);
        }
      }
      expect([...dead].slice(0, 5)).toEqual([]);
    });

    it("holds the figures of the public edition, which the attacker cannot break, and not one more", async () => {
      const catalog = await server.ask(catalogContract, { edition: "public" });
      const periods = ["2022"];
      /** What the public edition answers, by indicator, period and area. */
      const answered = new Map<string, string>();
      for (const { id } of catalog.levels)
        for (const { id: indicator, periods: own } of catalog.indicators)
          for (const period of periods.filter((each) => own.includes(each))) {
            const query = { indicator, period, level: id, edition: "public" };
            for (const area of (await server.ask(valuesContract, query)).areas)
              answered.set(
                `${indicator} ${period} ${area.code}`,
                area.missing ?? String(tidy(area.numerator! / (area.denominator ?? 1))),
              );
          }
      const last = new Map(catalog.indicators.map(({ id, periods: own }) => [id, own.at(-1)!]));
      const others: FileFigure[] = [];
      const seen = new Map<string, number>();
      for await (const figure of figuresIn(directory, (indicator) => last.get(indicator)!)) {
        if (!periods.includes(figure.period)) continue;
        const known = answered.get(`${figure.indicator} ${figure.period} ${figure.code}`);
        const isSame = known === undefined ? Number.isNaN(Number(figure.value)) : known === figure.value;
        if (!isSame) others.push({ ...figure, file: `${figure.file}: ${known}` });
        const kind = figure.file.startsWith("place")
          ? `place ${figure.file.split(".").at(-1)}`
          : figure.file.split(".").at(-1)!;
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }
      expect(others.slice(0, 5)).toEqual([]);
      expect([...seen.keys()].sort()).toEqual(["csv", "geojson", "json", "place csv", "place zip"]);
      expect(Math.min(...seen.values())).toBeGreaterThan(2_000);
    });

    it("holds no hidden amount of money, in no page, table or picture", async () => {
      const { marked, shown } = await moneyOf();
      const numbers = await longNumbersIn(directory);
      expect([...shown].some((amount) => numbers.has(amount))).toBe(true);
      expect(marked.flatMap((amount) => numbers.get(amount) ?? [])).toEqual([]);
    });
  });

  // It spoils what staff see, so that it comes last.
  it("answers the public the same bytes whatever stands behind what is hidden", async () => {
    const { database, config } = server.test;
    const catalog = await server.ask(catalogContract, { edition: "public" });
    const query = { indicator: "multidimensional_headcount_ratio", period: "2022", level: "village" };
    const { areas } = await server.ask(valuesContract, { ...query, edition: "public" });
    const places = areas.filter(({ missing }) => missing === "suppressed").map(({ code }) => code);
    const [{ parent_code: above }] = await database
      .knex("geo.area")
      .where({ code: places[0] })
      .select("parent_code");
    const { rows } = await database.pool.query<{ z: number; x: number; y: number }>(
      "select z, x, y from tile.geometry where level = 'village' order by feature_count desc, z, x, y limit 1",
    );
    const sent = await fetch(`${alone}/en/report`, {
      method: "POST",
      redirect: "manual",
      body: Object.entries({ area: places[0]!, about: "place:road", words: "a hole" }).reduce(
        (form, [name, value]) => (form.append(name, value), form),
        new FormData(),
      ),
    });
    const own = await text(sent.headers.get("location")!);
    const report = /R-\d{4}-\d{4,}-[A-Z]/.exec(own)![0];
    const asked = { catalog, places: places.slice(0, 3), above, tile: rows[0]!, report };
    const before = await publicAnswers({ api: server.url, portal: alone }, asked);
    expect(before.unanswered).toEqual([]);
    expect(before.answers.size).toBeGreaterThan(300);

    await unprotected(database, SPOILED);
    const anew = await serveDatabase(database, config);
    const http = createServer(makePortalApp(reads, database, readConfig({}), makeLog("silent"))).listen(
      0,
      "127.0.0.1",
    );
    await new Promise((resolve) => http.once("listening", resolve));
    try {
      // Whoever reads a figure that is not public now is refused, as its bytes are not those that were published.
      const { status, problem } = await asking(() => anew.url).refuse(pathOf(valuesContract, query));
      expect([status, problem.title]).toEqual([500, "damaged column"]);
      const portal = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
      const after = await publicAnswers({ api: anew.url, portal }, asked);
      const different = [...before.answers].filter(([path, was]) => after.answers.get(path) !== was);
      expect(different.map(([path]) => path)).toEqual([]);
    } finally {
      http.close();
      await anew.stop();
    }
  }, 120_000);
});
