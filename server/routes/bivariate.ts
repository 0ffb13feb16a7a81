// GET /api/pairs and /api/pairs/areas: two indicators at once, as nine classes and as the list of a class.

import { formatColumnId } from "#domain/column_id";
import { pairAreasContract, pairsContract, type PairArea } from "#domain/contract/bivariate";
import { pickText } from "#domain/text";
import { toCsv } from "#server/read/csv";
import { namesAbove } from "#server/read/areas/area_names";
import { findRange } from "#server/read/areas/area_range";
import { parentCells, parentColumns, parentTableMaker } from "#server/read/areas/parent_table";
import { countPair, rankPair, readPair, type PairSide } from "#server/read/columns/bivariate";
import { valueFieldsAt } from "#server/read/columns/value";
import { fromRelease } from "#server/http/route";
import { TextAnswer } from "#server/http/text_answer";

const sideOf = ({ indicator, period, axis, periods }: PairSide) => ({
  indicator: indicator.id,
  period,
  axis,
  periods: [...periods],
});

export const pairsRoute = fromRelease(pairsContract, async ({ query, release, store }) => {
  const pair = await readPair(store, release, query);
  return {
    release: release.number,
    level: query.level,
    need: sideOf(pair.need),
    other: sideOf(pair.other),
    ...countPair(pair),
    areaCount: pair.areaCount,
  };
});

const CSV_HEADER = ["code", "name", "need_rung", "other_rung", "need", "other", "people", "level", "release"];

export const pairAreasRoute = fromRelease(pairAreasContract, async ({ query, release, store }) => {
  const { level, needRung, otherRung } = query;
  const pair = await readPair(store, release, query);
  const range = await findRange(store, release, level, query.parent);
  const counted = query.people === undefined ? null : release.column(level, query.people, pair.need.period);
  const people = counted && (await store.columns.exact(counted));
  const found = rankPair(
    pair,
    range,
    (found) => found.need === (needRung ?? found.need) && found.other === (otherRung ?? found.other),
    { sort: query.sort, first: query.first, people },
  );
  const sum = found.reduce((total, member) => total + (member.people || 0), 0);
  const index = await store.areas.level(release.boundaryVersion, level);
  const above = await namesAbove(store, release, level);
  const listed = found.slice(0, query.limit);
  const areas = listed.map(({ idx, ...member }): PairArea => ({
    code: index.code(idx),
    names: index.names(idx),
    parentNames: above(idx),
    needRung: member.need,
    otherRung: member.other,
    need: valueFieldsAt(pair.need.column, idx),
    other: valueFieldsAt(pair.other.column, idx),
    ...(Number.isNaN(member.people) ? {} : { people: member.people }),
  }));
  if (query.format === "json")
    return { release: release.number, total: found.length, ...(people ? { people: sum } : {}), areas };
  const { defaultLanguage } = release.catalog;
  const parents = await parentTableMaker(store, release, level);
  const rows = areas.map((area, at) => [
    area.code,
    pickText(area.names, defaultLanguage),
    area.needRung,
    area.otherRung,
    area.need.value,
    area.other.value,
    area.people,
    level,
    release.number,
    ...parentCells(parents.table, parents.fieldOf(level, listed[at]!.idx), (names) =>
      pickText(names, defaultLanguage),
    ),
  ]);
  const header = [...CSV_HEADER, ...parentColumns(release.catalog.levels, level)];
  const [need, other] = [query.need, query.other].map(formatColumnId);
  const name = `${release.catalog.dataset}-${need}-x-${other}-${level}-r${release.number}.csv`;
  return new TextAnswer("text/csv; charset=utf-8", await toCsv(header, rows), name.replaceAll("@", "-"));
});
