// A long load with a publish every few seconds: no wrong value, no error, and memory that stays where it is.

import { gunzipSync } from "node:zlib";
import { Agent, get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { readValuesPart, statusOfWord } from "#domain/split_tile_format";
import { HAS_VALUE } from "#domain/missing";
import { publish } from "#server/release/publish";
import { draftWith } from "#server/test/made_releases";
import { checkTile } from "#bench/check_tile";
import { startOurServer, REPORTS_MEMORY } from "#bench/our_server";
import type { Benchmark, Figure } from "#bench/row";
import { sampleTiles } from "#bench/samples";
import { median } from "#bench/statistics";
import { columnsOf } from "#bench/territory";

const CONNECTIONS = 32;
const PUBLISH_SECONDS = 20;
const QUICK_PUBLISH_SECONDS = 4;
/** Published before the clock starts, unless quick: more than the server keeps records of, so that only a leak can grow. */
const RELEASES_BEFORE = 45;
/** Requests that name a release name one of the last so many. */
const NAMED_RELEASES = 20;
/** Garbage is collected and memory looked at so often in a run. */
const LOOKS = 30;
/** A request that begins so long after a commit must see it. */
const NEWS_MS = 2_000;

interface Answer {
  readonly status: number;
  readonly release: number;
  readonly body: Buffer;
}

/** Asks over a connection that is kept; the release is the one that the ETag names. */
const ask = (agent: Agent, port: number, path: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = { "accept-encoding": "gzip" };
    get({ agent, port, host: "127.0.0.1", path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () =>
        resolve({
          status: response.statusCode!,
          release: Number(/^"(\d+)-/.exec(response.headers.etag ?? "")?.[1]),
          body: Buffer.concat(chunks),
        }),
      );
    }).once("error", reject);
  });

/** Throws unless every value of a values body is the one that was published. */
function checkValues(gzip: Buffer, n: number, value: number): void {
  const words = readValuesPart(gunzipSync(gzip), n);
  const values = new Float32Array(words.buffer);
  const wrong = values.findIndex((shown, k) => shown !== value || statusOfWord(words[k]!) !== HAS_VALUE);
  if (wrong >= 0 || words.length !== n)
    throw new Error(
      `feature ${wrong} of ${words.length} shows ${values[wrong]} after ${value} was published`,
    );
}

