// Rolling one period up through all levels: ours against `group by` over a wide table.

import type pg from "pg";
import { HAS_VALUE } from "#domain/missing";
import type { Indicator, Term } from "#domain/indicators";
import { decodeArray } from "../../release/column_bytes.ts";
import { measureColumn } from "../../release/record.ts";
import {
  rollUp,
  shapeLevels,
  type LevelShape,
  type RolledColumn,
  type StatedColumn,
} from "../../release/rollup.ts";
import { levelAreas } from "../../release/territory.ts";
import { alternate, type Measured } from "../rounds.ts";
import type { Benchmark, Figure } from "../row.ts";
import type { Territory } from "../territory.ts";

type Formula = Pick<Indicator, "id" | "numerator" | "denominator">;

/** What every village states about every measure in one period, as the release holds it. */
async function statedAtLowest(territory: Territory, period: string): Promise<Map<string, StatedColumn>> {
  const stated = new Map<string, StatedColumn>();
  const { rows } = await territory.database.pool.query<{
    indicator: string;
    numerator: Buffer;
    status: Buffer;
  }>(
    `select indicator, numerator, status from release.column join release.column_data using (content_hash)
     where release = $1 and level = $2 and period = $3 and indicator like $4`,
    [territory.release.number, territory.lowestLevel, period, measureColumn("%")],
  );
  for (const { indicator, numerator, status } of rows)
    stated.set(indicator.slice(measureColumn("").length), {
      value: decodeArray(numerator, Float64Array),
      status: decodeArray(status, Uint8Array),
    });
  return stated;
}

const termSql = (term: Term): string =>
  Object.entries(term)
    .map(([measure, weight]) => `${weight} * "${measure}"`)
    .join(" + ");

/** A term is null where one of its measures is; a formula's terms count together or not at all. */
function sumsSql({ numerator, denominator }: Formula): string[] {
  const all = [...new Set([...Object.keys(numerator), ...Object.keys(denominator ?? {})])];
  const isThere = all.map((measure) => `"${measure}" is not null`).join(" and ");
  return [numerator, denominator]
    .filter((term) => term !== null)
    .map((term) => `sum(${termSql(term)}) filter (where ${isThere})`);
}

/** Puts parents and measures of every village into one row: the best case for SQL. */
async function makeWideTable(
  client: pg.PoolClient,
  levels: readonly LevelShape[],
  stated: ReadonlyMap<string, StatedColumn>,
): Promise<void> {
  const lowest = levels.at(-1)!;
  const ancestors = [Array.from(lowest.parentIdx.keys())];
  for (let ordinal = levels.length - 1; ordinal > 0; ordinal--)
    ancestors.unshift(ancestors[0]!.map((idx) => levels[ordinal]!.parentIdx[idx]!));
  const measures = [...stated];
  await client.query(
    `create temporary table wide (${[
      ...levels.map(({ id }) => `"in ${id}" integer`),
      ...measures.map(([id]) => `"${id}" float8`),
    ].join()})`,
  );
  await client.query(
    `insert into wide select * from unnest(${[...levels.map(() => "int"), ...measures.map(() => "float8")]
      .map((type, at) => `$${at + 1}::${type}[]`)
      .join()})`,
    [
      ...ancestors,
      ...measures.map(([, { value, status }]) =>
        Array.from(value, (one, idx) => (status[idx] === HAS_VALUE ? one : null)),
      ),
    ],
  );
  await client.query("analyze wide");
}

/** Throws where a sum of ours is not the one of the statement. */
function checkSums(
  level: string,
  formulas: readonly Formula[],
  columns: readonly RolledColumn[],
  rows: readonly (readonly (number | null)[])[],
): void {
  for (const [idx, ...sums] of rows) {
    let at = 0;
    for (const [f, { id, denominator }] of formulas.entries()) {
      const numerator = sums[at++];
      if (denominator) at++;
      if (numerator != null && numerator !== columns[f]!.numerator[idx!])
        throw new Error(
          `${id} at ${level} ${idx}: ${columns[f]!.numerator[idx!]} here, ${numerator} by group by`,
        );
    }
  }
}

export const rollupBenchmark: Benchmark = {
  name: "rollup",
  async run({ territory, isQuick }) {
    const { database, boundaryVersion, release } = territory;
    const shapes: { id: string; parentIdx: Int32Array }[] = [];
    for (const id of territory.levels)
      shapes.push({ id, parentIdx: (await levelAreas(database.knex, boundaryVersion, id)).parentIdx });
    const levels = shapeLevels(shapes);
    const period = release.catalog.periods.at(-1)!;
    const stated = await statedAtLowest(territory, period);
    const statedLevels = levels.map((_, ordinal) => (ordinal === levels.length - 1 ? stated : new Map()));
    const formulas: Formula[] = [
      ...[...stated.keys()].map((id) => ({ id, numerator: { [id]: 1 }, denominator: null })),
      ...release.catalog.indicators.filter(({ numerator, denominator }) =>
        Object.keys({ ...numerator, ...denominator }).every((measure) => stated.has(measure)),
      ),
    ];
    const client = await database.pool.connect();
    try {
      await makeWideTable(client, levels, stated);
      await client.query("set jit = off; set max_parallel_workers_per_gather = 0; set work_mem = '256MB'");
      const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
      const sums = formulas.flatMap(sumsSql).join(", ");
      let own: RolledColumn[][] = [];
      let theirs: (number | null)[][][] = [];
      const [ours, groupBy] = await alternate(
        [
          {
            round: (timed) =>
              timed(() => {
                own = formulas.map((formula) => rollUp(formula, levels, statedLevels, new Map()));
              }),
          },
          {
            pids: [rows[0]!.pid],
            round: (timed) =>
              timed(async () => {
                theirs = [];
                for (const { id } of levels) {
                  const text = `select "in ${id}", ${sums} from wide group by 1`;
                  theirs.push((await client.query({ text, rowMode: "array" })).rows);
                }
              }),
          },
        ],
        isQuick ? { rounds: 5, seconds: 6 } : { rounds: 7, seconds: 40 },
      );
      levels.forEach(({ id }, ordinal) =>
        checkSums(
          id,
          formulas,
          own.map((columns) => columns[ordinal]!),
          theirs[ordinal]!,
        ),
      );
      const areas = levels.reduce((sum, { parentIdx }) => sum + parentIdx.length, 0);
      const figure = (label: string, measured: Measured): Figure => ({
        label,
        value: measured.p50Ms / ((areas * formulas.length) / 1000),
        details: { "wall ms": measured.p50Ms, "CPU s": 1 / measured.itemsPerCpuSecond },
      });
      return [
        {
          group: "roll-up",
          what: "1,000 areas × indicators",
          unit: "ms",
          ours: figure("typed arrays, exact, with coverage and reasons", ours!),
          beside: figure("sum() group by, one statement per level", groupBy!),
          conditions: `${areas} areas in ${levels.length} levels × ${formulas.length} measures and indicators of ${period}; stated figures in arrays for ours, in one wide analysed table in memory for SQL; sums compared and equal; ${ours!.rounds} rounds in turn`,
        },
      ];
    } finally {
      await client.query("drop table if exists wide");
      client.release();
    }
  },
};
