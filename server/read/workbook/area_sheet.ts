// The sheet whose rows are areas: names, what lies above, and their figures in one or several columns.

import { parseColumnPeriod } from "#domain/column_id";
import type { ColumnId } from "#domain/column_id";
import type { CatalogIndicator } from "#domain/contract/catalog";
import type { Term } from "#domain/indicator";
import { MISSING } from "#domain/missing";
import { pickText, type Text } from "#domain/text";
import type { UnitId } from "#domain/unit";
import { findRange } from "#server/read/areas/area_range";
import { readFigures, readNearestFigures, type AreaFigure } from "./area_figures.ts";
import { changeForm, numberForm, type Cell, type NumberForm, type Sheet, type SheetColumn } from "./sheet.ts";
import { workbookWords } from "./words.ts";
import { periodOf, type WorkbookArea, type WorkbookSource } from "./workbook_areas.ts";

const TEXT_WIDTH = 16;
const NUMBER_WIDTH = 14;

const isText = { format: null, width: TEXT_WIDTH } as const;

/** First and last idx of each level among which its areas are ranked: those of the parent, or all. */
async function rankedRanges(
  { store, release, query }: WorkbookSource,
  areas: readonly WorkbookArea[],
): Promise<Map<string, readonly [number, number]>> {
  const ranges = new Map<string, readonly [number, number]>();
  for (const level of new Set(areas.map((area) => area.level))) {
    const { first, last } = await findRange(store, release, level, query.codes ? undefined : query.parent);
    ranges.set(level, [first, last]);
  }
  return ranges;
}

/** Index of areas from the worst end, those without a value last. */
function worstFirst(figures: readonly AreaFigure[], { polarity }: CatalogIndicator): number[] {
  const sign = polarity === "higher-is-better" ? 1 : -1;
  const keyOf = ({ value }: AreaFigure): number => (value === undefined ? Infinity : sign * value);
  const keys = figures.map(keyOf);
  return figures.map((_, at) => at).sort((a, b) => keys[a]! - keys[b]! || a - b || 0);
}

/** The heads, widths and cells of areas: names, levels and what lies above. */
function nameColumns(source: WorkbookSource, areas: readonly WorkbookArea[]): SheetColumn[] {
  const { release, query } = source;
  const words = workbookWords(query.language);
  const written = (text: Text): string => pickText(text, query.language, periodOf(query));
  const head = (text: Text): string => words.capitalise(written(text));
  const { levels } = release.catalog;
  const shown = new Set(areas.map(({ level }) => level));
  const labelOf = new Map(levels.map(({ id, label }) => [id, head(label)]));
  const lowest = levels.findLastIndex(({ id }) => shown.has(id));
  const above = levels.slice(0, Math.max(0, lowest)).reverse();
  const [only] = shown;
  return [
    { head: words.code, ...isText, cells: areas.map(({ code }) => code) },
    {
      head: shown.size === 1 ? labelOf.get(only!)! : words.areas,
      ...isText,
      cells: areas.map(({ names }) => written(names)),
    },
    ...(shown.size > 1
      ? [{ head: words.level, ...isText, cells: areas.map(({ level }) => labelOf.get(level)!) }]
      : []),
    ...above.map(({ id }) => ({
      head: labelOf.get(id)!,
      ...isText,
      cells: areas.map((area): Cell => {
        const names = area.above.get(id);
        return names ? written(names) : null;
      }),
    })),
  ];
}

const cellOf = ({ value, missing }: AreaFigure, form: NumberForm, source: WorkbookSource): Cell =>
  value === undefined ? missingWord(missing ?? "not-surveyed", source) : form.cell(value);

const missingWord = (reason: keyof typeof MISSING, { query }: WorkbookSource): string =>
  pickText(MISSING[reason].label, query.language);

