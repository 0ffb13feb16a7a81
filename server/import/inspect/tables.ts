// Which files hold figures, of which areas and periods, and what each of their columns measures.

import { candidate, type Candidate } from "./candidates.ts";
import type { CodeColumn } from "./codes.ts";
import { addDeprivations, countsDeprivations, deprivationRemark } from "./deprivations.ts";
import type { Figures } from "./figures.ts";
import type { FoundTable } from "./found_table.ts";
import { builtInMeasure, idOf, labelOf, unitOf } from "./headers.ts";
import type { FoundLevel } from "./levels.ts";
import { rowShape } from "./long_tables.ts";
import { measureColumn, type MeasuredColumn } from "./measured_columns.ts";
import { missingWords } from "./missing_words.ts";
import { yearInHeader, type FoundPeriod } from "./periods.ts";
import { nameOf, type SeenColumn, type SeenSource } from "./seen_source.ts";
import { wideTables } from "./wide_table.ts";

export interface Tables {
  readonly tables: readonly FoundTable[];
  /** Files without figures that are taken, with the reason. */
  readonly unused: readonly { readonly file: string; readonly why: string }[];
}

/** The id of a source: by its layer or member, else by the name of its file, of a folder above, else `other`. */
export function sourceIdOf(source: SeenSource, other: string): string {
  const names = nameOf(source)
    .split(/\/| › /)
    .map((name) =>
      name.replace(/(\.(csv|tsv|txt|xlsx|gz|zip|tar|geojson|json|gpkg|fgb|topojson|shp))+$/i, ""),
    );
  // A year alone, as of 2021年人口.csv, says nothing.
  const ids = names.toReversed().map((name) => idOf(name, ""));
  return ids.find((id) => id !== "" && !/^n\d+$/.test(id)) ?? other;
}

/** The tables of all sources; `codes` are all columns of codes. */
export function findTables(
  sources: readonly SeenSource[],
  levels: readonly FoundLevel[],
  codes: readonly CodeColumn[],
  figures: Figures,
): Tables {
  const tables: FoundTable[] = [];
  const unused: { file: string; why: string }[] = [];
  const ofAreas = new Set(
    levels.flatMap(({ areas, names }) => [
      ...(areas ? [areas.key.source, areas.polygons?.key.source] : []),
      ...names.map(({ key }) => key.source),
    ]),
  );
  for (const source of sources) {
    const file = nameOf(source);
    const seen = candidate(source, levels, codes);
    if (typeof seen === "string") {
      if (!ofAreas.has(source)) unused.push({ file, why: seen });
      continue;
    }
    const hasYears = seen.figures.some(({ name }) => yearInHeader(name));
    const isLists = seen.figures.length === 0 && (seen.key.isKey || ofAreas.has(source));
    if (isLists) {
      const why = seen.remarks.length > 0 ? seen.remarks.join("; ") : "it holds no figures";
      if (!ofAreas.has(source)) unused.push({ file, why });
      continue;
    }
    if (ofAreas.has(source) && !seen.period && !hasYears) {
      const names = seen.figures.map(({ name }) => name).join(", ");
      unused.push({ file, why: `its areas are taken; its numbers (${names}) are of no known period` });
      continue;
    }
    tables.push(...tablesOf(seen, figures));
  }
  return { tables: withOwnIds(tables), unused };
}

/** Ids of which none is there twice: the second of one gets a number. */
export function ownIds(ids: readonly string[]): string[] {
  const taken = new Set<string>();
  return ids.map((wanted) => {
    let id = wanted;
    for (let n = 2; taken.has(id); n++) id = `${wanted}_${n}`;
    taken.add(id);
    return id;
  });
}

/** Each table with an id of its own. */
function withOwnIds(tables: readonly FoundTable[]): FoundTable[] {
  const ids = ownIds(tables.map(({ id }) => id));
  return tables.map((table, at) => ({ ...table, id: ids[at]! }));
}

function tablesOf(seen: Candidate, figures: Figures): FoundTable[] {
  const years = new Map<string | null, SeenColumn[]>();
  for (const column of seen.figures) {
    const year = seen.period?.column ? null : (yearInHeader(column.name)?.year ?? null);
    years.set(year, [...(years.get(year) ?? []), column]);
  }
  if (years.size === 0) years.set(null, []);
  return [...years].flatMap(([year, columns]) => {
    const period: FoundPeriod | null = year
      ? { period: year, column: null, because: "guessed by the headers of its columns" }
      : seen.period;
    return tableOf({ ...seen, figures: columns, period }, year, figures);
  });
}

