// Tiles that are in memory, or can be made of what is, given out in front of Express: they cost little more than node:http does.

import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { ByteCache } from "#server/cache";
import { endWith, type Body } from "#server/read/body";
import type { ReleaseWatch } from "#server/read/release_watch";
import type { Store } from "#server/read/store";
import { GEOMETRY, heldTileBody, nameOf, VALUES, WHOLE } from "#server/read/tiles/tile_format";
import { parsePlace, requestOf, tagOf, type TileRequest } from "#server/read/tiles/tile_request";
import { cacheControlOf, contentHeaders, quotedTag, validators } from "./serve.ts";

/** The addresses of `routes/tiles.ts` in the letters that they usually have; what is written otherwise is for Express. */
const ADDRESS =
  /^\/tiles\/(\w+)\/(\w+)\/(?:(values)\/|geometry\/(\d+)\/)?([\w-]+)\/(\d+)\/(\d+)\/(\d+)(\.mvt)?(?:\?([cn])=([\w@.,~%-]*))?$/;

/** Of the headers of an answer by Express, those beside the tile's own that mean something for a tile; the others guard documents or name one request. */
const GUARDS = ["x-content-type-options", "cross-origin-resource-policy"];

/** One strong tag; lists, weak ones and the asterisk are for Express. */
const ONE_TAG = /^"[^",]*"$/;

const MAX_ENCODINGS = 100;
const ANSWERS_BYTES = 16 << 20;
/** What an answer takes beside its headers. */
const ANSWER_BYTES = 400;

/** What an address asked for under the present releases, and how it was answered. */
interface HotAnswer {
  readonly request: TileRequest;
  /** Of the body in `store.bodies`. */
  readonly name: string;
  /** Null where no area is. */
  readonly etag: string | null;
  /** With the body; name, value, name, value, … */
  readonly headers: readonly string[];
  /** Without it. */
  readonly validators: readonly string[];
}

export class HotTiles {
  /** By encoding and URL, so that what is asked again need not be read again. */
  readonly answers = new ByteCache<HotAnswer>(
    ANSWERS_BYTES,
    ({ headers, name }) => ANSWER_BYTES + 2 * (headers.join("").length + name.length),
  );
  readonly #store: Store;
  readonly #watch: ReleaseWatch;
  /** What Express made of an Accept-Encoding, so that there is one place that decides. */
  readonly #acceptsGzip = new Map<string, boolean>();
  /** Name, value, name, value, …; null until Express has answered once. */
  #guards: readonly string[] | null = null;
  /** Those under which `answers` hold. */
  #releases: ReleaseWatch["releases"] = [];

  constructor(store: Store, watch: ReleaseWatch) {
    this.#store = store;
    this.#watch = watch;
  }

  /** Answers where that needs nothing but what is in memory; else does nothing, and Express has the request as it came. */
  answer(req: IncomingMessage, res: ServerResponse): boolean {
    const { headers } = req;
    const isGzip = this.#acceptsGzip.get(headers["accept-encoding"] ?? "");
    if (req.method !== "GET" || isGzip === undefined) return false;
    // Somebody who names a request looks for its line in the log.
    if (headers["x-request-id"] !== undefined) return false;
    const known = headers["if-none-match"];
    if (known !== undefined && (headers["cache-control"] !== undefined || !ONE_TAG.test(known))) return false;
    if (this.#releases !== this.#watch.releases) {
      this.answers.clear();
      this.#releases = this.#watch.releases;
    }
    let hot: HotAnswer | undefined;
    let body: Body | null | undefined;
    try {
      hot = this.answers.getHeld((isGzip ? "gzip " : "plain ") + req.url!, () =>
        this.#read(req.url!, isGzip),
      );
      body = hot && (this.#store.bodies.peek(hot.name) ?? heldTileBody(this.#store, hot.request, isGzip));
    } catch {
      // Express meets the same error, and says it.
      return false;
    }
    if (!hot || body === undefined) return false;
    if (!body) res.writeHead(204, hot.headers as string[]).end();
    else if (known === hot.etag) res.writeHead(304, hot.validators as string[]).end();
    else endWith(res.writeHead(200, hot.headers as string[]), body);
    return true;
  }

  /** Learns from an answer by Express. */
  learn({ headers }: Pick<IncomingMessage, "headers">, isGzip: boolean, answered: OutgoingHttpHeaders): void {
    this.#guards ??= GUARDS.flatMap((name) =>
      answered[name] === undefined ? [] : [name, String(answered[name])],
    );
    if (this.#acceptsGzip.size < MAX_ENCODINGS)
      this.#acceptsGzip.set(headers["accept-encoding"] ?? "", isGzip);
  }

  /** Reads an address; undefined where Express has to, throws what Express would. */
  #read(url: string, isGzip: boolean): HotAnswer | undefined {
    const match = ADDRESS.exec(url);
    if (!match) return undefined;
    const [, release, edition, values, boundary, level, z, x, y, extension, name, given = ""] = match;
    const form = boundary === undefined ? (values === undefined ? WHOLE : VALUES) : GEOMETRY;
    if ((form === WHOLE) !== (extension !== undefined)) return undefined;
    if (name !== undefined && (form === GEOMETRY) !== (name === "n")) return undefined;
    if (name === "n" && !/^[0-8]$/.test(given)) return undefined;
    const place = parsePlace({
      release: release!,
      edition: edition!,
      level: level!,
      z: z!,
      x: x!,
      y: y!,
    });
    const number = place.number ?? this.#watch.latest;
    const held = number !== null && this.#watch.isPublished(number) && this.#store.heldRelease(number);
    if (!held) return undefined;
    const request =
      boundary === undefined
        ? requestOf(held, place, form, { c: decodeURIComponent(given) })
        : requestOf(held, place, form, { boundary, n: name === "n" ? Number(given) : 1 });
    return this.#answerTo(request, cacheControlOf(place.number), isGzip);
  }

  #answerTo(request: TileRequest, cacheControl: string, isGzip: boolean): HotAnswer | undefined {
    const body = heldTileBody(this.#store, request, isGzip);
    const guards = this.#guards;
    if (body === undefined || !guards) return undefined;
    const name = nameOf(request, isGzip);
    if (!body) {
      const headers = ["Cache-Control", cacheControl, ...guards];
      return { request, name, etag: null, headers, validators: headers };
    }
    const etag = quotedTag(body, tagOf(request));
    const shared = [...validators(cacheControl, etag), ...guards];
    return { request, name, etag, headers: [...contentHeaders(body), ...shared], validators: shared };
  }
}
