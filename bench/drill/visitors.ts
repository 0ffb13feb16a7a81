// People at the map behind the balancer: each opens it, then asks for the figures and a tile of the release that it shows.

import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { valuesOf } from "#bench/decode";

/** What went wrong: another release than that of the page, another value than its own, or an answer that is none. */
export interface Mishap {
  readonly atMs: number;
  readonly what: "wrong value" | "mixed releases" | "no answer" | "refused";
  readonly detail: string;
}

export interface VisitedTile {
  readonly level: string;
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly indicator: string;
  readonly period: string;
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: Buffer;
}

export class Visitors {
  readonly mishaps: Mishap[] = [];
  /** Releases that were seen. */
  readonly releases = new Set<number>();
  answers = 0;
  /** Figures in tiles that were compared with those of their release. */
  checkedValues = 0;
  longestMs = 0;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #url: string;
  readonly #tile: VisitedTile;
  /** The value of the tile's column by release. */
  readonly #values: ReadonlyMap<number, number>;
  readonly #working: Promise<void>[] = [];
  #isOver = false;

  constructor(url: string, tile: VisitedTile, values: ReadonlyMap<number, number>) {
    this.#url = url;
    this.#tile = tile;
    this.#values = values;
  }

  start(count: number): void {
    for (let at = 0; at < count; at++) this.#working.push(this.#visit());
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#working);
    this.#agent.destroy();
  }

  async #visit(): Promise<void> {
    while (!this.#isOver) {
      const page = await this.#get("/api/catalog");
      if (page) await this.#look(JSON.parse(page.toString()) as { release: number; address: string });
      else await sleep(20);
    }
  }

  async #look({ release, address }: { readonly release: number; readonly address: string }): Promise<void> {
    this.releases.add(release);
    const { level, z, x, y, indicator, period } = this.#tile;
    const [figures, tile, place] = await Promise.all([
      this.#get(`/api/values?indicator=${indicator}&period=${period}&level=county&release=${address}`),
      this.#get(`/tiles/${address}/internal/${level}/${z}/${x}/${y}.mvt?c=${indicator}@${period}`),
      this.#get("/open/en/certificate"),
    ]);
    const shown = figures && (JSON.parse(figures.toString()) as { release: number }).release;
    if (shown !== null && shown !== release)
      this.#note("mixed releases", `figures of ${shown} on a page of ${release}`);
    const expected = this.#values.get(release);
    const values = tile ? [...valuesOf(tile, level).values()] : [];
    this.checkedValues += values.length;
    const wrong = values.find((value) => value !== expected);
    if (wrong !== undefined || (tile && values.length === 0))
      this.#note("wrong value", `${wrong} in release ${release}, which has ${expected}`);
    const numbers = new Set(
      [...(place?.toString() ?? "").matchAll(/\brelease (\d+)\b/gi)].map(([, number]) => number),
    );
    if (numbers.size > 1)
      this.#note("mixed releases", `a page of the portal names ${[...numbers].join(" and ")}`);
  }

  /** The body of an answer; null where there was none, which is noted. */
  async #get(path: string): Promise<Buffer | null> {
    const begun = performance.now();
    const answer = await this.#ask(path).catch((error: Error) => error);
    const ms = performance.now() - begun;
    this.longestMs = Math.max(this.longestMs, ms);
    if (answer instanceof Error) this.#note("no answer", `${path}: ${answer.message}`);
    else if (answer.status === 200) {
      this.answers++;
      return answer.body;
    } else
      this.#note(
        answer.status === 503 && answer.retryAfter !== undefined ? "refused" : "no answer",
        `${path}: ${answer.status} ${answer.body.toString().slice(0, 200)}`,
      );
    return null;
  }

  #ask(path: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      request(
        this.#url + path,
        { agent: this.#agent, headers: path.startsWith("/tiles/") ? { "accept-encoding": "gzip" } : {} },
        (response) => {
          const pieces: Buffer[] = [];
          response.on("data", (piece: Buffer) => pieces.push(piece));
          response.once("error", reject);
          response.once("end", () =>
            resolve({
              status: response.statusCode!,
              retryAfter: response.headers["retry-after"],
              body: Buffer.concat(pieces),
            }),
          );
        },
      )
        .once("error", reject)
        .end();
    });
  }

  #note(what: Mishap["what"], detail: string): void {
    this.mishaps.push({ atMs: performance.now(), what, detail });
  }
}