/** What stands in the profile of every table of a source. */
function common({ source, level, key, period, decimal, figures, remarks }: Candidate, year: string | null) {
  const words = missingWords(figures, decimal);
  return {
    id: sourceIdOf(source, `${level.word.id}_figures`) + (year ? `_${year}` : ""),
    source,
    spec: source.spec,
    level,
    key,
    period: period?.period ?? null,
    periodRemark: period?.because ?? "guessed: nothing says of which period these figures are",
    ...(decimal === "," ? { decimal } : {}),
    ...(Object.keys(words).length > 0 ? { missing: words } : {}),
    remarks: [
      ...source.remarks,
      ...(source.isCut ? [`only the first ${source.rowCount} rows were looked at`] : []),
      ...remarks,
    ],
  } as const;
}

function tableOf(seen: Candidate, year: string | null, figures: Figures): FoundTable[] {
  const { key, period, decimal, source } = seen;
  const base = common(seen, year);
  const header = ({ name }: SeenColumn): string => yearInHeader(name)?.rest ?? name;
  const measured = (columns: readonly SeenColumn[]): MeasuredColumn[] =>
    columns.map((column) =>
      measureColumn(
        column,
        year ? header(column) : column.name,
        decimal,
        figures,
        `figure_${source.columns.indexOf(column) + 1}`,
      ),
    );
  const shape = rowShape(key, period, seen.figures);
  if (shape.kind === "pivot") {
    const left = seen.figures.filter((column) => column !== shape.value && column !== shape.column);
    const { as, remark } = pivotMeasures(shape.column, shape.labels, figures);
    const remarks = [
      ...base.remarks,
      ...left.map(({ name }) => `left out: ${name} (a second number of each row)`),
      ...(remark ? [remark] : []),
    ];
    const pivot = { column: shape.column.name, value: shape.value.name, as };
    return [{ ...base, columns: [], pivot, remarks }];
  }
  if (shape.kind === "many") {
    const counted = countOfRows(base.id, figures);
    const sums = measured(seen.figures).filter(({ measure }) => !isStatistic(measure, figures));
    const remark = `guessed: up to ${shape.most} rows of one area, which are ${sums.length > 0 ? "added up" : "counted"}`;
    return [
      {
        ...base,
        columns: [...sums, counted],
        rows: sums.length > 0 ? "sum" : "count",
        remarks: [...base.remarks, remark],
      },
    ];
  }
  const remarks =
    shape.kind === "repeated"
      ? [...base.remarks, `${shape.count} rows repeat an area: write rows: one, sum or count`]
      : base.remarks;
  return wideTables({ ...base, remarks }, seen.figures, measured, figures);
}

const isStatistic = (measure: string, figures: Figures): boolean =>
  figures.measures.some(({ id, statistic }) => id === measure && statistic === true);

/** A measure that counts the rows of a table. */
function countOfRows(id: string, figures: Figures): MeasuredColumn {
  const builtIn = builtInMeasure(id);
  if (builtIn) return { measure: builtIn.id, spec: { expr: "1" }, remark: "the number of rows" };
  const measure = figures.measure({ id: `${id}_rows`.slice(0, 64), label: labelOf(id), unit: "count" });
  figures.addSum(measure, id);
  return { measure, spec: { expr: "1" }, remark: "the number of rows" };
}

function pivotMeasures(
  column: SeenColumn,
  labels: readonly string[],
  figures: Figures,
): { as: Record<string, string>; remark: string | null } {
  if (countsDeprivations(column.name, labels))
    return { as: addDeprivations(column.name, labels, figures), remark: deprivationRemark(labels) };
  const as = labels.map((label, at): [string, string] => {
    const builtIn = builtInMeasure(label);
    if (builtIn) return [label, builtIn.id];
    const own = /[\p{L}]/u.test(label) ? label : `${column.name} ${label}`;
    const id = idOf(own, `${idOf(column.name, "figure")}_${at + 1}`);
    const measure = figures.measure({
      id,
      label: labelOf(own),
      unit: unitOf(own) ?? unitOf(column.name) ?? "count",
    });
    figures.addSum(measure, own);
    return [label, measure];
  });
  return { as: Object.fromEntries(as), remark: null };
}
