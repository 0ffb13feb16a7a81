// Opening the embedded database, in an empty directory and again, beside connecting to a native one.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { runChild } from "#bench/child";
import type { OpenMeasured } from "#bench/children/open";
import type { Benchmark, Figure, Row } from "#bench/row";
import { median } from "#bench/statistics";

function figureOf(label: string, runs: readonly OpenMeasured[]): Figure {
  const peaks = runs.flatMap(({ peakBytes }) => peakBytes ?? []);
  return {
    label,
    value: median(runs.map(({ openMs }) => openMs)),
    details: {
      "closing ms": median(runs.map(({ closeMs }) => closeMs)),
      ...(peaks.length > 0 ? { "peak MB": Math.max(...peaks) / 2 ** 20 } : {}),
    },
  };
}

export const openBenchmark: Benchmark = {
  name: "open",
  async run({ territory, scratch, isQuick }) {
    const [rounds, times] = isQuick ? [1, 1] : [2, 3];
    const runs = { cold: [] as OpenMeasured[], second: [] as OpenMeasured[], native: [] as OpenMeasured[] };
    for (let round = 0; round < rounds; round++) {
      const dataDir = join(scratch, `embedded-${round}`);
      mkdirSync(dataDir);
      runs.cold.push(await runChild<OpenMeasured>("open", [dataDir]));
      for (let again = 0; again < times; again++) {
        runs.native.push(await runChild<OpenMeasured>("open", [scratch, territory.databaseUrl]));
        runs.second.push(await runChild<OpenMeasured>("open", [dataDir]));
      }
    }
    const native = figureOf("native PostgreSQL, running: connect", runs.native);
    const conditions = (count: number): string =>
      `openDatabase() to the first answer, modules loaded before; ${count === 1 ? "one process" : `median of ${count} processes in turn`}`;
    const rows: Row[] = [
      {
        group: "opening",
        what: "embedded, empty directory",
        unit: "ms",
        ours: figureOf("makes a cluster", runs.cold),
        beside: native,
        conditions: conditions(rounds),
      },
      {
        group: "opening",
        what: "embedded, second start",
        unit: "ms",
        ours: figureOf("opens it again", runs.second),
        beside: native,
        conditions: conditions(rounds * times),
      },
    ];
    return rows;
  },
};
