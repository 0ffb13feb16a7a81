// Everything that the public can ask: every endpoint that answers from the public edition, and every kind of page and file of the portal.

import { createHash } from "node:crypto";
import type { Catalog } from "#domain/contract/catalog";
import type { Contract } from "#domain/contract/contract";
import { THING_LAYERS, THING_LAYER_IDS, type ThingLayer } from "#domain/contract/things";

import { CLASS_METHODS, CLASS_SCOPES } from "#domain/classes";
import { ROUTES } from "#server/routes/routes";
import { textsOfZip } from "./file_attacker.ts";
import { pathOf } from "./running.ts";

/** Where something is to be asked about. */
export interface Asked {
  readonly catalog: Catalog;
  /** Codes of villages with something hidden. */
  readonly places: readonly string[];
  /** A parent of them. */
  readonly above: string;
  readonly tile: { readonly z: number; readonly x: number; readonly y: number };
  /** Of a report by the public. */
  readonly report: string;
}

type Questions = readonly {
  readonly query?: Record<string, string>;
  readonly params?: Record<string, string>;
}[];

/** Indicators of every kind: counts of people, sensitive ones, categories, sums of money, an index. */
const INDICATORS = [
  "multidimensional_headcount_ratio",
  "mpi",
  "population",
  "help_plan_coverage",
  "cause_illness_share",
  "school_travel_time",
  "funds_allocated",
  "funds_paid_share",
];
const [FIRST, SECOND] = INDICATORS as [string, string];
const PERIOD = "2022";

/** The first tile in a tile at a zoom at which a layer has some. */
function deepened({ z, x, y }: Asked["tile"], layer: ThingLayer): Record<string, string> {
  const by = Math.max(0, THING_LAYERS[layer].minZoom - z);
  return { z: String(z + by), x: String(x * 2 ** by), y: String(y * 2 ** by) };
}

/** What is asked of each endpoint, by the id of its contract. */
function questionsOf({ catalog, places, above, tile }: Asked): Readonly<Record<string, Questions>> {
  const levels = catalog.levels.map(({ id }) => id);
  const lowest = levels.at(-1)!;
  const known = INDICATORS.filter((id) => catalog.indicators.some((indicator) => indicator.id === id));
  const columns = known.map((id) => `${id}@${PERIOD}`).join();
  const everyTable = levels.flatMap((level) => known.map((indicator) => ({ level, indicator })));
  const pair = { need: `${FIRST}@${PERIOD}`, other: `funds_allocated@${PERIOD}`, level: lowest };
  const address = Object.fromEntries(Object.entries(tile).map(([name, at]) => [name, String(at)]));
  const ofTile = { release: catalog.address, edition: "public", level: lowest, ...address };
  return {
    catalog: [{}],
    certificate: [{}],
    areas: [{ query: { level: lowest, limit: "5000" } }, { query: { q: "a" } }],
    area: places.map((code) => ({ params: { code } })),
    profile: [...places, above].map((code) => ({ params: { code }, query: { period: PERIOD } })),
    values: everyTable.flatMap((table) =>
      [PERIOD, `2021..${PERIOD}`].flatMap((period) =>
        ["json", "csv"].map((format) => ({ query: { ...table, period, format } })),
      ),
    ),
    columns: levels.flatMap((level) =>
      [{}, { people: "surveyed_households" }].map((people) => ({
        query: { level, period: PERIOD, indicators: known.join(), ...people },
      })),
    ),
    workbook: [
      { query: { level: lowest, columns, all: "1", language: "zh" } },
      { query: { level: lowest, columns: `${FIRST}@${PERIOD}` } },
      { query: { level: lowest, columns, where: `${SECOND}.gt.0.05` } },
    ],
    trends: everyTable.map((query) => ({ query })),
    classes: CLASS_METHODS.flatMap((method) =>
      CLASS_SCOPES.flatMap((scope) =>
        [{}, { within: above }, { parent: above }].map((where) => ({
          query: {
            indicator: FIRST,
            period: PERIOD,
            level: lowest,
            method,
            scope,
            breaks: "0.1,0.2",
            ...where,
          },
        })),
      ),
    ),
    pairs: [{ query: pair }, { query: { ...pair, needBounds: "thirds" } }],
    pairAreas: ["json", "csv"].map((format) => ({
      query: { ...pair, format, people: FIRST, sort: "people", parent: above },
    })),
    tilejson: [{ params: ofTile }],
    tile: [{ params: ofTile, query: { c: columns } }],
    "tile-geometry": [{ params: { ...ofTile, boundary: catalog.boundaryAddress } }],
    "tile-values": [{ params: ofTile, query: { c: columns } }],
    "thing-tile": THING_LAYER_IDS.map((layer) => ({
      params: { ...ofTile, layer, ...deepened(tile, layer) },
    })),
  };
}

