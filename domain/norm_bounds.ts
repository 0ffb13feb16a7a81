// Where an axis of two indicators breaks by a norm: what meets it is never in a class with what is short of it.

import { quantileSorted } from "d3-array";

/** The least number above a positive `value` that a tile can hold. */
function nextFloat32(value: number): number {
  const bits = new Int32Array(1);
  const float = new Float32Array(bits.buffer);
  float[0] = value;
  if (float[0] <= value) bits[0]!++;
  return float[0];
}

export interface NormBounds {
  /** Lower bounds of the second and the third class, strictly rising; one of them parts what meets the norm. */
  readonly breaks: number[];
  /** The worst class is that of those who have nothing at all. */
  readonly hasNothing: boolean;
}

/**
 * One or two bounds for numbers that are sorted upwards: the norm, and within what is short of it either "nothing at all", where
 * more is better and somebody has nothing, or the median of those who are short. Classes are [lower, upper): where more is worse
 * the bound lies just above the norm, since a value on it meets it.
 */
export function normBounds(sorted: readonly number[], norm: number, isMoreBetter: boolean): NormBounds {
  const short = sorted.filter((value) => (isMoreBetter ? value < norm : value > norm));
  const hasNothing = isMoreBetter && short[0] === 0;
  const bound = isMoreBetter ? norm : nextFloat32(norm);
  const inner = hasNothing ? short.find((value) => value > 0) : quantileSorted(short, 1 / 2);
  // A half that begins where the short ones do parts nothing.
  if (inner === undefined || inner <= short[0]! || inner === bound) return { breaks: [bound], hasNothing };
  return { breaks: isMoreBetter ? [inner, bound] : [bound, inner], hasNothing };
}
