// GET /api/values: one indicator of every area of a level, as JSON or CSV.

import type { Express } from "express";
import type { AreaValue } from "#domain/contract/values";
import { valuesContract } from "#domain/contract/values";
import { HAS_VALUE } from "#domain/missing";
import { pickText } from "#domain/text";
import { toCsv } from "../csv.ts";
import { findRange } from "../read/area_range.ts";
import { coverageOf, valueFields } from "../read/value.ts";
import { serveRelease, TextAnswer, type Services } from "../route.ts";

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

export function valuesRoute(app: Express, services: Services): void {
  serveRelease(app, valuesContract, services, async ({ query, release, store }) => {
    const { indicator, period, level } = query;
    const column = await store.exact(release.column(level, indicator, period));
    const before = release.previousPeriod(indicator, period);
    const previous = before === null ? null : await store.exact(release.column(level, indicator, before));
    const index = await store.areas(release.boundaryVersion, level);
    const range = await findRange(store, release, level, query.parent);
    const areas: AreaValue[] = [];
    for (let idx = range.first; idx <= range.last; idx++) {
      const covered = column.covered[idx]!;
      const names = index.names(idx);
      areas.push({
        code: index.code(idx),
        name: pickText(names, release.catalog.defaultLanguage),
        names,
        ...valueFields(
          column.status[idx]!,
          covered,
          column.numerator[idx]!,
          column.denominator && column.denominator[idx]!,
        ),
        ...(previous?.status[idx] === HAS_VALUE
          ? { previous: previous.numerator[idx]! / (previous.denominator?.[idx] ?? 1) }
          : {}),
        ...(covered > 0 && covered < 1 ? { coverage: coverageOf(covered) } : {}),
      });
    }
    if (query.format === "json") return { release: release.number, indicator, period, level, areas };
    const rows = areas.map((area) => [
      area.code,
      area.name,
      area.value,
      area.missing,
      area.numerator,
      area.denominator,
      area.numerator === undefined ? undefined : (area.coverage ?? 1),
      indicator,
      period,
      level,
      release.number,
    ]);
    return new TextAnswer(
      "text/csv; charset=utf-8",
      toCsv(CSV_HEADER, rows),
      `${release.catalog.dataset}-${indicator}-${period}-${level}-r${release.number}.csv`,
    );
  });
}