/** Pages and files of the portal, below its address. */
function portalPaths({ catalog, places, above, report }: Asked): string[] {
  const pages = [
    "/",
    "/find",
    "/find?q=1",
    "/change",
    "/money",
    "/methods",
    "/certificate",
    "/releases",
    "/data",
    "/embed",
    "/reports",
    `/reports?area=${places[0]}`,
    `/report/${report}`,
    `/report/${report}/feed`,
    ...[...places, above].flatMap((code) => [
      `/place/${code}`,
      `/report?area=${code}`,
      `/report?area=${code}&indicator=${FIRST}&period=${PERIOD}`,
      ...["map", "chart", "table"].map((kind) => `/embed/${kind}/${code}/${FIRST}`),
      ...["map", "chart"].map((kind) => `/embed/${kind}/${code}/${FIRST}?static=1`),
    ]),
  ];
  const files = [
    "/sitemap.xml",
    "/suggest?q=1",
    `/data/${catalog.release}.zip`,
    ...["SHA256SUMS", "dictionary.csv", "LICENCE.txt"].map((name) => `/data/${catalog.release}/${name}`),
    ...places.map((code) => `/place/${code}.csv`),
  ];
  return [...pages.flatMap((page) => [page, `/en${page === "/" ? "" : page}`]), ...files];
}

/** Paths of the API that answer from the public edition, by the id of their contract; each such contract must have some. */
function apiPaths(asked: Asked): Map<string, string[]> {
  const questions = questionsOf(asked);
  const paths = new Map<string, string[]>();
  for (const { contract } of ROUTES as readonly { contract: Contract }[]) {
    if (!contract.editions.includes("public")) continue;
    const own = questions[contract.id];
    if (!own) throw new Error(`nothing is asked of ${contract.id}: add a row to questionsOf`);
    paths.set(
      contract.id,
      own.map(({ query, params }) => {
        const isInPath = "edition" in contract.params.shape;
        return pathOf(contract, isInPath ? query : { ...query, edition: "public" }, params);
      }),
    );
  }
  return paths;
}

/** What differs between two answers to the same: the address of the server, the number of a request, the time of writing. */
const OWN_OF_AN_ANSWER =
  /127\.0\.0\.1:\d+|"requestId":"[^"]*"|<dcterms:\w+[^>]*>[^<]*|\d{4}-\d\d-\d\dT[\d:.]+Z/g;

/** Status and hash of an answer without what is its own; of a workbook its sheets. */
async function fingerprint(address: string): Promise<string> {
  const answer = await fetch(address);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const isText = /json|text|xml/.test(answer.headers.get("content-type") ?? "");
  const text =
    address.includes("/workbook?") && answer.ok ? await textsOfZip(bytes) : bytes.toString("latin1");
  const own = isText || address.includes("/workbook?") ? text.replace(OWN_OF_AN_ANSWER, "") : text;
  return `${answer.status} ${createHash("sha256").update(own, "latin1").digest("hex")}`;
}

/** A fingerprint of every answer by its path; `api` and `portal` are addresses of servers. */
export async function publicAnswers(
  { api, portal }: { readonly api: string; readonly portal: string },
  asked: Asked,
): Promise<{ readonly answers: ReadonlyMap<string, string>; readonly unanswered: readonly string[] }> {
  const answers = new Map<string, string>();
  const unanswered: string[] = [];
  for (const [id, paths] of apiPaths(asked)) {
    for (const path of paths) answers.set(path, await fingerprint(api + path));
    // 204 is a tile in which nothing lies.
    if (!paths.some((path) => /^20[04] /.test(answers.get(path)!))) unanswered.push(id);
  }
  for (const path of portalPaths(asked)) {
    const own = await fingerprint(portal + path);
    answers.set(path, own);
    if (!own.startsWith("200 ")) unanswered.push(path);
  }
  return { answers, unanswered };
}
