// A set of areas of any levels, and the sums of their columns.

import { divide } from "#domain/indicator";
import { HAS_VALUE, MISSING } from "#domain/missing";
import { ProblemError } from "#server/errors";
import type { IdxRange } from "./area_index.ts";
import type { Release } from "#server/read/release";
import type { ExactColumn } from "#server/column_store/column";
import type { Store } from "#server/read/store";
import { coverageOf, valueFields, type ValueFields } from "#server/read/columns/value";

export interface SetMember {
  readonly code: string;
  readonly level: string;
  readonly idx: number;
  /** Areas of the lowest level in it. */
  readonly lowestCount: number;
}

/** Finds the areas of a set, by code; what lies inside another one of the set is left out. Throws a 404 for unknown codes. */
export async function findSet(
  store: Store,
  release: Release,
  codes: readonly string[],
  signal: AbortSignal,
): Promise<SetMember[]> {
  const { boundaryVersion, catalog } = release;
  const rows = await store.rows<{ code: string; level: string; idx: number }>(
    "select code, level, idx from geo.area where boundary_version = $1 and code = any($2) order by code",
    [boundaryVersion, codes],
    { signal },
  );
  const known = new Set(rows.map(({ code }) => code));
  const unknown = codes.filter((code) => !known.has(code));
  if (unknown.length > 0)
    throw new ProblemError(
      404,
      "unknown area",
      `unknown area code${unknown.length > 1 ? "s" : ""} ${unknown.slice(0, 5).join(", ")}${unknown.length > 5 ? `, … (${unknown.length})` : ""}: search by /api/areas?q=`,
    );
  const levels = catalog.levels.map(({ id }) => id);
  const indexes = await Promise.all(levels.map((level) => store.areas.level(boundaryVersion, level)));
  const chosen = new Set(rows.map(({ level, idx }) => `${level} ${idx}`));
  const isInside = (level: string, idx: number): boolean => {
    for (let at = levels.indexOf(level), own = idx; at > 0; at--) {
      own = indexes[at]!.parent(own);
      if (chosen.has(`${levels[at - 1]} ${own}`)) return true;
    }
    return false;
  };
  return rows
    .filter(({ level, idx }) => !isInside(level, idx))
    .map(({ code, level, idx }) => {
      let range: IdxRange = { first: idx, last: idx };
      for (let at = levels.indexOf(level) + 1; at < levels.length; at++)
        range = indexes[at]!.childrenOf(range);
      return { code, level, idx, lowestCount: range.last - range.first + 1 };
    });
}

/**
 * Sums a column over a set and divides once. `columnOf` gives it by level, undefined where there is none. Areas in which nobody
 * contributes are left out and lower the coverage; where nobody contributes at all, a reason that all share is kept.
 */
export function sumSet(
  members: readonly SetMember[],
  columnOf: (level: string) => ExactColumn | undefined,
): ValueFields & { coverage: number } {
  let [numerator, denominator, covered, total] = [0, 0, 0, 0];
  let hasDenominator = false;
  const reasons = new Set<number>();
  for (const { level, idx, lowestCount } of members) {
    total += lowestCount;
    const column = columnOf(level);
    const share = column?.covered[idx] ?? 0;
    if (column === undefined || share === 0) {
      reasons.add(column?.status[idx] ?? MISSING["not-surveyed"].status);
      continue;
    }
    numerator += column.numerator[idx]!;
    if (column.denominator) {
      hasDenominator = true;
      denominator += column.denominator[idx]!;
    }
    covered += share * lowestCount;
  }
  const coverage = coverageOf(total > 0 ? covered / total : 0);
  if (covered === 0) {
    const [only] = reasons;
    const status = reasons.size === 1 && only !== HAS_VALUE ? only! : MISSING["not-surveyed"].status;
    return { ...valueFields(status, 0, 0, null), coverage };
  }
  const divisor = hasDenominator ? denominator : null;
  return { ...valueFields(divide(numerator, divisor).status, 1, numerator, divisor), coverage };
}

/** The mean of a statistic over a set by a weight, of the members that have both; not applicable where none has. */
export function meanOfSet(
  members: readonly SetMember[],
  valueOf: (level: string) => ExactColumn | undefined,
  weightOf: (level: string) => ExactColumn | undefined,
): ValueFields & { coverage: number } {
  let [numerator, denominator, covered, total] = [0, 0, 0, 0];
  for (const { level, idx, lowestCount } of members) {
    total += lowestCount;
    const [column, weights] = [valueOf(level), weightOf(level)];
    const share = column?.covered[idx] ?? 0;
    if (!column || !weights || share === 0 || weights.status[idx] !== HAS_VALUE) continue;
    const weight = weights.numerator[idx]!;
    numerator += weight * (column.numerator[idx]! / (column.denominator?.[idx] ?? 1));
    denominator += weight;
    covered += share * lowestCount;
  }
  const coverage = coverageOf(total > 0 ? covered / total : 0);
  if (denominator === 0) return { missing: "not-applicable", coverage };
  return { ...valueFields(HAS_VALUE, 1, numerator, denominator), coverage };
}