/** Label and unit of a sum that counts one measure; null for a weighted or mixed one. */
function measureOf(source: WorkbookSource, term: Term): { label: Text; unit: UnitId } | null {
  const [[id, weight] = [], ...others] = Object.entries(term);
  const measure = source.release.catalog.measures.find((known) => known.id === id);
  return measure && weight === 1 && others.length === 0 ? measure : null;
}

/** Rank, or first and last rank where a sample leaves them open. */
function rankColumns(
  { query }: WorkbookSource,
  { polarity }: CatalogIndicator,
  figures: readonly AreaFigure[],
): SheetColumn[] {
  const words = workbookWords(query.language);
  const number = { width: NUMBER_WIDTH, format: "#,##0" };
  const first = figures.map(({ rankFirst }) => rankFirst ?? null);
  const last = figures.map(({ rankLast }) => rankLast ?? null);
  const isRanged = figures.some(({ rankFirst, rankLast }) => rankFirst !== rankLast);
  return [
    { ...number, head: words.rank[polarity], cells: first },
    ...(isRanged ? [{ ...number, head: words.rankLast, cells: last }] : []),
  ];
}

/** A column of numbers: `cell` is what of each figure it holds. */
type MakeColumn = (
  head: string,
  form: Pick<NumberForm, "format" | "unit">,
  cell: (figure: AreaFigure) => Cell | undefined,
) => SheetColumn;

/** Makes the columns of `figures`. */
const columnMaker =
  ({ query }: WorkbookSource, figures: readonly AreaFigure[]): MakeColumn =>
  (head, { format, unit }, cell) => ({
    head: workbookWords(query.language).withUnit(head, unit),
    width: NUMBER_WIDTH,
    format,
    cells: figures.map((figure) => cell(figure) ?? null),
  });

/** Numerator and denominator, each with the unit of what it counts. */
function sumColumns(
  source: WorkbookSource,
  { numerator, denominator }: CatalogIndicator,
  period: string,
  column: MakeColumn,
): SheetColumn[] {
  const { language } = source.query;
  const words = workbookWords(language);
  const sum = (term: Term, otherwise: string, key: "numerator" | "denominator"): SheetColumn => {
    const measure = measureOf(source, term);
    const form = numberForm(measure?.unit ?? "count", language);
    const head = measure ? words.capitalise(pickText(measure.label, language, period)) : otherwise;
    return column(head, form, (figure) => (figure[key] == null ? null : form.cell(figure[key])));
  };
  return [sum(numerator, words.numerator, "numerator"), sum(denominator!, words.denominator, "denominator")];
}

/** One indicator in full: value, interval, reliability, sums, coverage, and the period before. */
function fullColumns(
  source: WorkbookSource,
  indicator: CatalogIndicator,
  period: string,
  figures: readonly AreaFigure[],
): SheetColumn[] {
  const { release, query } = source;
  const words = workbookWords(query.language);
  const { from, to } = parseColumnPeriod(period)!;
  const form = (from === null ? numberForm : changeForm)(indicator.unit, query.language);
  const change = changeForm(indicator.unit, query.language);
  const before = release.previousPeriod(indicator.id, to);
  const has = (key: keyof AreaFigure): boolean => figures.some((figure) => figure[key] !== undefined);
  const column = columnMaker(source, figures);
  const columns = [column(headOf(source, indicator, period), form, (figure) => cellOf(figure, form, source))];
  if (has("ciLow"))
    columns.push(
      column(words.low, form, ({ ciLow }) => ciLow && form.cell(ciLow)),
      column(words.high, form, ({ ciHigh }) => ciHigh && form.cell(ciHigh)),
    );
  if (has("reliability"))
    columns.push({
      head: words.reliability,
      ...isText,
      cells: figures.map(({ reliability }) => (reliability ? words.reliabilities[reliability] : null)),
    });
  if (from === null && indicator.denominator !== null && has("numerator"))
    columns.push(...sumColumns(source, indicator, to, column));
  if (has("coverage"))
    columns.push(column(words.coverage, { format: "0%", unit: "" }, ({ coverage }) => coverage));
  if (from === null && before !== null && has("previous"))
    columns.push(
      column(words.before(before), form, ({ previous }) =>
        previous === undefined ? null : form.cell(previous),
      ),
      column(words.changeSince(before), change, ({ value, previous }) =>
        value === undefined || previous === undefined ? null : change.cell(value - previous),
      ),
    );
  return columns;
}

