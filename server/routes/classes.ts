// GET /api/classes: class breaks of a column, with what they were made from.

import type { Express } from "express";
import { parseColumnPeriod } from "#domain/column_id";
import { classify, classifyChanges, countByClass, goodnessOfFit, type ClassMethod } from "#domain/classes";
import { histogram } from "#domain/histogram";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { classesContract } from "#domain/contract/values";
import { byReason, MISSING, type Missing } from "#domain/missing";
import { ProblemError } from "#server/errors";
import { readEstimates } from "#server/read/columns/derived";
import { reliabilityAt } from "#server/read/columns/estimate";
import { readPool, valuesOf } from "#server/read/columns/class_sample";
import type { ColumnEntry, Release } from "#server/read/release";
import type { ExactColumn, Store } from "#server/read/store";
import { serveRelease, type Services } from "#server/http/serve";

const countMissing = ({ status }: ExactColumn): Record<Missing, number> =>
  byReason((reason) => status.reduce((sum, byte) => sum + Number(byte === MISSING[reason].status), 0));

/** Counts the areas whose figure is unreliable. */
async function countUnreliable(store: Store, release: Release, entry: ColumnEntry): Promise<number> {
  const estimates = await readEstimates(store, release, entry);
  if (!estimates) return 0;
  return estimates.reliability.reduce(
    (sum, _, idx) => sum + Number(reliabilityAt(estimates, idx) === "unreliable"),
    0,
  );
}

/** Gives method and given breaks; throws a 400 where a method lacks its breaks. */
function ruleOf(
  indicator: CatalogIndicator,
  isPlain: boolean,
  asked: ClassMethod | undefined,
  breaks: readonly number[] | undefined,
): { method: ClassMethod; given: readonly number[] } {
  const policy = isPlain ? indicator.policyBreaks : undefined;
  const method = asked ?? (policy ? "policy" : "ckmeans");
  if (method === "policy" && !policy)
    throw new ProblemError(
      400,
      "bad parameter",
      `method is "policy", but none fixes breaks of ${indicator.id}`,
    );
  if (method === "manual" && !breaks)
    throw new ProblemError(400, "bad parameter", 'method is "manual": give breaks, as in breaks=0.1,0.2');
  return { method, given: (method === "policy" ? policy : breaks) ?? [] };
}

export function classesRoute(app: Express, services: Services): void {
  serveRelease(app, classesContract, services, async ({ query, release, store }) => {
    const { indicator: id, period, level, k, zero, scope } = query;
    const entry = release.column(level, id, period);
    const indicator = release.indicator(id);
    const { from, isReliability } = parseColumnPeriod(period)!;
    const isPlain = from === null && !isReliability;
    const { method, given } = ruleOf(indicator, isPlain, query.method, query.breaks);
    const column = await store.exact(entry);
    const values = valuesOf(column);

    const { values: all, levels, periods } = await readPool(store, release, entry, scope);
    const classes =
      from === null || isReliability
        ? classify(all, method, k, { zero, given })
        : classifyChanges(all, method, k, { given });
    const { min, max, hasZeroClass } = classes;
    return {
      release: release.number,
      indicator: id,
      period,
      level,
      classes,
      counts: values.length > 0 ? countByClass(values, classes) : [],
      zeroCount: hasZeroClass ? values.filter((value) => value === 0).length : 0,
      unreliableCount: await countUnreliable(store, release, entry),
      fit: goodnessOfFit(values, classes),
      histogram: min === null || max === null ? [] : histogram(values, min, max),
      missing: countMissing(column),
      scope: {
        kind: scope,
        level,
        period,
        areaCount: column.status.length,
        levels: [...levels],
        periods: [...periods],
      },
    };
  });
}
