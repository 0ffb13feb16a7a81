// GET /api/sets: a hand-picked set of areas summed as if it were one.

import type { Express } from "express";
import { setContract } from "#domain/contract/sets";
import { findSet, sumSet } from "../read/area_set.ts";
import type { Release } from "../read/release.ts";
import type { ExactColumn, Store } from "../read/store.ts";
import { measureColumn } from "../release/record.ts";
import { serveRelease, type Services } from "../route.ts";

/** Reads a column at each of the levels; levels without it are left out. */
async function readLevels(
  store: Store,
  release: Release,
  levels: Iterable<string>,
  indicator: string,
  period: string,
): Promise<Map<string, ExactColumn>> {
  const columns = new Map<string, ExactColumn>();
  for (const level of levels) {
    const entry = release.find(level, indicator, period);
    if (entry) columns.set(level, await store.exact(entry));
  }
  return columns;
}

export function setsRoute(app: Express, services: Services): void {
  serveRelease(app, setContract, services, async ({ query, release, store }) => {
    const { catalog } = release;
    const period = query.period === undefined ? catalog.periods.at(-1)! : release.period(query.period);
    const { id: shown } = release.indicator(query.indicator);
    const members = await findSet(store, release, query.codes);
    const levels = new Set(members.map(({ level }) => level));
    const sum = async (id: string, at: string) => {
      const columns = await readLevels(store, release, levels, id, at);
      return sumSet(members, (level) => columns.get(level));
    };
    const indicators = [];
    for (const { id } of catalog.indicators) indicators.push({ indicator: id, ...(await sum(id, period)) });
    const trend = [];
    for (const at of catalog.periods) {
      const { coverage: _, ...fields } = await sum(shown, at);
      trend.push({ period: at, ...fields });
    }
    const measures: Record<string, number> = {};
    for (const { id } of catalog.measures) {
      const { numerator } = await sum(measureColumn(id), period);
      if (numerator !== undefined) measures[id] = numerator;
    }
    const areas = [];
    for (const { code, level, idx } of members)
      areas.push({ code, level, names: (await store.areas(release.boundaryVersion, level)).names(idx) });
    return {
      release: release.number,
      period,
      areas,
      lowestCount: members.reduce((total, { lowestCount }) => total + lowestCount, 0),
      measures,
      indicators,
      trend,
    };
  });
}
