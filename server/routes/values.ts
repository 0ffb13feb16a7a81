// GET /api/values: one indicator of every area of a level, as JSON or CSV.

import { valuesContract, type AreaValue, type Values } from "#domain/contract/values";
import { pickText } from "#domain/text";
import { toCsv } from "#server/read/csv";
import { fromRelease } from "#server/http/route";
import { TextAnswer } from "#server/http/text_answer";
import { findRange } from "#server/read/areas/area_range";
import { parentCells, parentColumns } from "#server/read/areas/parent_table";
import { readAreaValues } from "#server/read/columns/area_values";
import { findColumn } from "#server/read/columns/derived";
import type { Release } from "#server/read/release";

/** The areas above come last: whoever reads by position finds what was there before. */
const CSV_HEADER = [
  "code",
  "name",
  "value",
  "missing",
  "numerator",
  "denominator",
  "coverage",
  "ci_low",
  "ci_high",
  "reliability",
  "by_share",
  "rank_first",
  "rank_last",
  "indicator",
  "period",
  "level",
  "release",
];

function csvOf(
  { indicator, period, level, areas, parents }: Values,
  { number: release, catalog }: Release,
): Promise<string> {
  const rowOf = (area: AreaValue) => [
    area.code,
    area.name,
    area.value,
    area.missing,
    area.numerator,
    area.denominator,
    area.value === undefined && area.numerator === undefined ? undefined : (area.coverage ?? 1),
    area.ciLow,
    area.ciHigh,
    area.reliability,
    area.byShare,
    area.rankFirst,
    area.rankLast,
    indicator,
    period,
    level,
    release,
    ...parentCells(parents, area, (names) => pickText(names, catalog.defaultLanguage)),
  ];
  function* rows() {
    for (const area of areas) yield rowOf(area);
  }
  return toCsv([...CSV_HEADER, ...parentColumns(catalog.levels, level)], rows());
}

export const valuesRoute = fromRelease(valuesContract, async ({ query, release, store }) => {
  const { indicator, period, level } = query;
  const entry = findColumn(release, level, indicator, period);
  const range = await findRange(store, release, level, query.parent);
  const read = await readAreaValues(store, release, entry, range);
  const values: Values = { release: release.number, indicator, period, level, ...read };
  if (query.format === "json") return values;
  const fileName = `${release.catalog.dataset}-${indicator}-${period}-${level}-r${release.number}.csv`;
  return new TextAnswer("text/csv; charset=utf-8", await csvOf(values, release), fileName);
});
