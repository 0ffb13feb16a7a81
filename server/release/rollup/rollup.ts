// Roll-up: sums of measures from the lowest level to the top, divided once at the end.

import type { RolledColumn } from "#server/column_store/column";
import { divide, type Indicator, type Term } from "#domain/indicator";
import { HAS_VALUE, MISSING, moreSevere } from "#domain/missing";

const NOT_SURVEYED = MISSING["not-surveyed"].status;

/** One level of the area tree, by idx. */
export interface LevelShape {
  readonly id: string;
  /** idx in the level above; −1 at the top. */
  readonly parentIdx: Int32Array;
  /** Areas of the lowest level below each area; 1 at the lowest level. */
  readonly leafCount: Float64Array;
}

/** What tables report about one measure at one level, by idx. */
export interface ReportedColumn {
  /** 0 where missing. */
  readonly value: Float64Array;
  /** 0 where a number is reported. */
  readonly status: Uint8Array;
}

/** Stated measures of one period: by level (top first), then by measure id. */
type ReportedLevels = readonly ReadonlyMap<string, ReportedColumn>[];

/** Counts the leaves below each area from the parents by level, top first. */
export function shapeLevels(levels: readonly { id: string; parentIdx: Int32Array }[]): LevelShape[] {
  const shapes: LevelShape[] = [];
  for (const { id, parentIdx } of levels.toReversed()) {
    const below = shapes.at(-1);
    const leafCount = new Float64Array(parentIdx.length).fill(below ? 0 : 1);
    below?.parentIdx.forEach((parent, idx) => {
      leafCount[parent]! += below.leafCount[idx]!;
    });
    shapes.push({ id, parentIdx, leafCount });
  }
  return shapes.reverse();
}

/** What areas add up to before they are divided. */
interface LevelSums {
  readonly numerator: Float64Array;
  readonly denominator: Float64Array | null;
  /** Areas of the lowest level that contribute; 0 where nothing does. */
  readonly leaves: Uint32Array;
  /** Status byte where nothing contributes, as far as one is known. */
  readonly reason: Uint8Array;
}

type Formula = Pick<Indicator, "id" | "numerator" | "denominator" | "rollUp">;

const noSums = ({ denominator }: Formula, n: number): LevelSums => ({
  numerator: new Float64Array(n),
  denominator: denominator && new Float64Array(n),
  leaves: new Uint32Array(n),
  reason: new Uint8Array(n),
});

/** Sums the children that contribute; where none does, the reason is the one that all of them share. */
function sumChildren(
  formula: Formula,
  below: LevelSums & RolledColumn,
  parentIdx: Int32Array,
  n: number,
): LevelSums {
  const sums = noSums(formula, n);
  const { numerator, denominator, leaves, reason } = sums;
  for (let child = 0; child < parentIdx.length; child++) {
    const parent = parentIdx[child]!;
    if (below.leaves[child]! > 0) {
      numerator[parent]! += below.numerator[child]!;
      if (denominator) denominator[parent]! += below.denominator![child]!;
      leaves[parent]! += below.leaves[child]!;
    } else {
      const known = reason[parent]!;
      const own = below.status[child]!;
      reason[parent] = known === 0 || known === own ? own : NOT_SURVEYED;
    }
  }
  return sums;
}

/** A measure as a level reports it, else as all the villages below sum up to. */
function reportedOrSummed(
  reported: ReportedColumn | undefined,
  sum: RolledColumn | undefined,
  n: number,
): ReportedColumn {
  if (reported && !sum) return reported;
  const value = reported ? reported.value.slice() : new Float64Array(n);
  const status = reported ? reported.status.slice() : new Uint8Array(n).fill(NOT_SURVEYED);
  sum?.status.forEach((reason, idx) => {
    if (status[idx] === HAS_VALUE || reason !== HAS_VALUE || sum.covered[idx] !== 1) return;
    value[idx] = sum.numerator[idx]!;
    status[idx] = HAS_VALUE;
  });
  return { value, status };
}

function addUp(term: Term, quantities: ReadonlyMap<string, ReportedColumn>, n: number): Float64Array {
  const sum = new Float64Array(n);
  for (const [measure, weight] of Object.entries(term)) {
    const { value } = quantities.get(measure)!;
    for (let idx = 0; idx < n; idx++) sum[idx]! += weight * value[idx]!;
  }
  return sum;
}

