// Who finds a place within reach when places are limited: pupils go to the nearest facility first.

import type { Matrix } from "./matrix.ts";

export interface PlacesLeft {
  /** By village, and the three sum to its demand: within reach with a place, within reach without one, beyond the reach of any. */
  readonly withPlace: Float64Array;
  readonly withoutPlace: Float64Array;
  readonly outside: Float64Array;
  /** By facility: places taken. */
  readonly taken: Float64Array;
}

/**
 * Demand assigned to capacity by rising minutes up to and with `limit`; equal minutes go by village, then by facility. A village
 * is split where a facility fills up, and what is left over goes on to its next nearest.
 */
export function assignNearestFirst(
  { rows, columns, start, column, minutes }: Matrix,
  demand: ArrayLike<number>,
  capacity: ArrayLike<number>,
  limit: number,
): PlacesLeft {
  const rowOf = new Uint32Array(column.length);
  for (let row = 0; row < rows; row++) rowOf.fill(row, start[row]!, start[row + 1]!);
  const within = Uint32Array.from(column.keys()).filter((entry) => minutes[entry]! <= limit);
  within.sort((a, b) => minutes[a]! - minutes[b]! || a - b);
  const left = Float64Array.from({ length: rows }, (_, row) => demand[row]!);
  const taken = new Float64Array(columns);
  const isReached = new Uint8Array(rows);
  for (const entry of within) {
    const [row, j] = [rowOf[entry]!, column[entry]!];
    isReached[row] = 1;
    const moved = Math.min(left[row]!, capacity[j]! - taken[j]!);
    if (moved <= 0) continue;
    left[row]! -= moved;
    taken[j]! += moved;
  }
  return {
    withPlace: left.map((rest, row) => (isReached[row] ? demand[row]! - rest : 0)),
    withoutPlace: left.map((rest, row) => (isReached[row] ? rest : 0)),
    outside: left.map((rest, row) => (isReached[row] ? 0 : rest)),
    taken,
  };
}
