// What the public may see of one period: rules, repair and audit, and the same intervals by linear programming.

import { group } from "d3-array";
import type { PeriodInput } from "#analysis/disclosure/areas";
import { joinLevels } from "#analysis/disclosure/areas";
import { auditPeriod } from "#analysis/disclosure/audit";
import { planPeriod, type PeriodPlan } from "#analysis/disclosure/plan";
import { intervalsOf, type System } from "#analysis/disclosure/system";
import { makeTree, NO_BOUND, treeIntervals } from "#analysis/disclosure/tree";
import { THRESHOLD_FLOOR } from "#domain/disclosure";
import { mayCarry } from "#domain/edition";
import { samplingMeasuresOf } from "#domain/indicator";
import { measureColumn } from "#server/column_store/release_record";
import { joinFigures, levelCells } from "#server/release/public/internal_columns";
import { levelAreas } from "#server/release/release_inputs";
import type { Benchmark, Row } from "#bench/row";
import type { Territory } from "#bench/territory";

/** Hidden cells whose intervals the solver finds: two programs each. */
const SOLVED = 200;

/** Everything that the latest period is judged by, read into memory. */
async function readInput({
  database,
  release,
  store,
  levels,
  boundaryVersion,
}: Territory): Promise<PeriodInput> {
  const read = [];
  for (const id of levels) read.push({ id, ...(await levelAreas(database.knex, boundaryVersion, id)) });
  const areas = joinLevels(read);
  const cells = levelCells(read);
  const { catalog } = release;
  const period = catalog.periods.at(-1)!;
  const indicators = catalog.indicators.filter(
    (row) => mayCarry("public", row) && row.periods.includes(period),
  );
  const figures = new Map<string, ReturnType<typeof joinFigures>>();
  for (const id of [
    ...indicators.map((row) => row.id),
    ...catalog.measures.map((row) => measureColumn(row.id)),
  ]) {
    const columns = new Map<string, Awaited<ReturnType<typeof store.columns.exact>>>();
    for (const level of levels) {
      const entry = release.find(level, id, period);
      if (entry) columns.set(level, await store.columns.exact(entry));
    }
    figures.set(
      id,
      joinFigures(areas, cells, (level) => columns.get(level)),
    );
  }
  return {
    period,
    areas,
    indicators,
    measures: catalog.measures,
    shownMeasures: [...new Set(indicators.flatMap(samplingMeasuresOf))],
    threshold: THRESHOLD_FLOOR,
    indicator: (id) => figures.get(id),
    measure: (id) => figures.get(measureColumn(id)),
  };
}

/** Seconds for the intervals of the hidden cells of a count, all by propagation and some by the solver. */
async function compare(
  plan: PeriodPlan,
  { areas }: PeriodInput,
): Promise<{ tree: number; solver: number; cells: number }> {
  const { count, hidden } = [...plan.hidden.values()].find(
    ({ count: own }) => own.key === "no_labour_households",
  )!;
  const n = hidden.length;
  const tree = makeTree(areas.above, count.exists, count.isSum);
  const started = performance.now();
  treeIntervals(tree, count.value, hidden, {
    low: new Float64Array(n),
    high: new Float64Array(n).fill(NO_BOUND),
  });
  const treeSeconds = (performance.now() - started) / 1e3;
  const parts = group(
    Array.from({ length: n }, (_, cell) => cell).filter((cell) => tree.parent[cell]! >= 0),
    (cell) => tree.parent[cell]!,
  );
  const equations = [...parts].map(([total, own]) => ({ total, parts: own }));
  const system: System = {
    cells: Array.from(count.value, (value, cell) => ({ id: `${cell}`, value, isPrimary: false, cost: 1 })),
    // One equation twice makes a system that is no tree.
    equations: [...equations, equations[0]!],
    threshold: THRESHOLD_FLOOR,
    width: null,
  };
  const all = Array.from({ length: n }, (_, cell) => cell).filter(
    (cell) => hidden[cell] === 1 && count.exists[cell] === 1,
  );
  const before = performance.now();
  const wanted = all.slice(0, SOLVED);
  await intervalsOf(system, all, "plain", wanted);
  const solver = ((performance.now() - before) / 1e3) * (all.length / wanted.length);
  return { tree: treeSeconds, solver, cells: all.length };
}

export const disclosureBenchmark: Benchmark = {
  name: "disclosure",
  async run({ territory }): Promise<Row[]> {
    const input = await readInput(territory);
    const started = performance.now();
    const plan = planPeriod(input);
    const planned = performance.now();
    const { cells, unsafe } = auditPeriod(input, plan, (count) =>
      count.exists.map((own, cell) => Number(own === 1 && plan.hidden.get(count)?.hidden[cell] !== 1)),
    );
    const audited = performance.now();
    if (unsafe.length > 0) throw new Error(`${unsafe.length} cells are not protected`);
    const { tree, solver, cells: own } = await compare(plan, input);
    const row = { group: "disclosure", unit: "s" } as const;
    return [
      {
        ...row,
        what: `rules, repair and audit of one period, ${input.indicators.length} indicators of ${territory.villages} villages`,
        ours: {
          label: "propagation and exchanges",
          value: (audited - started) / 1e3,
          details: { "repair s": (planned - started) / 1e3, "audit s": (audited - planned) / 1e3 },
        },
        beside: "nothing that protects a whole release was found to compare with",
        conditions: `${cells} hidden cells, ${input.areas.above.length} areas`,
      },
      {
        ...row,
        what: `intervals of the ${own} hidden cells of one count`,
        ours: { label: "propagation on the tree", value: tree, details: {} },
        beside: { label: "HiGHS, two programs per cell", value: solver, details: {} },
        conditions: `${Math.min(own, SOLVED)} of the cells were solved, the rest in proportion`,
      },
    ];
  },
};
