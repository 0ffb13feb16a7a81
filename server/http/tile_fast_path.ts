// Serves cached tiles before Express, at about the cost of bare node:http.

import type { IncomingMessage, ServerResponse } from "node:http";
import { BoundedCache, type CacheStatistics } from "#server/cache";
import type { ReleaseWatch } from "#server/read/release_watch";
import type { Store } from "#server/read/store";
import { bodyName, tileBodyInMemory } from "#server/read/tiles/tile_body";
import { GEOMETRY, VALUES, WHOLE } from "#server/read/tiles/tile_format";
import { parsePlace, requestOf, type TileRequest } from "#server/read/tiles/tile_request";
import { sendAnswer, type AnswerHeaders } from "./answer.ts";
import { answerTile } from "./answer_tile.ts";
import { acceptsGzip } from "./content_encoding.ts";
import { givenRequestId, REQUEST_ID } from "./request_log.ts";

const PREFIX = "/tiles/";

/** The addresses of `routes/tiles.ts` in the letters that they usually have; what is written otherwise is for Express. */
const ADDRESS =
  /^\/tiles\/([\w-]+)\/(\w+)\/(?:(values)\/|geometry\/([\w-]+)\/)?([\w-]+)\/(\d+)\/(\d+)\/(\d+)(\.mvt)?(?:\?([cn])=([\w@.,~%-]*))?$/;

const MAX_BYTES = 16 << 20;
/** What an entry takes beside its texts. */
const ENTRY_BYTES = 400;

/** What an address means under the present releases. */
interface ReadAddress {
  readonly request: TileRequest;
  /** Of the body in `store.bodies`. */
  readonly name: string;
  readonly headers: AnswerHeaders;
}

export class TileFastPath {
  /** By encoding and URL, so that an address is read once. */
  readonly #addresses = new BoundedCache<ReadAddress>(
    MAX_BYTES,
    ({ headers, name }) => ENTRY_BYTES + 2 * (headers.withBody.join("").length + name.length),
  );
  readonly #store: Store;
  readonly #watch: ReleaseWatch;
  /** Those under which the addresses were read. */
  #releases: ReleaseWatch["releases"] = [];

  constructor(store: Store, watch: ReleaseWatch) {
    this.#store = store;
    this.#watch = watch;
  }

  readonly statistics = (): CacheStatistics => this.#addresses.statistics();

  /** Answers where that needs nothing but what is in memory; else does nothing, and Express has the request as it came. */
  answer(req: IncomingMessage, res: ServerResponse): boolean {
    const { headers, url = "" } = req;
    if (req.method !== "GET" || !url.startsWith(PREFIX)) return false;
    if (this.#releases !== this.#watch.releases) {
      this.#addresses.clear();
      this.#releases = this.#watch.releases;
    }
    const isGzip = acceptsGzip(headers["accept-encoding"]);
    const found = this.#find(url, isGzip);
    if (!found) return false;
    const requestId = givenRequestId(headers[REQUEST_ID]);
    if (requestId !== undefined) res.setHeader(REQUEST_ID, requestId);
    sendAnswer(headers, res, found.headers, found.body);
    return true;
  }

  #find(url: string, isGzip: boolean) {
    try {
      const address = this.#addresses.getNow((isGzip ? "gzip " : "plain ") + url, () =>
        this.#read(url, isGzip),
      );
      if (!address) return null;
      const { request, name, headers } = address;
      const body = tileBodyInMemory(this.#store.of(request.edition), request, isGzip, name);
      return body ? { headers, body } : null;
    } catch {
      // Express meets the same error, and says it.
      return null;
    }
  }

  /** Reads an address; undefined where Express has to, throws what Express would. */
  #read(url: string, isGzip: boolean): ReadAddress | undefined {
    const match = ADDRESS.exec(url);
    if (!match) return undefined;
    const [, release, edition, values, boundary, level, z, x, y, extension, name, given = ""] = match;
    const form = boundary === undefined ? (values === undefined ? WHOLE : VALUES) : GEOMETRY;
    if ((form === WHOLE) !== (extension !== undefined)) return undefined;
    if (name !== undefined && (form === GEOMETRY) !== (name === "n")) return undefined;
    if (name === "n" && !/^[0-8]$/.test(given)) return undefined;
    const place = parsePlace({ release: release!, edition: edition!, level: level!, z: z!, x: x!, y: y! });
    const wanted = place.address === undefined ? this.#watch.latest : this.#watch.find(place.address);
    if (wanted?.state !== "published") return undefined;
    const store = this.#store.of(place.edition);
    const known = store.releases.inMemory(wanted.number, place.edition);
    if (known?.address !== wanted.address) return undefined;
    const request =
      boundary === undefined
        ? requestOf(known, place, form, { c: decodeURIComponent(given) })
        : requestOf(known, place, form, { boundary, n: name === "n" ? Number(given) : 1 });
    const body = tileBodyInMemory(store, request, isGzip);
    if (!body) return undefined;
    const headers = answerTile(request, body, place.address);
    return { request, name: bodyName(request, isGzip), headers };
  }
}
