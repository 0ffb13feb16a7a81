// GET /tiles/…: the TileJSON of a level, and its tiles stitched from geometry and columns.

import { createHash } from "node:crypto";
import type { Express } from "express";
import { EDITIONS, MAX_TILE_COLUMNS, tileJsonContract, tileQuery } from "#domain/contract/tiles";
import { joinGzip, joinPlain } from "#tiles/stitch";
import { tailOf } from "#tiles/tail";
import { ProblemError } from "../errors.ts";
import type { ColumnEntry, Release } from "../read/release.ts";
import type { Body, Store, TileKey } from "../read/store.ts";
import {
  acceptsGzip,
  findRelease,
  get,
  IMMUTABLE,
  parseParameters,
  REVALIDATE,
  sendBody,
  type Services,
} from "../route.ts";

const MVT = "application/vnd.mapbox-vector-tile";
/** Above this a tile number no longer fits. */
const MAX_Z = 30;

/** Parses `latest` or a release number. */
function releaseNumber(text: string): number | undefined {
  if (text === "latest") return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new ProblemError(
      400,
      "bad release",
      `release "${text.slice(0, 60)}" is neither a number nor "latest"`,
    );
  return Number(text);
}

function checkEdition(edition: string): void {
  if (!(EDITIONS as readonly string[]).includes(edition))
    throw new ProblemError(
      404,
      "unknown edition",
      `unknown edition "${edition.slice(0, 60)}": known are ${EDITIONS.join(", ")}`,
    );
}

/** Parses one of z, x, y: digits only. */
function tileNumber(name: string, text: string, below: number): number {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number < below))
    throw new ProblemError(
      400,
      "bad tile address",
      `${name} is "${text.slice(0, 60)}": it is a whole number from 0 to ${below - 1}`,
    );
  return number;
}

/** Parses `indicator@period,…`; throws a 400 for its form and a 404 that names what is known. */
export function parseColumns(release: Release, level: string, c: string | undefined): ColumnEntry[] {
  release.level(level);
  if (c === undefined || c === "") return [];
  const parts = c.split(",");
  if (parts.length > MAX_TILE_COLUMNS)
    throw new ProblemError(
      400,
      "too many columns",
      `c names ${parts.length} columns: at most ${MAX_TILE_COLUMNS}`,
    );
  return parts.map((part) => {
    const match = /^([^@]+)@([^@]+)$/.exec(part);
    if (!match)
      throw new ProblemError(
        400,
        "bad column",
        `column "${part.slice(0, 60)}" is not of the form indicator@period`,
      );
    return release.column(level, match[1]!, match[2]!);
  });
}

async function makeTile(
  store: Store,
  key: TileKey,
  entries: readonly ColumnEntry[],
  isGzip: boolean,
): Promise<Body | null> {
  const tile = await store.tile(key);
  if (!tile) return null;
  const columns = [];
  for (const entry of entries) columns.push(await store.paint(entry));
  const tail = tailOf(tile.idx, columns);
  const bytes = isGzip
    ? joinGzip(await store.packedPrefix(key, tile, columns.length), tail)
    : joinPlain(await store.plainPrefix(key, tile, columns.length), tail);
  return { type: MVT, bytes, encoding: isGzip ? "gzip" : null };
}

type TileParams = Record<"release" | "edition" | "level" | "z" | "x" | "y", string>;

export function tileRoute(app: Express, services: Services): void {
  const { store } = services;
  get<TileParams>(app, "/tiles/:release/:edition/:level/:z/:x/:y.mvt", async (req, res) => {
    const { params } = req;
    const z = tileNumber("z", params.z, MAX_Z + 1);
    const x = tileNumber("x", params.x, 2 ** z);
    const y = tileNumber("y", params.y, 2 ** z);
    const { c } = parseParameters(tileQuery, req.query);
    const number = releaseNumber(params.release);
    checkEdition(params.edition);
    const release = await findRelease(services, number);
    const { minZoom, maxZoom } = release.level(params.level);
    if (z < minZoom || z > maxZoom)
      throw new ProblemError(
        404,
        "no such zoom",
        `level ${params.level} has tiles at zooms ${minZoom} to ${maxZoom}, not ${z}`,
      );
    const entries = parseColumns(release, params.level, c);
    const key = { boundaryVersion: release.boundaryVersion, level: params.level, z, x, y };
    const isGzip = acceptsGzip(req);
    const content = entries.map(({ contentHash }) => contentHash.slice(0, 24)).join();
    const name = `tile ${key.boundaryVersion} ${key.level} ${z}/${x}/${y} ${content} ${isGzip ? "gzip" : "plain"}`;
    const body = await store.bodies.get(name, () => makeTile(store, key, entries, isGzip));
    const cacheControl = number === undefined ? REVALIDATE : IMMUTABLE;
    if (!body) {
      res.setHeader("Cache-Control", cacheControl);
      res.status(204).end();
      return;
    }
    const etag = createHash("sha256")
      .update(`${key.boundaryVersion} ${content}`)
      .digest("base64url")
      .slice(0, 16);
    sendBody(req, res, body, cacheControl, `${release.number}-${etag}`);
  });
}

export function tileJsonRoute(app: Express, services: Services): void {
  get<TileParams>(app, "/tiles/:release/:edition/:level.json", async (req, res) => {
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
    res.setHeader("Cache-Control", number === undefined ? REVALIDATE : IMMUTABLE);
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