/** What a level reports by itself: an area contributes where every measure is there and one of them is reported here. */
function sumOwn(
  formula: Formula,
  { leafCount }: LevelShape,
  reported: ReadonlyMap<string, ReportedColumn>,
  sumOf: (measure: string) => RolledColumn | undefined,
): LevelSums | null {
  const measures = Object.keys({ ...formula.numerator, ...formula.denominator });
  const here = measures.map((measure) => reported.get(measure)).filter((column) => column !== undefined);
  if (here.length === 0) return null;
  const n = leafCount.length;
  const quantities = new Map(
    measures.map((measure) => [measure, reportedOrSummed(reported.get(measure), sumOf(measure), n)]),
  );
  const numerator = addUp(formula.numerator, quantities, n);
  const denominator = formula.denominator && addUp(formula.denominator, quantities, n);
  const leaves = new Uint32Array(n);
  const reason = new Uint8Array(n);
  // Of several reasons the first in this order: not surveyed, withheld, does not apply.
  for (const { status } of quantities.values())
    for (let idx = 0; idx < n; idx++) reason[idx] = moreSevere(reason[idx]!, status[idx]!);
  const isJoined = measures.some((measure) => sumOf(measure));
  for (let idx = 0; idx < n; idx++) {
    const isReported = !isJoined || here.some(({ status }) => status[idx] === HAS_VALUE);
    if (reason[idx] === HAS_VALUE && isReported) {
      leaves[idx] = Math.max(1, leafCount[idx]!);
      continue;
    }
    numerator[idx] = 0;
    if (denominator) denominator[idx] = 0;
    if (reason[idx] === NOT_SURVEYED) reason[idx] = 0;
  }
  return { numerator, denominator, leaves, reason };
}

/** Puts what areas report by themselves where none of their children contributes. */
function fillIn(sums: LevelSums, own: LevelSums): void {
  own.leaves.forEach((leaves, idx) => {
    if (sums.leaves[idx]! > 0) return;
    sums.numerator[idx] = own.numerator[idx]!;
    if (sums.denominator) sums.denominator[idx] = own.denominator![idx]!;
    sums.leaves[idx] = leaves;
    sums.reason[idx] = own.reason[idx] || sums.reason[idx]!;
  });
}

/** Divides once; the reasons become the status. */
function divideSums(
  id: string,
  { numerator, denominator, leaves, reason: status }: LevelSums,
  shape: LevelShape,
): RolledColumn {
  const n = leaves.length;
  const value = new Float32Array(n);
  const covered = new Float32Array(n);
  for (let idx = 0; idx < n; idx++) {
    if (leaves[idx] === 0) {
      status[idx] ||= NOT_SURVEYED;
      continue;
    }
    if (!Number.isSafeInteger(numerator[idx]) || (denominator && !Number.isSafeInteger(denominator[idx])))
      throw new RangeError(
        `sum of ${id} at ${shape.id} ${idx} is ${numerator[idx]} / ${denominator?.[idx] ?? 1}: sums must be whole and below 2^53`,
      );
    covered[idx] = leaves[idx]! / Math.max(1, shape.leafCount[idx]!);
    const quotient = divide(numerator[idx]!, denominator ? denominator[idx]! : null);
    status[idx] = quotient.status;
    value[idx] = quotient.status === HAS_VALUE ? quotient.value : 0;
  }
  return { numerator, denominator, value, status, covered };
}

/**
 * Rolls one indicator up through every level; returns one column per level, top first.
 *
 * An area is the sum of its children that contribute. Where none does, it contributes by itself when all measures of
 * the formula are there: at least one reported at its own level, the others reported there or summed (`sums`) from all the
 * villages below. What comes `from_records` is only what its own level reports. Sums are exact; throws a RangeError above 2^53.
 */
export function rollUp(
  formula: Formula,
  levels: readonly LevelShape[],
  reported: ReportedLevels,
  sums: ReadonlyMap<string, readonly RolledColumn[]>,
): RolledColumn[] {
  const columns: RolledColumn[] = [];
  let below: (LevelSums & RolledColumn) | null = null;
  for (let ordinal = levels.length - 1; ordinal >= 0; ordinal--) {
    const shape = levels[ordinal]!;
    const n = shape.parentIdx.length;
    const own = sumOwn(formula, shape, reported[ordinal]!, (measure) => sums.get(measure)?.[ordinal]);
    const children: LevelSums | null =
      below && formula.rollUp !== "from_records"
        ? sumChildren(formula, below, levels[ordinal + 1]!.parentIdx, n)
        : null;
    if (children && own) fillIn(children, own);
    const all: LevelSums = children ?? own ?? noSums(formula, n);
    const column = divideSums(formula.id, all, shape);
    columns.push(column);
    below = { ...all, ...column };
  }
  return columns.reverse();
}

/** Whether any area of any level has a number. */
export const hasValues = (columns: readonly RolledColumn[]): boolean =>
  columns.some(({ status }) => status.includes(HAS_VALUE));
