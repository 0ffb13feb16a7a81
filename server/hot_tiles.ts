// Finished tiles by URL, given out in front of Express: a warm tile costs no more than node:http does.

import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { ReleaseWatch } from "./read/release_watch.ts";
import type { Store } from "./read/store.ts";

/** Of the headers of the first answer, those that mean something for a tile; the others guard documents or name one request. */
const KEPT_HEADERS = [
  "content-type",
  "content-encoding",
  "content-length",
  "cache-control",
  "etag",
  "vary",
  "x-content-type-options",
  "cross-origin-resource-policy",
];

/** Requests with one of these are not the plain question that a kept answer answers. */
const SPECIAL_HEADERS = ["if-none-match", "if-modified-since", "x-request-id"];

/** Beyond so many URLs the oldest is forgotten; bodies are bounded by their own cache. */
const MAX_URLS = 100_000;
const MAX_ENCODINGS = 100;

interface HotAnswer {
  /** In `store.bodies`. */
  readonly body: string;
  /** Name, value, name, value, … */
  readonly headers: readonly string[];
}

export class HotTiles {
  readonly #store: Store;
  readonly #watch: ReleaseWatch;
  readonly #gzip = new Map<string, HotAnswer>();
  readonly #plain = new Map<string, HotAnswer>();
  /** What Express made of an Accept-Encoding, so that there is one place that decides. */
  readonly #acceptsGzip = new Map<string, boolean>();
  #releases: ReleaseWatch["releases"] = [];

  constructor(store: Store, watch: ReleaseWatch) {
    this.#store = store;
    this.#watch = watch;
  }

  /** Answers if the very same was asked before, under the same releases, and is still in memory; else does nothing. */
  answer(req: IncomingMessage, res: ServerResponse): boolean {
    if (req.method !== "GET" || this.#releases !== this.#watch.releases) return false;
    const { headers } = req;
    const isGzip = this.#acceptsGzip.get(headers["accept-encoding"] ?? "");
    if (isGzip === undefined) return false;
    const hot = (isGzip ? this.#gzip : this.#plain).get(req.url!);
    if (!hot || SPECIAL_HEADERS.some((name) => headers[name] !== undefined)) return false;
    const body = this.#store.bodies.peek(hot.body);
    if (!body) return false;
    res.writeHead(200, hot.headers as string[]);
    res.end(body.bytes);
    return true;
  }

  /**
   * Keeps what Express answered with `bodyName`; `releases` are those that the answer was made under, since what is
   * published or withdrawn meanwhile may change it.
   */
  keep(
    { url, headers }: Pick<IncomingMessage, "url" | "headers">,
    answered: OutgoingHttpHeaders,
    bodyName: string,
    releases: ReleaseWatch["releases"],
  ): void {
    if (releases !== this.#watch.releases || answered["content-length"] === undefined) return;
    if (this.#releases !== releases) {
      this.#gzip.clear();
      this.#plain.clear();
      this.#releases = releases;
    }
    const isGzip = answered["content-encoding"] === "gzip";
    if (this.#acceptsGzip.size < MAX_ENCODINGS)
      this.#acceptsGzip.set(headers["accept-encoding"] ?? "", isGzip);
    const urls = isGzip ? this.#gzip : this.#plain;
    const [oldest] = urls.keys();
    if (urls.size >= MAX_URLS && oldest !== undefined) urls.delete(oldest);
    urls.set(url!, {
      body: bodyName,
      headers: KEPT_HEADERS.flatMap((name) =>
        answered[name] === undefined ? [] : [name, String(answered[name])],
      ),
    });
  }
}
