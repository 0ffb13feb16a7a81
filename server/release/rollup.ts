// Roll-up: sums of measures from the lowest level to the top, divided once at the end.

import { divide, type Indicator, type Term } from "#domain/indicators";
import { HAS_VALUE, MISSING } from "#domain/missing";

const NOT_SURVEYED = MISSING["not-surveyed"].status;
const SUPPRESSED = MISSING.suppressed.status;
const NOT_APPLICABLE = MISSING["not-applicable"].status;

/** One level of the area tree, by idx. */
export interface LevelShape {
  readonly id: string;
  /** idx in the level above; −1 at the top. */
  readonly parentIdx: Int32Array;
  /** Areas of the lowest level below each area; 1 at the lowest level. */
  readonly leafCount: Float64Array;
}

/** What tables state about one measure at one level, by idx. */
export interface StatedColumn {
  readonly value: Float64Array;
  /** 0 where a number is stated. */
  readonly status: Uint8Array;
}

/** Stated measures of one period: by level (top first), then by measure id. */
export type StatedLevels = readonly ReadonlyMap<string, StatedColumn>[];

/** One indicator in one period at one level, by idx. */
export interface RolledColumn {
  /** Exact sums over what contributes; 0 where nothing does. */
  readonly numerator: Float64Array;
  /** Null for a sum. */
  readonly denominator: Float64Array | null;
  /** float32, for painting; 0 where missing. */
  readonly value: Float32Array;
  readonly status: Uint8Array;
  /** Share 0–1 of the villages below that contribute. */
  readonly covered: Float32Array;
}

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

/** Of several reasons the one that is told: not surveyed before withheld before does not apply. */
function graver(a: number, b: number): number {
  if (a === HAS_VALUE || b === HAS_VALUE) return a || b;
  return Math.min(a, b);
}

/** Weights of a term in the order of `measures`; null for no term. */
const weightsOf = (term: Term | null, measures: readonly string[]): number[] | null =>
  term && measures.map((measure) => term[measure] ?? 0);

function sumOf(weights: readonly number[], quantities: Float64Array): number {
  let sum = 0;
  for (let m = 0; m < weights.length; m++) sum += weights[m]! * quantities[m]!;
  return sum;
}

type Formula = Pick<Indicator, "id" | "numerator" | "denominator" | "rollUp">;

/**
 * Rolls one indicator up through every level; gives one column per level, top first.
 *
 * An area is the sum of its children that contribute. Where none does, it contributes by itself when all measures of
 * the formula are there: at least one stated at its own level, the others stated there or summed (`sums`) from all the
 * villages below. What comes `from_records` is only what its own level states. Sums are exact; throws a RangeError above 2^53.
 */
export function rollUp(
  formula: Formula,
  levels: readonly LevelShape[],
  stated: StatedLevels,
  sums: ReadonlyMap<string, readonly RolledColumn[]>,
): RolledColumn[] {
  const measures = [
    ...new Set([...Object.keys(formula.numerator), ...Object.keys(formula.denominator ?? {})]),
  ];
  const numeratorWeights = weightsOf(formula.numerator, measures)!;
  const denominatorWeights = weightsOf(formula.denominator, measures);
  const quantities = new Float64Array(measures.length);
  const columns: RolledColumn[] = [];
  let below: (RolledColumn & { leaves: Float64Array; shape: LevelShape }) | undefined;
  for (let ordinal = levels.length - 1; ordinal >= 0; ordinal--) {
    const shape = levels[ordinal]!;
    const n = shape.parentIdx.length;
    const numerator = new Float64Array(n);
    const denominator = formula.denominator && new Float64Array(n);
    const leaves = new Float64Array(n);
    const reason = new Uint8Array(n);
    if (below && formula.rollUp !== "from_records") {
      const { parentIdx } = below.shape;
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
    }

    const here = measures.map((measure) => stated[ordinal]!.get(measure));
    const rolled = measures.map((measure) => sums.get(measure)?.[ordinal]);
    const value = new Float32Array(n);
    const status = new Uint8Array(n);
    const covered = new Float32Array(n);
    const isStatedHere = here.some(Boolean);
    for (let idx = 0; idx < n; idx++) {
      if (leaves[idx] === 0 && isStatedHere) {
        let own = HAS_VALUE as number;
        let isStated = false;
        for (let m = 0; m < measures.length; m++) {
          const column = here[m];
          const sum = rolled[m];
          if (column?.status[idx] === HAS_VALUE) {
            quantities[m] = column.value[idx]!;
            isStated = true;
          } else if (sum?.status[idx] === HAS_VALUE && sum.covered[idx] === 1)
            quantities[m] = sum.numerator[idx]!;
          else own = graver(own, column ? column.status[idx]! : NOT_SURVEYED);
        }
        if (own === HAS_VALUE && isStated) {
          numerator[idx] = sumOf(numeratorWeights, quantities);
          if (denominator) denominator[idx] = sumOf(denominatorWeights!, quantities);
          leaves[idx] = Math.max(1, shape.leafCount[idx]!);
        } else if (own === SUPPRESSED || own === NOT_APPLICABLE) reason[idx] = own;
      }
      if (leaves[idx] === 0) {
        status[idx] = reason[idx] || NOT_SURVEYED;
        continue;
      }
      if (!Number.isSafeInteger(numerator[idx]) || (denominator && !Number.isSafeInteger(denominator[idx])))
        throw new RangeError(
          `sum of ${formula.id} at ${shape.id} ${idx} is ${numerator[idx]} / ${denominator?.[idx] ?? 1}: sums must be whole and below 2^53`,
        );
      covered[idx] = leaves[idx]! / Math.max(1, shape.leafCount[idx]!);
      const quotient = divide(numerator[idx]!, denominator ? denominator[idx]! : null);
      status[idx] = quotient.status;
      value[idx] = quotient.status === HAS_VALUE ? quotient.value : 0;
    }
    const column = { numerator, denominator, value, status, covered };
    columns.push(column);
    below = { ...column, leaves, shape };
  }
  return columns.reverse();
}

/** Tells whether any area of any level has a number. */
export const hasValues = (columns: readonly RolledColumn[]): boolean =>
  columns.some(({ status }) => status.includes(HAS_VALUE));
