// GET /api/classes: class breaks of a column, with what they were made from.

import type { Express } from "express";
import { classify, countByClass, histogram } from "#domain/classing";
import { classesContract } from "#domain/contract/values";
import { HAS_VALUE } from "#domain/missing";
import { serveRelease, type Services } from "../route.ts";

export function classesRoute(app: Express, services: Services): void {
  serveRelease(app, classesContract, services, async ({ query, release, store }) => {
    const { indicator, period, level, method, k } = query;
    const entry = release.column(level, indicator, period);
    const { numerator, denominator, status } = await store.exact(entry);
    const values: number[] = [];
    status.forEach((one, idx) => {
      if (one === HAS_VALUE) values.push(numerator[idx]! / (denominator?.[idx] ?? 1));
    });
    const classes = classify(values, method, k);
    const { min, max } = classes;
    return {
      release: release.number,
      indicator,
      period,
      level,
      classes,
      counts: values.length > 0 ? countByClass(values, classes) : [],
      histogram: min === null || max === null ? [] : histogram(values, min, max),
      missing: { ...entry.statistics.missing },
      scope: { level, period, areaCount: status.length },
    };
  });
}
