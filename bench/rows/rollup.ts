// Rolling one period up through all levels from stored facts: ours against `group by` of the same facts.

import type { RolledColumn } from "#server/column_store/column";
import type pg from "pg";
import { HAS_VALUE } from "#domain/missing";
import { Lineage } from "#server/release/rollup/lineage";
import { rollUp, shapeLevels } from "#server/release/rollup/rollup";
import { LevelCodes, ReportedLevel } from "#server/release/rollup/period_facts";
import { storedFacts } from "#server/release/rollup/stored_facts";
import { currentBatches, levelAreas, storedLineage, type BatchRow } from "#server/release/release_inputs";
import { alternate } from "#bench/rounds";
import type { Benchmark, Row } from "#bench/row";
import { median } from "#bench/statistics";
import type { Territory } from "#bench/territory";

/** The size that was asked for; tables are taken whole. */
const MEASURES = 60;

/** Tables of the lowest level in one period, the largest first: no measure twice, and not more measures than MEASURES. */
async function chooseTables({ database, lowestLevel }: Territory, period: string): Promise<BatchRow[]> {
  const { rows } = await database.pool.query<{ batch: number; count: number }>(
    "select batch, count(*)::int as count from fact.measure_value where period = $1 group by batch",
    [period],
  );
  const countOf = new Map(rows.map(({ batch, count }) => [batch, count]));
  const chosen: BatchRow[] = [];
  const taken = new Set<string>();
  for (const batch of (await currentBatches(database.knex))
    .filter(({ level, id }) => level === lowestLevel && countOf.has(id))
    .sort((a, b) => countOf.get(b.id)! - countOf.get(a.id)! || a.id - b.id)) {
    if (taken.size + batch.measures.length > MEASURES) continue;
    if (batch.measures.some((measure) => taken.has(measure))) continue;
    chosen.push(batch);
    for (const measure of batch.measures) taken.add(measure);
  }
  return chosen;
}

/** Columns above the lowest level by measure, and the seconds that each step took. */
interface RolledUp {
  readonly columns: ReadonlyMap<string, readonly RolledColumn[]>;
  readonly seconds: { readonly areas: number; readonly facts: number; readonly sums: number };
}

async function rollUpStored(
  { database, boundaryVersion, levels }: Territory,
  tables: readonly BatchRow[],
  period: string,
): Promise<RolledUp> {
  const start = performance.now();
  const areas = [];
  for (const id of levels) areas.push({ id, ...(await levelAreas(database.knex, boundaryVersion, id)) });
  const shapes = shapeLevels(areas);
  const lowest = new LevelCodes(areas.at(-1)!.codes);
  const lineage = new Lineage(await storedLineage(database.knex), (code) => lowest.idxOf(code) !== undefined);
  const areasDone = performance.now();
  const stated = new ReportedLevel(lowest, lineage, period);
  for (const table of tables)
    await stated.add(table.tableId, table.measures, storedFacts(database.knex, table, period));
  const factsDone = performance.now();
  const statedLevels = shapes.map((_, at) => (at === shapes.length - 1 ? stated.columns : new Map()));
  const columns = new Map<string, RolledColumn[]>();
  for (const { measures } of tables)
    for (const id of measures) {
      const formula = { id, numerator: { [id]: 1 }, denominator: null };
      columns.set(id, rollUp(formula, shapes, statedLevels, new Map()).slice(0, -1));
    }
  const done = performance.now();
  return {
    columns,
    seconds: {
      areas: (areasDone - start) / 1e3,
      facts: (factsDone - areasDone) / 1e3,
      sums: (done - factsDone) / 1e3,
    },
  };
}

