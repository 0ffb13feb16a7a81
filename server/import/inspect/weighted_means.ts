// Distances and times of places, weighted by the households or people that another table counts there, so that they go up the levels.

import type { Figures } from "./figures.ts";
import type { FoundTable } from "./found_table.ts";
import { inExpression, type SeenColumn } from "./seen_source.ts";
import type { MeasuredColumn } from "./measured_columns.ts";
import { wholeExpression } from "./wide_table.ts";

/** Units whose mean over people says something; kilometres are counted in metres, which are whole. */
const FACTORS: Readonly<Record<string, { readonly times: number; readonly unit: "metres" | "minutes" }>> = {
  metres: { times: 1, unit: "metres" },
  kilometres: { times: 1000, unit: "metres" },
  minutes: { times: 1, unit: "minutes" },
};

const columnOf = (table: FoundTable, { spec }: MeasuredColumn): SeenColumn | undefined =>
  typeof spec === "string" ? table.source.columns.find(({ name }) => name === spec) : undefined;

/** A table of a mean: the rows of `host`, with the distance out of `table`. */
function weighted(
  table: FoundTable,
  host: FoundTable,
  own: MeasuredColumn,
  figures: Figures,
): FoundTable | null {
  const measure = figures.measures.find(({ id }) => id === own.measure);
  const column = columnOf(table, own);
  const factor = FACTORS[measure?.unit ?? ""];
  if (!measure?.statistic || !column || !factor || column.numbers().min < 0) return null;
  if (host.source.columns.some(({ name }) => name === column.name)) return null;
  const who = wholeExpression(host.whole!);
  const value = factor.times === 1 ? inExpression(column) : `${factor.times} * ${inExpression(column)}`;
  const total = `${measure.id}_by_household`.slice(0, 64);
  const known = `households_with_${measure.id}`.slice(0, 64);
  const share = inExpression(host.whole!.best.share);
  return {
    ...host,
    id: `${measure.id}_${host.id}`.slice(0, 64),
    period: table.period,
    periodRemark: table.periodRemark,
    columns: [
      { measure: total, spec: { expr: `round(${who} * ${value})` }, remark: null },
      { measure: known, spec: { expr: `${inExpression(column)} >= 0 ? ${who} : 0` }, remark: null },
    ],
    checks: host.checks ?? [],
    where: `${share} != 0`,
    join: { key: table.key, columns: [column.name] },
    remarks: [
      `guessed: ${column.name} of ${table.spec.file} is averaged over the households of ${host.spec.file}`,
    ],
  };
}

/** Adds a weighted mean for each distance or time of a table that counts nobody, where other tables of its level count households. */
export function weightMeans(tables: readonly FoundTable[], figures: Figures): FoundTable[] {
  const result: FoundTable[] = [];
  const added: FoundTable[] = [];
  for (const table of tables) {
    const hosts = tables.filter((host) => host !== table && host.level === table.level && host.whole);
    const isAlone = !table.whole && !table.pivot && !table.rows;
    const left: MeasuredColumn[] = [];
    for (const own of table.columns) {
      const means = isAlone ? hosts.flatMap((host) => weighted(table, host, own, figures) ?? []) : [];
      if (means.length === 0) {
        left.push(own);
        continue;
      }
      addMean(own.measure, means[0]!, figures);
      added.push(...means);
    }
    if (left.length > 0 || table.pivot) result.push({ ...table, columns: left });
  }
  return [...result, ...added];
}

/** The measures of a mean, in place of the figure that it is made of. */
function addMean(statistic: string, { columns }: FoundTable, figures: Figures): void {
  const at = figures.measures.findIndex(({ id }) => id === statistic);
  const { label, unit } = figures.measures[at]!;
  const [total, known] = columns.map(({ measure }) => measure) as [string, string];
  const { unit: shown } = FACTORS[unit]!;
  figures.measures.splice(
    at,
    1,
    { id: total, label: { en: `${label["en"] ?? statistic}, summed over households` }, unit: shown },
    { id: known, label: { en: `Households with ${label["en"] ?? statistic}` }, unit: "households" },
  );
  const own = figures.indicators.findIndex((indicator) => indicator.statistic === statistic);
  figures.indicators.splice(own, 1);
  figures.addRatio(statistic, statistic, label, [{ [total]: 1 }, { [known]: 1 }], shown);
}
