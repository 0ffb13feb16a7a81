// GET /api/classes: class breaks of a column, with what they were made from.

import type { z } from "zod";
import { classifyChanges } from "#domain/change_classes";
import { parseColumnPeriod } from "#domain/column_id";
import {
  classify,
  countByClass,
  crowding,
  goodnessOfFit,
  partsEnough,
  type Classes,
  type ClassMethod,
} from "#domain/classes";
import { histogram } from "#domain/histogram";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { classesContract, type ClassesResponse } from "#domain/contract/values";
import { byReason, MISSING, type Missing } from "#domain/missing";
import { halfStep } from "#domain/unit";
import { ProblemError } from "#server/errors";
import type { IdxRange } from "#server/read/areas/area_index";
import { findRange } from "#server/read/areas/area_range";
import { findArea } from "#server/read/areas/area_rows";
import { readChangeSummary } from "#server/read/columns/change_summary";
import { findColumn, readEstimates } from "#server/read/columns/derived";
import { reliabilityAt } from "#server/read/columns/estimate";
import { presentValues, readClassSample, type ClassSample } from "#server/read/columns/class_sample";
import type { ColumnEntry } from "#server/read/columns/column_entry";
import type { Release } from "#server/read/release";
import type { ExactColumn } from "#server/column_store/column";
import type { Store } from "#server/read/store";
import { fromRelease } from "#server/http/route";

function countMissing({ status }: ExactColumn, { first, last }: IdxRange): Record<Missing, number> {
  const inRange = status.subarray(first, last + 1);
  return byReason((reason) =>
    inRange.reduce((sum, byte) => sum + Number(byte === MISSING[reason].status), 0),
  );
}

/** Counts the areas of a range whose figure is unreliable. */
async function countUnreliable(
  store: Store,
  release: Release,
  entry: ColumnEntry,
  { first, last }: IdxRange,
): Promise<number> {
  const estimates = await readEstimates(store.columns, release, entry);
  let count = 0;
  if (estimates)
    for (let idx = first; idx <= last; idx++) if (reliabilityAt(estimates, idx) === "unreliable") count++;
  return count;
}

type ClassesQuery = z.output<typeof classesContract.query>;

/** Method and given breaks; throws a 400 where a method lacks its breaks. `values` decide whether those of a policy are the default. */
function ruleOf(
  indicator: CatalogIndicator,
  isPlain: boolean,
  chosen: ClassMethod | undefined,
  breaks: readonly number[] | undefined,
  values: readonly number[],
): { method: ClassMethod; given: readonly number[] } {
  const policy = isPlain ? indicator.policyBreaks : undefined;
  const method = chosen ?? (policy && partsEnough(values, policy) ? "policy" : "ckmeans");
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

/** Classes of changes, from those that are sure; the range is that of all. */
function classesOfChanges(
  { values, sure }: ClassSample,
  unit: CatalogIndicator["unit"],
  { method, given }: { readonly method: ClassMethod; readonly given: readonly number[] },
  k: number,
): Classes {
  const { min, max } = classify(values, "manual");
  return { ...classifyChanges(sure, method, k, { given, half: halfStep(unit) }), min, max };
}

const countZeros = ({ hasZeroClass }: Classes, values: readonly number[]): number =>
  hasZeroClass ? values.filter((value) => value === 0).length : 0;

/** How the areas of the open area fall into classes. */
async function readInside(
  store: Store,
  release: Release,
  { level }: ColumnEntry,
  column: ExactColumn,
  classes: Classes,
  parent: string,
): Promise<NonNullable<ClassesResponse["inside"]>> {
  const values = presentValues(column, await findRange(store, release, level, parent));
  const counts = countByClass(values, classes);
  const zeroCount = countZeros(classes, values);
  const { share, isCrowded } = crowding([zeroCount, ...counts]);
  // What is equal cannot be told apart by any classes.
  const isEven = values.every((value) => value === values[0]);
  return { code: parent, counts, zeroCount, fullestShare: share, isCrowded: isCrowded && !isEven };
}

/** The classes of a column. */
async function readClasses(store: Store, release: Release, query: ClassesQuery): Promise<ClassesResponse> {
  const { indicator: id, period, level, k, zero, scope, parent } = query;
  const entry = findColumn(release, level, id, period);
  const indicator = release.indicator(id);
  const { from, isReliability } = parseColumnPeriod(period)!;
  const isChange = from !== null && !isReliability;
  const within = query.within === undefined ? null : await findArea(store, release, query.within);
  const range = await findRange(store, release, level, query.within, "within");
  const column = await store.columns.exact(entry);
  const values = presentValues(column, range);

  const sample = await readClassSample(store, release, entry, scope, within);
  const rule = ruleOf(indicator, !isChange && !isReliability, query.method, query.breaks, sample.values);
  const { method, given } = rule;
  const classes = isChange
    ? classesOfChanges(sample, indicator.unit, rule, k)
    : classify(sample.values, method, k, { zero, given });
  const { min, max } = classes;
  return {
    release: release.number,
    indicator: id,
    period,
    level,
    classes,
    counts: values.length > 0 ? countByClass(values, classes) : [],
    zeroCount: countZeros(classes, values),
    unreliableCount: await countUnreliable(store, release, entry, range),
    fit: goodnessOfFit(values, classes),
    histogram: min === null || max === null ? [] : histogram(values, min, max),
    missing: countMissing(column, range),
    ...(parent === undefined
      ? {}
      : { inside: await readInside(store, release, entry, column, classes, parent) }),
    ...(isChange ? { change: await readShownChange(store, release, entry, parent ?? query.within) } : {}),
    scope: {
      kind: scope,
      level,
      period,
      areaCount: range.last - range.first + 1,
      levels: [...sample.levels],
      periods: [...sample.periods],
      ...(within ? { within: { code: within.detail.code, names: within.detail.names } } : {}),
    },
  };
}

/** What became of the areas inside one, without one of all. */
async function readShownChange(
  store: Store,
  release: Release,
  entry: ColumnEntry,
  code: string | undefined,
): Promise<NonNullable<ClassesResponse["change"]>> {
  const inside = code === undefined ? null : await findArea(store, release, code);
  return readChangeSummary(store, release, entry, await findRange(store, release, entry.level, code), inside);
}

export const classesRoute = fromRelease(classesContract, async ({ query, release, store }) => {
  const classes = await readClasses(store, release, query);
  if (query.crowded === "keep" || query.within !== undefined || !classes.inside?.isCrowded) return classes;
  // Limits that hold everywhere are what crowds the areas here, so without a chosen method natural breaks part them.
  return readClasses(store, release, {
    ...query,
    within: query.parent,
    method: query.method ?? "ckmeans",
  });
});
