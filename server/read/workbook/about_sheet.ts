// The sheet that says what the figures of a workbook are: release, conditions, definitions, sources, licence, words for what is missing.

import { parseColumnPeriod } from "#domain/column_id";
import type { Condition } from "#domain/condition";
import { MISSING, MISSING_REASONS } from "#domain/missing";
import { pickText, type Text } from "#domain/text";
import { formatValue } from "#domain/unit";
import { findArea } from "#server/read/areas/area_rows";
import type { Sheet } from "./sheet.ts";
import { workbookWords } from "./words.ts";
import { headOf, wantedColumns } from "./area_sheet.ts";
import { periodOf, type WorkbookArea, type WorkbookSource } from "./workbook_areas.ts";

type Line = readonly (string | null)[];

function conditionInWords(source: WorkbookSource, { indicator: id, period, low, high }: Condition): string {
  const { release, query } = source;
  const words = workbookWords(query.language);
  const indicator = release.indicator(id);
  const written = (value: number): string =>
    formatValue(value, indicator.unit, query.language, { whole: true });
  const bounds =
    low && low.value === high?.value
      ? [words.equal(written(low.value))]
      : [
          ...(low ? [words.above(written(low.value), low.isIncluded)] : []),
          ...(high ? [words.below(written(high.value), high.isIncluded)] : []),
        ];
  return `${headOf(source, indicator, period ?? periodOf(query))}: ${bounds.join(words.and)}`;
}

async function scopeLines(source: WorkbookSource, areas: readonly WorkbookArea[]): Promise<Line[]> {
  const { release, store, query } = source;
  const { catalog } = release;
  const words = workbookWords(query.language);
  const written = (text: Text): string => pickText(text, query.language);
  const shown = catalog.levels.filter(({ id }) => areas.some(({ level }) => level === id));
  const count = formatValue(areas.length, "count", query.language, { whole: true });
  const inside = query.parent === undefined ? null : await findArea(store, release, query.parent);
  const conditions = (query.where ?? []).map((condition) => conditionInWords(source, condition));
  return [
    [words.title, written(catalog.title)],
    ...(catalog.isFictional ? [[words.note, words.fictional]] : []),
    [words.release, String(release.number)],
    [words.published, release.publishedAt],
    [words.period, [...new Set(query.columns.map(({ period }) => periodWords(source, period)))].join(", ")],
    [words.areas, words.areasAre(shown.map(({ label }) => written(label)).join(", "), count)],
    ...(inside ? [[words.inside, `${written(inside.detail.names)} ${inside.detail.code}`]] : []),
    ...(conditions.length === 0
      ? [[words.conditions, words.noConditions]]
      : conditions.map((condition, at) => [at === 0 ? words.conditions : null, condition])),
    ...(conditions.length > 0 ? [[null, words.withoutValue]] : []),
    [words.licence, catalog.licence.name],
    [words.attribution, catalog.licence.attribution],
  ];
}

function periodWords({ query }: WorkbookSource, period: string): string {
  const { from, to } = parseColumnPeriod(period)!;
  return from === null ? to : workbookWords(query.language).change(from, to);
}

function definitionLines(source: WorkbookSource): Line[] {
  const { release, query } = source;
  const words = workbookWords(query.language);
  const written = (text: Text | undefined): string | null => (text ? pickText(text, query.language) : null);
  return [
    [],
    [words.definitions, words.definition, words.isWorse, words.formula, words.norm, words.sources],
    ...wantedColumns(source).map(({ indicator: id, period }) => {
      const indicator = release.indicator(id);
      const sources = indicator.sources.map(({ department, fileName, reportingDate }) =>
        [written(department), fileName, reportingDate].filter((part) => part).join(", "),
      );
      return [
        headOf(source, indicator, period),
        written(indicator.description),
        words.polarity[indicator.polarity],
        indicator.formula,
        written(indicator.norm?.label),
        sources.join("; "),
      ];
    }),
  ];
}

/** The sheet about a workbook with these areas. */
export async function aboutSheet(source: WorkbookSource, areas: readonly WorkbookArea[]): Promise<Sheet> {
  const words = workbookWords(source.query.language);
  const lines: Line[] = [
    ...(await scopeLines(source, areas)),
    ...definitionLines(source),
    [],
    [words.missing],
    ...MISSING_REASONS.map((reason) => [
      pickText(MISSING[reason].label, source.query.language),
      words.missingHow[reason] ?? "",
    ]),
  ];
  const widths = [34, 60, 16, 40, 40, 60];
  return {
    name: words.about,
    stickyRows: 0,
    columns: widths.map((width, at) => ({
      head: "",
      width,
      format: null,
      cells: lines.map((line) => line[at] ?? null),
    })),
  };
}
