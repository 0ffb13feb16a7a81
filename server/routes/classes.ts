// GET /api/classes: class breaks of a column, with what they were made from.

import { parseColumnPeriod } from "#domain/column_id";
import { classify, classifyChanges, countByClass, goodnessOfFit, type ClassMethod } from "#domain/classes";
import { histogram } from "#domain/histogram";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { classesContract } from "#domain/contract/values";
import { byReason, MISSING, type Missing } from "#domain/missing";
import { ProblemError } from "#server/errors";
import { findColumn, readEstimates } from "#server/read/columns/derived";
import { reliabilityAt } from "#server/read/columns/estimate";
import { readClassSample, presentValues } from "#server/read/columns/class_sample";
import type { ColumnEntry } from "#server/read/columns/column_entry";
import type { Release } from "#server/read/release";
import type { ExactColumn } from "#server/column_store/column";
import type { Store } from "#server/read/store";
import { fromRelease } from "#server/http/route";

const countMissing = ({ status }: ExactColumn): Record<Missing, number> =>
  byReason((reason) => status.reduce((sum, byte) => sum + Number(byte === MISSING[reason].status), 0));

/** Counts the areas whose figure is unreliable. */
async function countUnreliable(store: Store, release: Release, entry: ColumnEntry): Promise<number> {
  const estimates = await readEstimates(store.columns, release, entry);
  if (!estimates) return 0;
  return estimates.reliability.reduce(
    (sum, _, idx) => sum + Number(reliabilityAt(estimates, idx) === "unreliable"),
    0,
  );
}

/** Method and given breaks; throws a 400 where a method lacks its breaks. */
function ruleOf(
  indicator: CatalogIndicator,
  isPlain: boolean,
  chosen: ClassMethod | undefined,
  breaks: readonly number[] | undefined,
): { method: ClassMethod; given: readonly number[] } {
  const policy = isPlain ? indicator.policyBreaks : undefined;
  const method = chosen ?? (policy ? "policy" : "ckmeans");
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

export const classesRoute = fromRelease(classesContract, async ({ query, release, store }) => {
  const { indicator: id, period, level, k, zero, scope } = query;
  const entry = findColumn(release, level, id, period);
  const indicator = release.indicator(id);
  const { from, isReliability } = parseColumnPeriod(period)!;
  const isPlain = from === null && !isReliability;
  const { method, given } = ruleOf(indicator, isPlain, query.method, query.breaks);
  const column = await store.columns.exact(entry);
  const values = presentValues(column);

  const { values: all, levels, periods } = await readClassSample(store, release, entry, scope);
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
