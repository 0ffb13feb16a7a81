// Floating catchments: supply per head within reach, by two steps (2SFCA, E2SFCA) or three (3SFCA).

import type { Matrix } from "./matrix.ts";
import type { Weight } from "./weights.ts";

export interface Catchments {
  /** Supply per head by village; 0 where no facility is within the catchment. */
  readonly access: Float64Array;
  /** Villages with no facility within the catchment. */
  readonly unreached: readonly number[];
  /** Facilities with supply that nobody with demand reaches: their ratio is not defined, and they count for nobody. */
  readonly supplyWithoutDemand: readonly number[];
}

/** Over which facilities a village's choice is shared out: those in its catchment (the paper), or all of the matrix (pysal). */
export type Choice = "catchment" | "all";

/** w_ij of every entry of the matrix, 0 beyond the catchment. */
function weightsOf({ minutes }: Matrix, weight: Weight, catchment: number): Float64Array {
  return Float64Array.from(minutes, (own) => (own <= catchment ? weight(own) : 0));
}

/**
 * Supply per head from weights of entries: R_j = S_j / Σ_i P_i w_ij, then A_i = Σ_j R_j w_ij.
 * Σ_i P_i A_i is the supply of the facilities with demand in reach.
 */
function twoSteps(
  { rows, columns, start, column }: Matrix,
  weights: Float64Array,
  demand: ArrayLike<number>,
  supply: ArrayLike<number>,
): Catchments {
  const load = new Float64Array(columns);
  for (let row = 0; row < rows; row++)
    for (let entry = start[row]!; entry < start[row + 1]!; entry++)
      load[column[entry]!]! += demand[row]! * weights[entry]!;
  const ratio = load.map((own, j) => (own > 0 ? supply[j]! / own : 0));
  const access = new Float64Array(rows);
  const unreached: number[] = [];
  for (let row = 0; row < rows; row++) {
    let isReached = false;
    for (let entry = start[row]!; entry < start[row + 1]!; entry++) {
      access[row]! += ratio[column[entry]!]! * weights[entry]!;
      isReached ||= weights[entry]! > 0;
    }
    if (!isReached) unreached.push(row);
  }
  const supplyWithoutDemand = [...load.keys()].filter((j) => load[j] === 0 && supply[j]! > 0);
  return { access, unreached, supplyWithoutDemand };
}

/**
 * Two-step floating catchments of minutes ≤ `catchment` (Luo & Wang 2003); enhanced where the weight falls by zones (Luo & Qi
 * 2009).
 */
export function twoStepCatchments(
  matrix: Matrix,
  demand: ArrayLike<number>,
  supply: ArrayLike<number>,
  weight: Weight,
  catchment = Infinity,
): Catchments {
  return twoSteps(matrix, weightsOf(matrix, weight, catchment), demand, supply);
}

/**
 * Three-step floating catchments (Wan, Zou & Sternberg 2012): both steps use G_ij f_ij, where G_ij = f_ij / Σ_k f_ik is the
 * share of facility j in the choice of village i.
 */
export function threeStepCatchments(
  matrix: Matrix,
  demand: ArrayLike<number>,
  supply: ArrayLike<number>,
  weight: Weight,
  { catchment = Infinity, choice = "catchment" }: { catchment?: number; choice?: Choice } = {},
): Catchments {
  const weights = weightsOf(matrix, weight, catchment);
  const chosenFrom = choice === "all" ? weightsOf(matrix, weight, Infinity) : weights.slice();
  for (let row = 0; row < matrix.rows; row++) {
    const [first, end] = [matrix.start[row]!, matrix.start[row + 1]!];
    let all = 0;
    for (let entry = first; entry < end; entry++) all += chosenFrom[entry]!;
    for (let entry = first; entry < end; entry++) weights[entry]! *= all > 0 ? chosenFrom[entry]! / all : 0;
  }
  return twoSteps(matrix, weights, demand, supply);
}