/** Name of a column: the indicator with its symbol, and its period or change. */
export function headOf(
  { query }: Pick<WorkbookSource, "query">,
  { label, symbol }: Pick<CatalogIndicator, "label" | "symbol">,
  period: string,
): string {
  const words = workbookWords(query.language);
  const { from, to } = parseColumnPeriod(period)!;
  const name = words.capitalise(pickText(label, query.language, to)) + (symbol ? ` ${symbol}` : "");
  return words.inPeriod(name, from === null ? to : words.change(from, to));
}

async function valueColumn(
  source: WorkbookSource,
  areas: readonly WorkbookArea[],
  indicator: CatalogIndicator,
  period: string,
): Promise<{ readonly column: SheetColumn; readonly figures: readonly AreaFigure[] }> {
  const { from } = parseColumnPeriod(period)!;
  const isPlain = from === null;
  const read = isPlain
    ? await readNearestFigures(source, areas, indicator, period)
    : {
        period,
        figures: await readFigures(source, areas, indicator, period, await rankedRanges(source, areas)),
      };
  const form = (isPlain ? numberForm : changeForm)(indicator.unit, source.query.language);
  const words = workbookWords(source.query.language);
  return {
    figures: read.figures,
    column: {
      head: words.withUnit(headOf(source, indicator, read.period), form.unit),
      width: NUMBER_WIDTH,
      format: form.format,
      cells: read.figures.map((figure) => cellOf(figure, form, source)),
    },
  };
}

const reordered = (columns: readonly SheetColumn[], order: readonly number[]): SheetColumn[] =>
  columns.map((column) => ({ ...column, cells: order.map((at) => column.cells[at]!) }));

/** The columns that a workbook tells of: those that are named, then with `all` every other indicator. */
export function wantedColumns({ release, query }: Pick<WorkbookSource, "release" | "query">): ColumnId[] {
  const named = query.columns.map(({ indicator, period }) => {
    const { from, to } = parseColumnPeriod(period)!;
    for (const end of from === null ? [to] : [from, to]) release.period(end);
    return { indicator: release.indicator(indicator).id, period };
  });
  if (query.all === "0") return named;
  const known = new Set(named.map(({ indicator }) => indicator));
  const others = release.catalog.indicators.filter(({ id }) => !known.has(id));
  return [...named, ...others.map(({ id }) => ({ indicator: id, period: periodOf(query) }))];
}

/** The sheet of areas, the worst by the first column first. */
export async function areaSheet(source: WorkbookSource, areas: readonly WorkbookArea[]): Promise<Sheet> {
  const { release, query } = source;
  const [first, ...others] = wantedColumns(source);
  const indicator = release.indicator(first!.indicator);
  const isFull = query.columns.length === 1;
  const names = nameColumns(source, areas);
  const columns: SheetColumn[] = [];
  let order: number[];
  if (isFull) {
    const ranges = await rankedRanges(source, areas);
    const figures = await readFigures(source, areas, indicator, first!.period, ranges);
    columns.push(
      ...rankColumns(source, indicator, figures),
      ...names,
      ...fullColumns(source, indicator, first!.period, figures),
    );
    order = worstFirst(figures, indicator);
  } else {
    const { column, figures } = await valueColumn(source, areas, indicator, first!.period);
    columns.push(...names, column);
    order = worstFirst(figures, indicator);
  }
  for (const { indicator: id, period } of others)
    columns.push((await valueColumn(source, areas, release.indicator(id), period)).column);
  return {
    name: workbookWords(query.language).table,
    columns: reordered(columns, order),
    stickyRows: 1,
  };
}
