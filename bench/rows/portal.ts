// The public portal: bytes of its pages, and the whole of it as files.

import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { openPublicReads } from "#sql/reader_pool";
import { exportPortal } from "#server/portal/export";
import { Portal } from "#server/portal/portal";
import { ASSETS } from "#server/portal/assets";
import { Store } from "#server/read/store";
import { API_SHAPE } from "#server/routes/api_shape";
import { inTurn, type Candidate } from "#bench/in_turn";
import { fetchBytes, load } from "#bench/load";
import { startNginx } from "#bench/nginx";
import { startOurServer } from "#bench/our_server";
import type { Benchmark, BenchContext, Row } from "#bench/row";
import { sampleTiles } from "#bench/samples";
import { columnsOf } from "#bench/territory";
import { median } from "#bench/statistics";

/** Pages of areas of a level that are measured, spread evenly. */
const SAMPLE = 20;

const ROOM = { tiles: 1, columns: 1 << 28, areas: 1 << 28, bodies: 1 };

interface PageFigures {
  /** gzipped. */
  readonly bytes: number;
  readonly ms: number;
}

async function pageFigures(portal: Portal, paths: readonly string[]): Promise<PageFigures> {
  const made: PageFigures[] = [];
  for (const path of paths) {
    const started = performance.now();
    const { status, body } = await portal.answer(path, {});
    if (status !== 200) throw new Error(`${path} is answered with ${status}`);
    made.push({ ms: performance.now() - started, bytes: gzipSync(body).length });
  }
  return { bytes: median(made.map(({ bytes }) => bytes)), ms: median(made.map(({ ms }) => ms)) };
}

const TIMES = { rounds: 4, seconds: 1 } as const;
const CONNECTIONS = 8;

/** Finished tiles of the public edition, and pages of places, against nginx with the same bytes from disk. */
async function besideNginx(context: BenchContext, codes: readonly string[]): Promise<Row[]> {
  const { territory, scratch } = context;
  const level = territory.lowestLevel;
  const { indicator, period } = columnsOf(territory, level, 1)[0]!;
  const sample = await sampleTiles(territory, territory.store, level);
  const tiles = [...sample.dense, ...sample.sparse].map(
    ({ key: { z, x, y } }) =>
      `/tiles/${territory.release.number}/public/${level}/${z}/${x}/${y}.mvt?c=${indicator}@${period}`,
  );
  const pages = codes.map((code) => `/open/place/${code}`);
  const server = await startOurServer(context);
  const rows: Row[] = [];
  try {
    for (const { what, paths } of [
      { what: "tiles of the public edition", paths: tiles },
      { what: "pages of villages", paths: pages },
    ]) {
      const files = new Map<string, Buffer>();
      for (const [at, path] of paths.entries())
        files.set(`${at}.bin`, await fetchBytes(server.port, path, "gzip"));
      await load({ port: server.port, paths, connections: CONNECTIONS, encoding: "gzip", seconds: 2 });
      const nginx = await startNginx(scratch, files, "gzip");
      const candidates: Candidate[] = [{ label: "our server, 1 process", ...server, paths }];
      if (typeof nginx !== "string")
        candidates.push({
          label: `${nginx.version}, 1 worker, same bytes from disk`,
          port: nginx.port,
          pid: nginx.pid,
          paths: [...files.keys()].map((name) => `/${name}`),
        });
      const [ours, disk] = await inTurn(candidates, { connections: CONNECTIONS, encoding: "gzip" }, TIMES);
      rows.push({
        group: "portal",
        what: `${what}, warm, gzip, ${CONNECTIONS} connections`,
        unit: "requests/s",
        ours: ours!,
        beside: disk ?? String(nginx),
        conditions: `${paths.length} of them; ${TIMES.rounds} rounds of ${TIMES.seconds} s in turn`,
      });
      if (typeof nginx !== "string") await nginx.stop();
    }
    return rows;
  } finally {
    await server.stop();
  }
}

export const portalBenchmark: Benchmark = {
  name: "portal",
  async run(context): Promise<Row[]> {
    const { territory, scratch, onProgress } = context;
    const { database, levels, boundaryVersion, villages } = territory;
    const reads = await openPublicReads(database);
    try {
      const store = new Store({ mode: database.mode, ...reads }, ROOM, API_SHAPE);
      const portal = new Portal({ store, prefix: "", origin: null });
      const parts = Object.values(ASSETS).reduce((sum, { text }) => sum + gzipSync(text).length, 0);
      const home = await pageFigures(portal, [""]);
      const rows: Row[] = [];
      for (const level of [levels.at(-3)!, levels.at(-1)!]) {
        const index = await store.areas.level(boundaryVersion, level);
        const step = Math.max(1, Math.floor(index.length / SAMPLE));
        const codes = Array.from({ length: Math.min(SAMPLE, index.length) }, (_, at) =>
          index.code(at * step),
        );
        const { bytes, ms } = await pageFigures(
          portal,
          codes.map((code) => `place/${code}`),
        );
        rows.push({
          group: "portal",
          what: `page of a ${level}, gzip`,
          unit: "bytes",
          ours: {
            label: "complete without script",
            value: bytes,
            details: { "made in ms": ms, "style and script once bytes": parts },
          },
          beside: { label: "the home page", value: home.bytes, details: { "made in ms": home.ms } },
          conditions: `medians of ${codes.length} areas, read and made anew`,
        });
      }
      const villagesAt = await store.areas.level(boundaryVersion, levels.at(-1)!);
      rows.push(
        ...(await besideNginx(
          context,
          Array.from({ length: Math.min(200, villagesAt.length) }, (_, idx) => villagesAt.code(idx)),
        )),
      );
      const directory = join(scratch, "portal");
      const { files, bytes, seconds } = await exportPortal(store, {
        directory,
        base: null,
        isPacked: false,
        onProgress,
      });
      rows.push({
        group: "portal",
        what: `the portal of ${villages} villages as files, in two languages`,
        unit: "s",
        ours: { label: "lens export-portal", value: seconds, details: { files, MB: bytes / 1e6 } },
        beside: "nothing that writes such a portal was found to compare with",
        conditions: "pages of all areas, open data of the release with its archive",
      });
      return rows;
    } finally {
      await reads.close();
    }
  },
};
