// Cutting all tiles of all levels: what an area costs when there are five times as many.

import type { CutMeasured } from "#bench/children/cut";
import { runChild } from "#bench/child";
import type { Benchmark, Figure } from "#bench/row";
import { mean, median } from "#bench/statistics";

const TIMES = 5;

function figureOf(label: string, runs: readonly CutMeasured[]): Figure {
  const { areas, tiles, bytes } = runs[0]!;
  return {
    label,
    value: (median(runs.map((run) => run.seconds)) / areas) * 1e6,
    details: {
      "wall s": median(runs.map((run) => run.seconds)),
      "CPU s": median(runs.map((run) => run.cpuSeconds)),
      "peak MB": mean(runs.map((run) => run.peakBytes)) / 2 ** 20,
      areas,
      tiles,
      "bytes per tile": bytes / tiles,
    },
  };
}

export const cutBenchmark: Benchmark = {
  name: "cut",
  async run({ territory: { villages }, isQuick }) {
    const fewer = Math.round(villages / TIMES);
    const rounds = isQuick ? 1 : 3;
    const runs = { all: [] as CutMeasured[], fewer: [] as CutMeasured[] };
    for (let round = 0; round < rounds; round++) {
      runs.all.push(await runChild<CutMeasured>("cut", [String(villages)]));
      runs.fewer.push(await runChild<CutMeasured>("cut", [String(fewer)]));
    }
    return [
      {
        group: "cutting",
        what: `an area among ${villages} villages against ${fewer}`,
        unit: "µs",
        ours: figureOf(`${villages} villages`, runs.all),
        beside: figureOf(`${fewer} villages`, runs.fewer),
        conditions: `all levels and zooms, wall time per area; each in a process of its own, whose peak is since the cutting began; ${rounds === 1 ? "once" : `${rounds} rounds in turn`}`,
      },
    ];
  },
};
