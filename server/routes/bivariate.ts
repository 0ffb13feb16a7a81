// GET /api/pairs and /api/pairs/areas: two indicators at once, as nine classes and as the list of a class.

import type { Express } from "express";
import { pairAreasContract, pairsContract, type PairArea } from "#domain/contract/bivariate";
import { pickText } from "#domain/text";
import { toCsv } from "#server/http/csv";
import { namesAbove } from "#server/read/areas/area_names";
import { findRange } from "#server/read/areas/area_range";
import { countPair, rankPair, readPair, type PairSide } from "#server/read/columns/bivariate";
import { valueFields } from "#server/read/columns/value";
import { serveRelease, TextAnswer, type Services } from "#server/http/serve";

const sideOf = ({ indicator, period, axis, periods }: PairSide) => ({
  indicator: indicator.id,
  period,
  axis,
  periods: [...periods],
});

export function pairsRoute(app: Express, services: Services): void {
  serveRelease(app, pairsContract, services, async ({ query, release, store }) => {
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
}

const fieldsAt = ({ column }: PairSide, idx: number) =>
  valueFields(
    column.status[idx]!,
    column.covered[idx]!,
    column.numerator[idx]!,
    column.denominator && column.denominator[idx]!,
  );

const CSV_HEADER = ["code", "name", "need_rung", "other_rung", "need", "other", "people", "level", "release"];

export function pairAreasRoute(app: Express, services: Services): void {
  serveRelease(app, pairAreasContract, services, async ({ query, release, store }) => {
    const { level, needRung, otherRung } = query;
    const pair = await readPair(store, release, query);
    const range = await findRange(store, release, level, query.parent);
    const counted = query.people === undefined ? null : release.column(level, query.people, pair.need.period);
    const people = counted && (await store.exact(counted));
    const found = rankPair(
      pair,
      range,
      (one) => one.need === (needRung ?? one.need) && one.other === (otherRung ?? one.other),
      { sort: query.sort, first: query.first, people },
    );
    const sum = found.reduce((total, one) => total + (one.people || 0), 0);
    const index = await store.areas(release.boundaryVersion, level);
    const above = await namesAbove(store, release, level);
    const areas = found.slice(0, query.limit).map(({ idx, ...one }): PairArea => ({
      code: index.code(idx),
      names: index.names(idx),
      parentNames: above(idx),
      needRung: one.need,
      otherRung: one.other,
      need: fieldsAt(pair.need, idx),
      other: fieldsAt(pair.other, idx),
      ...(Number.isNaN(one.people) ? {} : { people: one.people }),
    }));
    if (query.format === "json")
      return { release: release.number, total: found.length, ...(people ? { people: sum } : {}), areas };
    const { defaultLanguage } = release.catalog;
    const rows = areas.map((area) => [
      area.code,
      pickText(area.names, defaultLanguage),
      area.needRung,
      area.otherRung,
      area.need.value,
      area.other.value,
      area.people,
      level,
      release.number,
    ]);
    const name = `${release.catalog.dataset}-${query.need}-x-${query.other}-${level}-r${release.number}.csv`;
    return new TextAnswer("text/csv; charset=utf-8", toCsv(CSV_HEADER, rows), name.replaceAll("@", "-"));
  });
}
