// Two columns of a level, and the class that each area has by them.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { HAS_VALUE, missingOfStatus, type Missing } from "#domain/missing";
import type { ClassScope } from "#domain/classing";
import { pairAxis, pairIndex, rungOf, type PairAxis, type PairClass } from "#domain/pair";
import type { IdxRange } from "./area_index.ts";
import { valueAt } from "./estimate.ts";
import { readPool } from "./pool.ts";
import type { Release } from "./release.ts";
import type { ExactColumn, Store } from "./store.ts";

/** One axis: a column, and the rungs of its values. */
export interface PairSide {
  readonly indicator: CatalogIndicator;
  readonly period: string;
  readonly column: ExactColumn;
  readonly axis: PairAxis;
  /** Periods whose values made the axis. */
  readonly periods: readonly string[];
}

export interface Pair {
  readonly need: PairSide;
  readonly other: PairSide;
  readonly areaCount: number;
}

async function readSide(
  store: Store,
  release: Release,
  { level, scope }: PairQuery,
  name: string,
): Promise<PairSide> {
  const [id, period] = name.split("@") as [string, string];
  const entry = release.column(level, id, period);
  const indicator = release.indicator(id);
  const { values, periods } = await readPool(store, release, entry, scope);
  const column = await store.exact(entry);
  return { indicator, period, column, axis: pairAxis(values, indicator), periods };
}

export interface PairQuery {
  readonly need: string;
  readonly other: string;
  readonly level: string;
  readonly scope: ClassScope;
}

/**
 * Reads both columns, each `indicator@period`, and makes their axes from all areas of the level, in this period or in all;
 * throws a 404 for an unknown one.
 */
export async function readPair(store: Store, release: Release, query: PairQuery): Promise<Pair> {
  const need = await readSide(store, release, query, query.need);
  const other = await readSide(store, release, query, query.other);
  return { need, other, areaCount: need.column.status.length };
}

/** Gives the class of an area, or why it has none: the reason of the need, else of the other. */
export function pairClassOf({ need, other }: Pair, idx: number): PairClass | Missing {
  for (const { column } of [need, other])
    if (column.status[idx] !== HAS_VALUE) return missingOfStatus(column.status[idx]!);
  return {
    need: rungOf(valueAt(need.column, idx), need.axis),
    other: rungOf(valueAt(other.column, idx), other.axis),
  };
}

/** Counts the areas of each class by `pairIndex`, and those without one by reason. */
export function countPair(pair: Pair): { counts: number[]; missing: Record<Missing, number> } {
  const counts = Array.from({ length: 9 }, () => 0);
  const missing = { "not-surveyed": 0, suppressed: 0, "not-applicable": 0 };
  for (let idx = 0; idx < pair.areaCount; idx++) {
    const found = pairClassOf(pair, idx);
    if (typeof found === "string") missing[found]++;
    else counts[pairIndex(found)]!++;
  }
  return { counts, missing };
}

/** An area with a class, and its two values. */
export interface PairMember extends PairClass {
  readonly idx: number;
  readonly values: readonly [need: number, other: number];
}

/**
 * Gives the areas of `range` that have a class and are `isWanted`: the worst class first (both rungs together, then the need),
 * in a class by the need and then by the other from the bad end, at last by idx.
 */
export function rankPair(
  pair: Pair,
  range: IdxRange,
  isWanted: (found: PairClass) => boolean,
): readonly PairMember[] {
  const members: PairMember[] = [];
  for (let idx = range.first; idx <= range.last; idx++) {
    const found = pairClassOf(pair, idx);
    if (typeof found === "string" || !isWanted(found)) continue;
    members.push({
      idx,
      ...found,
      values: [valueAt(pair.need.column, idx), valueAt(pair.other.column, idx)],
    });
  }
  const [needSign, otherSign] = [pair.need, pair.other].map(({ indicator }) =>
    indicator.polarity === "higher-is-better" ? -1 : 1,
  ) as [number, number];
  return members.sort(
    (a, b) =>
      b.need + b.other - (a.need + a.other) ||
      b.need - a.need ||
      needSign * (b.values[0] - a.values[0]) ||
      otherSign * (b.values[1] - a.values[1]) ||
      a.idx - b.idx,
  );
}