export const soakBenchmark: Benchmark = {
  name: "soak",
  async run(context) {
    const { territory, soakSeconds, isQuick, onProgress } = context;
    const [before, publishSeconds] = isQuick
      ? [5, QUICK_PUBLISH_SECONDS]
      : [RELEASES_BEFORE, PUBLISH_SECONDS];
    const { database, lowestLevel: level } = territory;
    const [entry] = columnsOf(territory, level, 1);
    const { dense, sparse } = await sampleTiles(territory, territory.store, level);
    const tiles = [...dense, ...sparse];
    const column = `c=${entry!.indicator}@${entry!.period}`;
    // Small bounds, so that caches are full long before the end and only a leak can grow.
    const server = await startOurServer(context, {
      ...REPORTS_MEMORY,
      CACHE_BODIES_MB: "4",
      CACHE_COLUMNS_MB: "1",
    });
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
    const published = new Map<number, { value: number; at: number }>();
    const publishNext = async (value: number): Promise<void> => {
      await draftWith(territory, entry!, value);
      const number = await publish(database, "soak");
      published.set(number, { value, at: performance.now() });
    };
    /** Bodies that were checked, so that the others need only be compared. */
    let checked = new Map<string, Buffer>();
    let [requests, errors] = [0, 0];
    const held: NodeJS.MemoryUsage[] = [];
    try {
      for (let value = 1; value <= before; value++) {
        await publishNext(value);
        const { key } = tiles[value % tiles.length]!;
        const place = `${level}/${key.z}/${key.x}/${key.y}`;
        await ask(
          agent,
          server.port,
          `/tiles/${[...published.keys()].at(-1)}/internal/values/${place}?${column}`,
        );
      }
      await sleep(NEWS_MS);
      const start = performance.now();
      const until = start + soakSeconds * 1e3;
      const worker = async (first: number): Promise<void> => {
        for (let at = first; performance.now() < until; at++) {
          const { key, tile } = tiles[(at * 7) % tiles.length]!;
          const known = [...published.keys()].slice(-NAMED_RELEASES);
          const named = at % 3 === 0 ? known[(at >> 2) % known.length]! : "latest";
          const place = `${level}/${key.z}/${key.x}/${key.y}`;
          const isValues = at % 2 === 0;
          const path = `/tiles/${named}/internal/${isValues ? `values/${place}` : `${place}.mvt`}?${column}`;
          const asked = performance.now();
          const { status, release, body } = await ask(agent, server.port, path);
          requests++;
          if (status !== 200) {
            errors++;
            continue;
          }
          const newest = Math.max(
            ...[...published].filter(([, { at: when }]) => when + NEWS_MS < asked).map(([number]) => number),
          );
          if (named === "latest" ? release < newest : release !== named)
            throw new Error(`${path}: release ${release}, published is ${newest}`);
          // The answer may be of a release whose commit this process has not been told of yet.
          while (!published.has(release) && performance.now() < asked + NEWS_MS) await sleep(5);
          const { value } = published.get(release)!;
          const name = `${path} ${release}`;
          const same = checked.get(name);
          if (same?.equals(body)) continue;
          if (same) throw new Error(`${name}: another body than before`);
          if (isValues) checkValues(body, tile.idx.length, value);
          else checkTile(body, level, value);
          checked.set(name, body);
        }
      };
      const publisher = async (): Promise<void> => {
        for (let value = before + 1; performance.now() + publishSeconds * 1e3 < until; value++) {
          await sleep(publishSeconds * 1e3);
          checked = new Map();
          await publishNext(value);
        }
      };
      const watcher = async (): Promise<void> => {
        for (let look = 1; look <= LOOKS; look++) {
          await sleep(start + (look * soakSeconds * 1e3) / LOOKS - performance.now());
          held.push(await server.heldMemory());
          const seconds = Math.round((performance.now() - start) / 1e3);
          onProgress({ what: "soak (seconds)", done: seconds, total: soakSeconds });
        }
      };
      await Promise.all([
        publisher(),
        watcher(),
        ...Array.from({ length: CONNECTIONS }, (_, number) => worker(number * 131)),
      ]);
    } finally {
      agent.destroy();
      await server.stop();
    }
    const third = LOOKS / 3;
    const MB = 2 ** 20;
    const figureOf = (label: string, looks: readonly NodeJS.MemoryUsage[], more = {}): Figure => ({
      label,
      value: median(looks.map(({ heapUsed, external }) => heapUsed + external)),
      details: {
        "heap MB": median(looks.map(({ heapUsed }) => heapUsed)) / MB,
        "outside the heap MB": median(looks.map(({ external }) => external)) / MB,
        "resident MB": median(looks.map(({ rss }) => rss)) / MB,
        "most resident MB": Math.max(...looks.map(({ rss }) => rss)) / MB,
        ...more,
      },
    });
    return [
      {
        group: "soak",
        what: "memory held after garbage is collected, last third against first",
        unit: "bytes",
        ours: figureOf("last third", held.slice(-third), {
          requests,
          errors,
          "wrong values": 0,
          publishes: published.size - before,
        }),
        beside: figureOf("first third", held.slice(0, third)),
        conditions: `${soakSeconds} s, ${CONNECTIONS} connections, a publish every ${publishSeconds} s after ${before} before the start, finished bodies bounded to 4 MB and columns to 1 MB; medians of ${third} looks each; whole tiles and values alone, latest and by number; every body checked against what was published, a wrong one ends the run`,
      },
    ];
  },
};
