// Another indicator on the map in Chromium, and a frame while it moves: ours beside MapLibre's own.

import type { RecolouringJob, RecolouringWay, Switch } from "#domain/contract/recolouring";
import { runChild } from "#bench/child";
import type { BrowserMeasured } from "#bench/children/browser";
import { startOurServer } from "#bench/our_server";
import type { Benchmark, Figure, Row } from "#bench/row";
import { median, quantile } from "#bench/statistics";
import { columnsOf } from "#bench/territory";

/** Villages wanted in the tiles in view; where there are fewer, all that the lowest zoom has. */
const IN_VIEW = [1_000, 5_000, 20_000];
/** The quick run looks once, at most of its villages, and leaves out the ways that were not built. */
const QUICK = { inView: [5_000], rounds: 3, ways: ["reload", "texture"] } as const;
const WHOLE = { inView: IN_VIEW, rounds: 7, ways: ["reload", "featureState", "deck", "texture"] } as const;

/** What stands beside MapLibre's reload of its tiles, the built one first. */
const WAYS = {
  texture: "values as a texture",
  deck: "deck.gl polygons with new colours",
  featureState: "values as feature-state",
} as const satisfies Partial<Record<RecolouringWay, string>>;

const UNTIL = {
  given: "until the frame is given to the graphics card",
  seen: "until its last pixel is drawn, in software (SwiftShader)",
} as const;

function figureOf(
  label: string,
  switches: readonly Switch[],
  until: keyof Switch,
  more: Record<string, number>,
): Figure {
  const runs = switches.map((run) => run[until]);
  return { label, value: median(runs), details: { "p90 ms": quantile(runs, 0.9), ...more } };
}

function rowsOf(
  { areas, tiles, zoom, ways, pan, bytes, browser }: BrowserMeasured,
  rounds: number,
  until: keyof Switch,
): Row[] {
  const conditions = `Chromium ${browser}, 1440 × 900; ${UNTIL[until]}; ${tiles} tiles in view at zoom ${zoom}`;
  const row = { group: "browser", unit: "ms" } as const;
  const beside = figureOf("MapLibre reloads its tiles", ways.reload!, until, {
    "KB per switch": bytes.tile.sum / (rounds + 1) / 1e3,
  });
  const measured = (Object.keys(WAYS) as (keyof typeof WAYS)[]).filter((way) => ways[way]);
  const tails = {
    "KB per switch": bytes.values.sum / (rounds + 1) / measured.length / 1e3,
    "most bytes of a tile": bytes.values.most,
  };
  const switches = measured.map((way) => ({
    ...row,
    what: `another indicator, ${areas} villages in the tiles in view, ${UNTIL[until]}`,
    ours: figureOf(WAYS[way], ways[way]!, until, tails),
    beside,
    conditions: `${conditions}; ${rounds} switches, each to another column, fetching included`,
  }));
  const lines = median(pan.lines!.map((frame) => frame[until]));
  const moving: Row = {
    ...row,
    what: `a frame while the map moves, ${areas} villages in the tiles in view, ${UNTIL[until]}`,
    ours: figureOf("areas and borders of our own", pan.texture!, until, {}),
    beside: figureOf("areas and lines of MapLibre", pan.reload!, until, {}),
    conditions: `${conditions}; ${rounds} frames; our areas under MapLibre's lines take ${Math.round(lines)} ms`,
  };
  const withLayers: Row = {
    ...row,
    what: `a frame while the map moves, with relief, settled land, water, roads, seats and facilities, ${areas} villages in the tiles in view, ${UNTIL[until]}`,
    ours: figureOf("with all layers", pan.context!, until, {}),
    beside: figureOf("without them", pan.bare!, until, {}),
    conditions: `${conditions}; ${2 * rounds} frames, in turn`,
  };
  return [...switches, moving, withLayers];
}

export const browserBenchmark: Benchmark = {
  name: "browser",
  async run(context) {
    const { territory, isQuick } = context;
    const { inView, rounds, ways } = isQuick ? QUICK : WHOLE;
    const { catalog, address: release, boundaryAddress: boundary } = territory.release;
    const level = catalog.levels.find(({ id }) => id === territory.lowestLevel)!;
    const columns = columnsOf(territory, level.id, ways.length * (rounds + 1)).map(
      ({ indicator, period }) => `${indicator}@${period}`,
    );
    const { id, minZoom, maxZoom, legibleZoom } = level;
    const sizes = new Set(inView.map((areas) => Math.min(areas, territory.villages)));
    const jobs = [...sizes].map((areas): RecolouringJob => ({
      level: { release, boundary, id, minZoom, maxZoom, legibleZoom },
      bbox: catalog.bbox,
      areas,
      columns,
      rounds,
      ways,
    }));
    const server = await startOurServer(context);
    try {
      const all = await runChild<BrowserMeasured[]>("browser", [
        server.url,
        ...jobs.map((job) => JSON.stringify(job)),
      ]);
      return all.flatMap((measured) =>
        (Object.keys(UNTIL) as (keyof Switch)[]).flatMap((until) => rowsOf(measured, rounds, until)),
      );
    } finally {
      await server.stop();
    }
  },
};
