// GET /tiles/…: the TileJSON of a level, and its tiles: whole, or geometry and values apart.

import { createHash } from "node:crypto";
import type { Express, Request, Response } from "express";
import {
  EDITIONS,
  MAX_TILE_COLUMNS,
  tileContract,
  tileGeometryContract,
  tileJsonContract,
  tileValuesContract,
} from "#domain/contract/tiles";
import { geometryGzip, geometryPlain, valuesGzip, valuesPlain } from "#tiles/parts";
import { joinGzip, joinPlain } from "#tiles/stitch";
import { tailOf, wordsOf } from "#tiles/tail";
import type { TileColumn, TileGeometry } from "#tiles/tile";
import { ProblemError } from "../errors.ts";
import type { ColumnEntry, Release } from "../read/release.ts";
import type { Store, TileKey } from "../read/store.ts";
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

/** Whose tile is asked for, in which release; every part of the address is checked. */
interface TileRequest {
  readonly release: Release;
  readonly key: TileKey;
  readonly cacheControl: string;
  /** As they were when the address was looked up. */
  readonly releases: Services["watch"]["releases"];
}

type TileParams = Record<"release" | "edition" | "level" | "z" | "x" | "y", string>;

async function parseAddress(services: Services, params: TileParams): Promise<TileRequest> {
  const z = tileNumber("z", params.z, MAX_Z + 1);
  const x = tileNumber("x", params.x, 2 ** z);
  const y = tileNumber("y", params.y, 2 ** z);
  const number = releaseNumber(params.release);
  checkEdition(params.edition);
  const { releases } = services.watch;
  const release = await findRelease(services, number);
  const { minZoom, maxZoom } = release.level(params.level);
  if (z < minZoom || z > maxZoom)
    throw new ProblemError(
      404,
      "no such zoom",
      `level ${params.level} has tiles at zooms ${minZoom} to ${maxZoom}, not ${z}`,
    );
  return {
    release,
    key: { boundaryVersion: release.boundaryVersion, level: params.level, z, x, y },
    cacheControl: number === undefined ? REVALIDATE : IMMUTABLE,
    releases,
  };
}

/** One of the ways in which a tile is given. */
interface TileForm {
  /** In keys of the cache and in ETags; `content` is what the form depends on beside the tile. */
  readonly name: string;
  readonly content: string;
  readonly type: string;
  make(tile: TileGeometry, key: TileKey, isGzip: boolean): Promise<Buffer>;
}

/** Answers with a tile in a form, from the cache where it is; 204 where no area is. */
async function sendTile(
  { store, hotTiles }: Services,
  req: Pick<Request, "fresh" | "acceptsEncodings" | "originalUrl" | "headers">,
  res: Response,
  { release, key, cacheControl, releases }: TileRequest,
  { name, content, type, make }: TileForm,
): Promise<void> {
  const isGzip = acceptsGzip(req);
  const { boundaryVersion, level, z, x, y } = key;
  const cacheName = `${name} ${boundaryVersion} ${level} ${z}/${x}/${y} ${content} ${isGzip ? "gzip" : "plain"}`;
  const body = await store.bodies.get(cacheName, async () => {
    const tile = await store.tile(key);
    return tile && { type, bytes: await make(tile, key, isGzip), encoding: isGzip ? "gzip" : null };
  });
  if (!body) {
    res.setHeader("Cache-Control", cacheControl);
    res.status(204).end();
    return;
  }
  const etag = createHash("sha256").update(`${boundaryVersion} ${content}`).digest("base64url").slice(0, 16);
  sendBody(req, res, body, cacheControl, `${release.number}-${etag}`);
  hotTiles.keep({ url: req.originalUrl, headers: req.headers }, res.getHeaders(), cacheName, releases);
}

const contentOf = (entries: readonly ColumnEntry[]): string =>
  entries.map(({ contentHash }) => contentHash.slice(0, 24)).join();

/** Reads the columns one after the other: one miss at a time is enough of a load. */
async function paintColumns(store: Store, entries: readonly ColumnEntry[]): Promise<TileColumn[]> {
  const columns: TileColumn[] = [];
  for (const entry of entries) columns.push(await store.paint(entry));
  return columns;
}

export function tileRoute(app: Express, services: Services): void {
  const { store } = services;
  get<TileParams>(app, tileContract.path, async (req, res) => {
    const { c } = parseParameters(tileContract.query, req.query);
    const request = await parseAddress(services, req.params);
    const entries = parseColumns(request.release, request.key.level, c);
    await sendTile(services, req, res, request, {
      name: "tile",
      content: contentOf(entries),
      type: tileContract.media!,
      async make(tile, key, isGzip) {
        const tail = tailOf(tile.idx, await paintColumns(store, entries));
        return isGzip
          ? joinGzip(await store.packedPrefix(key, tile, entries.length), tail)
          : joinPlain(await store.plainPrefix(key, tile, entries.length), tail);
      },
    });
  });
}

export function tileGeometryRoute(app: Express, services: Services): void {
  const { store } = services;
  get<TileParams & { boundary: string }>(app, tileGeometryContract.path, async (req, res) => {
    const { n: columns } = parseParameters(tileGeometryContract.query, req.query);
    const request = await parseAddress(services, req.params);
    const { number, boundaryVersion } = request.release;
    if (req.params.boundary !== String(boundaryVersion))
      throw new ProblemError(
        404,
        "other boundaries",
        `release ${number} has boundary version ${boundaryVersion}, not "${req.params.boundary.slice(0, 60)}"`,
      );
    await sendTile(services, req, res, request, {
      name: "geometry",
      content: `geometry ${columns}`,
      type: tileGeometryContract.media!,
      make: async (tile, key, isGzip) =>
        isGzip
          ? geometryGzip(await store.packedPrefix(key, tile, columns), tile.idx)
          : geometryPlain(await store.plainPrefix(key, tile, columns), tile.idx),
    });
  });
}

export function tileValuesRoute(app: Express, services: Services): void {
  get<TileParams>(app, tileValuesContract.path, async (req, res) => {
    const { c } = parseParameters(tileValuesContract.query, req.query);
    const request = await parseAddress(services, req.params);
    const entries = parseColumns(request.release, request.key.level, c);
    await sendTile(services, req, res, request, {
      name: "values",
      content: contentOf(entries),
      type: tileValuesContract.media!,
      async make({ idx }, _key, isGzip) {
        const words = wordsOf(idx, await paintColumns(services.store, entries));
        return isGzip ? valuesGzip(words, idx.length) : valuesPlain(words, idx.length);
      },
    });
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
