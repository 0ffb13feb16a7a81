// The public portal: bytes of its pages, and the whole of it as files.

import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { openPublicReads } from "#sql/reader_pool";
import { exportPortal } from "#server/portal/export";
import { Portal } from "#server/portal/portal";
import { ASSETS } from "#server/portal/assets";
import { Store } from "#server/read/store";
import { API_SHAPE } from "#server/routes/api_shape";
import type { Benchmark, Row } from "#bench/row";
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

export const portalBenchmark: Benchmark = {
  name: "portal",
  async run({ territory, scratch, onProgress }): Promise<Row[]> {
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
      const directory = join(scratch, "portal");
      const { files, bytes, seconds } = await exportPortal(store, { directory, base: null, onProgress });
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
