// GET /api/sets and /api/sets/near: a hand-picked set of areas summed as if it were one, and what lies near to it.

import { MAX_SET_CODES } from "#domain/area_set_codec";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { MAX_NEAR_SQKM, nearSetContract, setContract } from "#domain/contract/sets";
import { ProblemError } from "#server/errors";
import { pickText, type Text } from "#domain/text";
import { toCsv } from "#server/read/csv";
import { TextAnswer } from "#server/http/text_answer";
import { parentCells, parentColumns, parentTableMaker } from "#server/read/areas/parent_table";
import { findSet, type SetMember } from "#server/read/areas/area_set";
import { findNear } from "#server/read/areas/near_set";
import { readLevels, SetFigures } from "#server/read/areas/set_figures";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";
import { coverageOf, valueFieldsAt } from "#server/read/columns/value";
import { measureColumn } from "#server/column_store/release_record";
import { fromRelease } from "#server/http/route";

const CSV_HEADER = [
  "code",
  "name",
  "value",
  "missing",
  "numerator",
  "denominator",
  "coverage",
  "indicator",
  "period",
  "level",
  "release",
];

/** The areas of a set, each with its own figures of an indicator and what lies above it. */
async function membersCsv(
  store: Store,
  release: Release,
  members: readonly SetMember[],
  { id }: CatalogIndicator,
  period: string,
): Promise<string> {
  const { catalog, number, boundaryVersion } = release;
  const levels = catalog.levels.map((level) => level.id);
  const lowest = levels.findLast((level) => members.some((member) => member.level === level))!;
  const columns = await readLevels(store, release, new Set(members.map(({ level }) => level)), id, period);
  const parents = await parentTableMaker(store, release, lowest);
  const nameOf = (names: Text): string => pickText(names, catalog.defaultLanguage);
  const rows = [];
  for (const { code, level, idx } of members) {
    const column = columns.get(level);
    const figure = column ? valueFieldsAt(column, idx) : { missing: "not-surveyed" as const };
    const covered = column?.covered[idx] ?? 0;
    const index = await store.areas.level(boundaryVersion, level);
    // An area of a higher level has nothing in the columns of the levels below it.
    const gap = levels.indexOf(lowest) - levels.indexOf(level);
    rows.push([
      code,
      nameOf(index.names(idx)),
      figure.value,
      figure.missing,
      figure.numerator,
      figure.denominator,
      covered > 0 ? coverageOf(covered) : undefined,
      id,
      period,
      level,
      number,
      ...Array.from({ length: 2 * gap }, () => ""),
      ...parentCells(parents.table, parents.fieldOf(level, idx), nameOf),
    ]);
  }
  return toCsv([...CSV_HEADER, ...parentColumns(catalog.levels, lowest)], rows);
}

export const setsRoute = fromRelease(setContract, async ({ query, release, store, signal }) => {
  const { catalog } = release;
  const period = query.period === undefined ? catalog.periods.at(-1)! : release.period(query.period);
  const shown = release.indicator(query.indicator);
  const members = await findSet(store, release, query.codes, signal);
  if (query.format === "csv") {
    const csv = await membersCsv(store, release, members, shown, period);
    const name = `${catalog.dataset}-${shown.id}-${period}-${members.length}-areas-r${release.number}.csv`;
    return new TextAnswer("text/csv; charset=utf-8", csv, name);
  }
  const figures = new SetFigures(store, release, members);
  const indicators = [];
  for (const indicator of catalog.indicators)
    indicators.push({ indicator: indicator.id, ...(await figures.figure(indicator, period)) });
  const trend = [];
  for (const at of catalog.periods) {
    const { coverage: _, ...figure } = await figures.figure(shown, at);
    trend.push({ period: at, ...figure });
  }
  const measures: Record<string, number> = {};
  for (const { id } of catalog.measures) {
    const { numerator } = await figures.sum(measureColumn(id), period);
    if (numerator !== undefined) measures[id] = numerator;
  }
  const parents = await parentTableMaker(store, release, catalog.levels.at(-1)!.id);
  const areas = [];
  for (const { code, level, idx } of members) {
    const index = await store.areas.level(release.boundaryVersion, level);
    areas.push({ code, level, names: index.names(idx), ...parents.fieldOf(level, idx) });
  }
  return {
    release: release.number,
    period,
    parents: parents.table,
    areas,
    lowestCount: members.reduce((total, { lowestCount }) => total + lowestCount, 0),
    measures,
    indicators,
    trend,
  };
});

/** Throws a 400 for a search that would take the database seconds. */
function checkReach({ codes, km }: { readonly codes: readonly string[]; readonly km: number }): void {
  const sqkm = codes.length * Math.PI * km ** 2;
  if (sqkm <= MAX_NEAR_SQKM) return;
  const reach = Math.sqrt(MAX_NEAR_SQKM / Math.PI / codes.length);
  throw new ProblemError(
    400,
    "too wide a search",
    `parameter "km" is ${km} with ${codes.length} codes, which is ${Math.round(sqkm)} km²: codes × π × km² is at most ${MAX_NEAR_SQKM} km², so take at most ${Math.floor(reach * 10) / 10} km or fewer codes`,
  );
}

export const nearSetRoute = fromRelease(nearSetContract, async ({ query, release, store, signal }) => {
  const { id: level } = release.level(query.level);
  checkReach(query);
  const members = await findSet(store, release, query.codes, signal);
  const own = new Set(query.codes);
  const near = await store.heavy.run(
    () => findNear(store, release, members, { level, km: query.km, signal }),
    signal,
  );
  // What lies inside an area of the set is near to it, and is of it.
  const outside = await findSet(store, release, [...query.codes, ...near], signal);
  const codes = outside.map(({ code }) => code).filter((code) => !own.has(code));
  return { release: release.number, codes: codes.slice(0, MAX_SET_CODES), total: codes.length };
});
