// Another indicator on the map in Chromium: our recolouring beside MapLibre's own tile reload and beside feature-state.

import { runChild } from "../child.ts";
import type { BrowserJob, BrowserMeasured, Switch } from "../children/browser.ts";
import { startOurServer } from "../our_server.ts";
import type { Benchmark, Figure, Row } from "../row.ts";
import { median, quantile } from "../statistics.ts";
import { columnsOf } from "../territory.ts";

/** Villages wanted in view. */
const IN_VIEW = [1_000, 5_000, 20_000];
const WAYS = 3;

function figureOf(
  label: string,
  switches: readonly Switch[],
  until: keyof Switch,
  more: Record<string, number> = {},
): Figure {
  const runs = switches.map((one) => one[until]);
  return { label, value: median(runs), details: { "p90 ms": quantile(runs, 0.9), ...more } };
}

const UNTIL = [
  ["given", "until the frame is given to the graphics card"],
  ["seen", "until its last pixel is drawn, in software (SwiftShader)"],
] as const;

function rowsOf(
  { areas, tiles, zoom, reload, featureState, gpu, frame, bytes, browser }: BrowserMeasured,
  rounds: number,
  until: keyof Switch,
  words: string,
): Row[] {
  const alone = median(frame.map((one) => one[until]));
  const conditions = `Chromium ${browser}, 1440 × 900; ${words}, fetching included; ${tiles} tiles in view at zoom ${zoom}; ${rounds} switches, each to another column; a frame with nothing new takes ${Math.round(alone)} ms`;
  const what = `${areas} villages in view, ${until}`;
  const beside = figureOf("MapLibre reloads its tiles", reload, until, {
    "KB per switch": bytes.tile.sum / (rounds + 1) / 1e3,
  });
  return [
    {
      group: "browser",
      what: `another indicator, ${what}`,
      unit: "ms",
      ours: figureOf("values as a texture", gpu, until, {
        "KB per switch": bytes.values.sum / (rounds + 1) / 2 / 1e3,
        "most bytes of a tile": bytes.values.most,
      }),
      beside,
      conditions,
    },
    {
      group: "browser",
      what: `the same by feature-state, ${what}`,
      unit: "ms",
      ours: figureOf("values as feature-state", featureState, until),
      beside,
      conditions,
    },
  ];
}

export const browserBenchmark: Benchmark = {
  name: "browser",
  async run(context) {
    const { territory, isQuick } = context;
    const rounds = isQuick ? 3 : 7;
    const { catalog, number } = territory.release;
    const level = catalog.levels.find(({ id }) => id === territory.lowestLevel)!;
    const columns = columnsOf(territory, level.id, WAYS * (rounds + 1)).map(
      ({ indicator, period }) => `${indicator}@${period}`,
    );
    const { id, minZoom, maxZoom, legibleZoom } = level;
    const sizes = IN_VIEW.filter((areas) => areas <= territory.villages);
    const jobs = sizes.map((areas): BrowserJob => ({
      level: { release: number, boundary: territory.boundaryVersion, id, minZoom, maxZoom, legibleZoom },
      bbox: catalog.bbox,
      areas,
      columns,
      rounds,
    }));
    const server = await startOurServer(context);
    try {
      const all = await runChild<BrowserMeasured[]>("browser", [
        server.url,
        ...jobs.map((job) => JSON.stringify(job)),
      ]);
      return all.flatMap((measured) =>
        UNTIL.flatMap(([until, words]) => rowsOf(measured, rounds, until, words)),
      );
    } finally {
      await server.stop();
    }
  },
};
