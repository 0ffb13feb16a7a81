// Tiles over HTTP: warm against nginx with the same bytes, and with new values against warm.

import type { TileKey } from "../../read/store.ts";
import type { ColumnEntry } from "../../read/release.ts";
import { processCpuSeconds } from "../cpu.ts";
import { fetchBytes, load, type LoadResult } from "../load.ts";
import { startNginx } from "../nginx.ts";
import { startOurServer } from "../our_server.ts";
import type { Benchmark, Figure, Row } from "../row.ts";
import { sampleTiles } from "../samples.ts";
import { mean, median, quantile, shuffle } from "../statistics.ts";
import { columnsOf } from "../territory.ts";

const CONNECTIONS = [1, 8, 32];
/** Connections at which new values are measured. */
const BUSY = 8;

const counted = (connections: number): string => `${connections} connection${connections === 1 ? "" : "s"}`;

const figureOf = (
  label: string,
  rounds: readonly LoadResult[],
  more: Record<string, number> = {},
): Figure => {
  const latencies = rounds.flatMap(({ latenciesMs }) => latenciesMs);
  return {
    label,
    value: median(rounds.map(({ requests, seconds }) => requests / seconds)),
    details: {
      "p50 ms": median(latencies),
      "p99 ms": quantile(latencies, 0.99),
      "MB/s": median(rounds.map(({ bytes, seconds }) => bytes / seconds / 1e6)),
      ...more,
    },
  };
};

export const httpBenchmark: Benchmark = {
  name: "http",
  async run(context) {
    const { territory, isQuick, scratch } = context;
    const [rounds, seconds] = isQuick ? [3, 1] : [5, 2];
    const level = territory.lowestLevel;
    const entries = columnsOf(territory, level);
    const sample = await sampleTiles(territory, territory.store, level);
    const tiles = shuffle([...sample.dense, ...sample.sparse].map(({ key }) => key));
    const pathOf = ({ z, x, y }: TileKey, { indicator, period }: ColumnEntry): string =>
      `/tiles/${territory.release.number}/internal/${level}/${z}/${x}/${y}.mvt?c=${indicator}@${period}`;
    const paths = tiles.map((key) => pathOf(key, entries[0]!));

    const ours = await startOurServer(context);
    const small = await startOurServer(context, { CACHE_BODIES_MB: "1" });
    const files = new Map<string, Buffer>();
    for (const [at, path] of paths.entries()) files.set(`${at}.mvt`, await fetchBytes(ours.port, path));
    const nginx = await startNginx(scratch, files);
    const names = [...files.keys()].map((name) => `/${name}`);
    const bytes = mean([...files.values()].map(({ length }) => length));
    const conditions = (connections: number): string =>
      `${counted(connections)}, keep-alive; ${paths.length} tiles of level ${level}, dense and sparse, gzip, ${Math.round(bytes)} bytes on average; client and server share the cores; ${rounds} rounds of ${seconds} s in turn`;

    try {
      const rows: Row[] = [];
      for (const connections of CONNECTIONS) {
        const warm: LoadResult[] = [];
        const files: LoadResult[] = [];
        const spent = { ours: 0, nginx: 0 };
        for (let round = -1; round < rounds; round++) {
          const time = { connections, seconds: round < 0 ? 0.3 : seconds };
          const before = processCpuSeconds(ours.pid);
          const own = await load({ port: ours.port, paths, ...time });
          const ownCpu = processCpuSeconds(ours.pid) - before;
          if (round >= 0) {
            warm.push(own);
            spent.ours += ownCpu;
          }
          if (typeof nginx === "string") continue;
          const beforeNginx = processCpuSeconds(nginx.pid);
          const other = await load({ port: nginx.port, paths: names, ...time });
          if (round < 0) continue;
          files.push(other);
          spent.nginx += processCpuSeconds(nginx.pid) - beforeNginx;
        }
        const perRequest = (seconds: number, results: readonly LoadResult[]): Record<string, number> => ({
          "CPU µs per request": (seconds * 1e6) / results.reduce((sum, { requests }) => sum + requests, 0),
        });
        rows.push({
          group: "HTTP",
          what: `warm tile, ${counted(connections)}`,
          unit: "requests/s",
          ours: figureOf("our server, 1 process", warm, {
            ...perRequest(spent.ours, warm),
            "peak MB": ours.peakMb(),
          }),
          beside:
            typeof nginx === "string"
              ? nginx
              : figureOf(
                  `${nginx.version}, 1 worker, same bytes from disk`,
                  files,
                  perRequest(spent.nginx, files),
                ),
          conditions: conditions(connections),
        });
      }
      const many = shuffle(tiles.flatMap((key) => entries.map((entry) => pathOf(key, entry))));
      // Geometry and columns into memory, which is what "new values" takes for granted.
      for (const path of [...paths, ...entries.map((entry) => pathOf(tiles[0]!, entry))])
        await fetchBytes(small.port, path);
      const runs = { stitched: [] as LoadResult[], warm: [] as LoadResult[] };
      for (let round = -1; round < rounds; round++) {
        const time = { connections: BUSY, seconds: round < 0 ? 0.5 : seconds };
        const stitched = await load({ port: small.port, paths: many, ...time });
        const warm = await load({ port: ours.port, paths, ...time });
        if (round < 0) continue;
        runs.stitched.push(stitched);
        runs.warm.push(warm);
      }
      rows.push({
        group: "HTTP",
        what: `new values against warm, ${BUSY} connections`,
        unit: "requests/s",
        ours: figureOf(`stitched for each request, ${entries.length} columns`, runs.stitched, {
          "peak MB": small.peakMb(),
        }),
        beside: figureOf("warm", runs.warm),
        conditions: `${conditions(BUSY)}; finished bodies bounded to 1 MB for the first, geometry and columns in memory`,
      });
      return rows;
    } finally {
      await Promise.all([ours.stop(), small.stop(), typeof nginx === "string" ? null : nginx.stop()]);
    }
  },
};