/** Sums of one table by area for every level above the lowest, each made from the one below: rows of ordinal, idx, sums. */
function groupBySql(
  { levels, boundaryVersion }: Territory,
  { id, measures }: BatchRow,
  period: string,
): string {
  const sums = (of: (m: number) => string): string => measures.map((_, m) => `${of(m)} as m${m}`).join(", ");
  const areaOf = (ordinal: number): string =>
    `geo.area a on a.boundary_version = ${boundaryVersion} and a.level = '${levels[ordinal]}'`;
  const lowest = levels.length - 1;
  const steps = [
    `level_${lowest - 1} as materialized (
       select a.parent_idx as idx,
              ${sums((m) => `sum(value[${m + 1}]) filter (where missing is null or missing[${m + 1}] = 0)`)}
       from fact.measure_value join ${areaOf(lowest)} and a.code = area_code
       where batch = ${id} and period = '${period}' group by 1)`,
  ];
  for (let ordinal = lowest - 2; ordinal >= 0; ordinal--)
    steps.push(
      `level_${ordinal} as materialized (
         select a.parent_idx as idx, ${sums((m) => `sum(m${m})`)}
         from level_${ordinal + 1} s join ${areaOf(ordinal + 1)} and a.idx = s.idx group by 1)`,
    );
  const all = steps.map((_, ordinal) => `select ${ordinal}, * from level_${ordinal}`);
  return `with ${steps.join(", ")} ${all.join(" union all ")}`;
}

/** Throws where a sum of ours is not the one of the statement; gives how many were compared. */
function compareSums(
  measures: readonly string[],
  columns: ReadonlyMap<string, readonly RolledColumn[]>,
  rows: readonly (readonly (number | null)[])[],
): number {
  for (const [ordinal, idx, ...sums] of rows)
    for (const [m, measure] of measures.entries()) {
      const { numerator, status } = columns.get(measure)![ordinal!]!;
      const ours = status[idx!] === HAS_VALUE ? numerator[idx!]! : null;
      if (ours !== sums[m])
        throw new Error(`${measure} at level ${ordinal}, ${idx}: ${ours} here, ${sums[m]} by group by`);
    }
  return rows.length * measures.length;
}

async function groupBy(
  client: pg.PoolClient,
  territory: Territory,
  tables: readonly BatchRow[],
  period: string,
): Promise<(number | null)[][][]> {
  const results: (number | null)[][][] = [];
  for (const table of tables) {
    const text = groupBySql(territory, table, period);
    results.push((await client.query<(number | null)[]>({ text, rowMode: "array" })).rows);
  }
  return results;
}

async function measure(territory: Territory, limits: { rounds: number; seconds: number }): Promise<Row> {
  const period = territory.release.catalog.periods.at(-1)!;
  const tables = await chooseTables(territory, period);
  const client = await territory.database.pool.connect();
  try {
    await client.query("set jit = off; set max_parallel_workers_per_gather = 0; set work_mem = '256MB'");
    const { columns } = await rollUpStored(territory, tables, period);
    const sums = await groupBy(client, territory, tables, period);
    const compared = tables.reduce(
      (all, table, at) => all + compareSums(table.measures, columns, sums[at]!),
      0,
    );
    const steps: RolledUp["seconds"][] = [];
    const [ours, theirs] = await alternate(
      [
        {
          round: (timed) =>
            timed(async () => void steps.push((await rollUpStored(territory, tables, period)).seconds)),
        },
        { round: (timed) => timed(() => groupBy(client, territory, tables, period)) },
      ],
      limits,
    );
    const step = (name: keyof RolledUp["seconds"]): number =>
      median(steps.slice(1).map((seconds) => seconds[name]));
    const measureCount = tables.reduce((all, { measures }) => all + measures.length, 0);
    const villages = territory.villages.toLocaleString("en");
    return {
      group: "roll-up",
      what: `${villages} villages × ${measureCount} measures × 1 period from stored facts`,
      unit: "s",
      ours: {
        label: "binary copy, typed arrays, with coverage and reasons",
        value: ours!.p50Ms / 1e3,
        details: { "areas s": step("areas"), "facts s": step("facts"), "sums s": step("sums") },
      },
      beside: {
        label: "sum() group by, one statement per table",
        value: theirs!.p50Ms / 1e3,
        details: {},
      },
      conditions: `${tables.length} tables of ${period} through the ${territory.levels.length - 1} levels above them; one SQL backend (no workers, no jit, 256 MB), each level summed from the one below; ${compared.toLocaleString("en")} sums compared and equal before; wall time, ${ours!.rounds} rounds in turn`,
    };
  } finally {
    client.release(true);
  }
}

export const rollupBenchmark: Benchmark = {
  name: "rollup",
  async run({ territory, national, isQuick }) {
    const rows = [await measure(territory, isQuick ? { rounds: 5, seconds: 6 } : { rounds: 7, seconds: 40 })];
    const country = await national();
    if (country) rows.push(await measure(country, { rounds: 2, seconds: 0 }));
    return rows;
  },
};
