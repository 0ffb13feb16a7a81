// Two columns of a level, and the class that each area has by them.

import type { ColumnId } from "#domain/column_id";
import type { CatalogIndicator } from "#domain/contract/catalog";
import type { PairSort } from "#domain/contract/bivariate";
import { byReason, HAS_VALUE, missingOfStatus, type Missing } from "#domain/missing";
import type { ClassScope } from "#domain/classes";
import {
  bivariateAxis,
  bivariateIndex,
  tercileOf,
  type BivariateAxis,
  type AxisBounds,
  type BivariateClass,
} from "#domain/bivariate";
import type { IdxRange } from "#server/read/areas/area_index";
import { valueAt } from "./estimate.ts";
import { readClassSample } from "./class_sample.ts";
import type { Release } from "#server/read/release";
import type { ExactColumn } from "#server/column_store/column";
import type { Store } from "#server/read/store";

/** One axis: a column, and the terciles of its values. */
export interface PairSide {
  readonly indicator: CatalogIndicator;
  readonly period: string;
  readonly column: ExactColumn;
  readonly axis: BivariateAxis;
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
  { indicator: id, period }: ColumnId,
  bounds: AxisBounds | undefined,
): Promise<PairSide> {
  const entry = release.column(level, id, period);
  const indicator = release.indicator(id);
  const { values, periods } = await readClassSample(store, release, entry, scope);
  const column = await store.columns.exact(entry);
  return { indicator, period, column, axis: bivariateAxis(values, indicator, bounds), periods };
}

export interface PairQuery {
  readonly need: ColumnId;
  readonly other: ColumnId;
  readonly level: string;
  readonly scope: ClassScope;
  readonly needBounds?: AxisBounds | undefined;
  readonly otherBounds?: AxisBounds | undefined;
}

/**
 * Reads both columns and makes their axes from all areas of the level, in this period or in all;
 * throws a 404 for an unknown one.
 */
export async function readPair(store: Store, release: Release, query: PairQuery): Promise<Pair> {
  const need = await readSide(store, release, query, query.need, query.needBounds);
  const other = await readSide(store, release, query, query.other, query.otherBounds);
  return { need, other, areaCount: need.column.status.length };
}

/** The class of an area, or why it has none: the reason of the need, else of the other. */
function pairClassOf({ need, other }: Pair, idx: number): BivariateClass | Missing {
  for (const { column } of [need, other])
    if (column.status[idx] !== HAS_VALUE) return missingOfStatus(column.status[idx]!);
  return {
    need: tercileOf(valueAt(need.column, idx), need.axis),
    other: tercileOf(valueAt(other.column, idx), other.axis),
  };
}

/** Counts the areas of each class by `bivariateIndex`, and those without one by reason. */
export function countPair(pair: Pair): { counts: number[]; missing: Record<Missing, number> } {
  const counts = Array.from({ length: 9 }, () => 0);
  const missing = byReason(() => 0);
  for (let idx = 0; idx < pair.areaCount; idx++) {
    const found = pairClassOf(pair, idx);
    if (typeof found === "string") missing[found]++;
    else counts[bivariateIndex(found)]!++;
  }
  return { counts, missing };
}

/** An area with a class, its two values, and the people in need in it; NaN where they are not counted. */
export interface PairMember extends BivariateClass {
  readonly idx: number;
  readonly values: readonly [need: number, other: number];
  readonly people: number;
}

export interface PairRanking {
  readonly sort: PairSort;
  readonly first: "worst" | "best";
  /** Column whose numerator counts the people; null counts none. */
  readonly people: ExactColumn | null;
}

/**
 * The areas of `range` that have a class and are `isWanted`, ordered by one of `PAIR_SORTS` from the worst or the best end, those
 * without a count of people last. What is equal goes by class (both terciles together, then the need), need and other from the
 * worst, at last by idx.
 */
export function rankPair(
  pair: Pair,
  range: IdxRange,
  isWanted: (found: BivariateClass) => boolean,
  { sort, first, people }: PairRanking,
): readonly PairMember[] {
  const members: PairMember[] = [];
  for (let idx = range.first; idx <= range.last; idx++) {
    const found = pairClassOf(pair, idx);
    if (typeof found === "string" || !isWanted(found)) continue;
    members.push({
      idx,
      ...found,
      values: [valueAt(pair.need.column, idx), valueAt(pair.other.column, idx)],
      people: people?.status[idx] === HAS_VALUE ? people.numerator[idx]! : Number.NaN,
    });
  }
  const [needSign, otherSign] = [pair.need, pair.other].map(({ indicator }) =>
    indicator.polarity === "higher-is-better" ? -1 : 1,
  ) as [number, number];
  type Compare = (a: PairMember, b: PairMember) => number;
  const byNeed: Compare = (a, b) => needSign * (b.values[0] - a.values[0]);
  const byOther: Compare = (a, b) => otherSign * (b.values[1] - a.values[1]);
  const byClass: Compare = (a, b) => b.need + b.other - (a.need + a.other) || b.need - a.need;
  const byPeople: Compare = (a, b) => b.people - a.people;
  const by = { class: byClass, need: byNeed, other: byOther, people: byPeople }[sort];
  const direction = first === "worst" ? 1 : -1;
  return members.sort((a, b) => {
    if (sort === "people" && Number.isNaN(a.people) !== Number.isNaN(b.people))
      return Number.isNaN(a.people) ? 1 : -1;
    return direction * by(a, b) || byClass(a, b) || byNeed(a, b) || byOther(a, b) || a.idx - b.idx;
  });
}
