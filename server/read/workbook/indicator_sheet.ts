// The sheet that compares areas: a row for every indicator, two columns for every area, its value and what it counts.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { LENSES } from "#domain/lens";
import { pickText } from "#domain/text";
import { MISSING } from "#domain/missing";
import type { UnitId } from "#domain/unit";
import { readNearestFigures, type AreaFigure } from "./area_figures.ts";
import { numberForm, type Cell, type Sheet, type SheetColumn } from "./sheet.ts";
import { workbookWords } from "./words.ts";
import { headOf, wantedColumns } from "./area_sheet.ts";
import type { WorkbookArea, WorkbookSource } from "./workbook_areas.ts";

interface IndicatorRow {
  readonly indicator: CatalogIndicator;
  readonly period: string;
  readonly figures: readonly AreaFigure[];
}

/** Written as it is shown, since every row has a unit of its own. */
const cellOf = ({ value, missing }: AreaFigure, unit: UnitId, source: WorkbookSource): Cell => {
  const { language } = source.query;
  if (value === undefined) return pickText(MISSING[missing ?? "not-surveyed"].label, language);
  return unit === "share" ? Number((value * 100).toPrecision(15)) : numberForm(unit, language).cell(value);
};

/** The sheet of indicators, by lens, for areas in the order in which they are named. */
export async function indicatorSheet(source: WorkbookSource, areas: readonly WorkbookArea[]): Promise<Sheet> {
  const { release, query } = source;
  const { language } = query;
  const words = workbookWords(language);
  const rows: IndicatorRow[] = [];
  for (const { indicator: id, period } of wantedColumns(source)) {
    const indicator = release.indicator(id);
    rows.push({ indicator, ...(await readNearestFigures(source, areas, indicator, period)) });
  }
  const lensOrder = Object.keys(LENSES);
  rows.sort((a, b) => lensOrder.indexOf(a.indicator.lens) - lensOrder.indexOf(b.indicator.lens));
  const text = (head: string, width: number, cell: (row: IndicatorRow) => string): SheetColumn => ({
    head,
    width,
    format: null,
    cells: rows.map(cell),
  });
  return {
    name: words.table,
    stickyRows: 1,
    columns: [
      text(words.lens, 12, ({ indicator }) =>
        words.capitalise(pickText(LENSES[indicator.lens].label, language)),
      ),
      text(words.indicator, 40, ({ indicator, period }) => headOf(source, indicator, period)),
      text(words.unit, 12, ({ indicator }) => numberForm(indicator.unit, language).unit),
      text(words.isWorse, 16, ({ indicator }) => words.polarity[indicator.polarity]),
      ...areas.flatMap(({ names, code }, at): SheetColumn[] => {
        const name = `${pickText(names, language)} ${code}`;
        return [
          {
            head: name,
            width: 18,
            format: "#,##0.###",
            cells: rows.map(({ indicator, figures }) => cellOf(figures[at]!, indicator.unit, source)),
          },
          {
            head: words.counted(name),
            width: 18,
            format: "#,##0",
            cells: rows.map(({ figures }) => figures[at]!.numerator ?? null),
          },
        ];
      }),
    ],
  };
}
