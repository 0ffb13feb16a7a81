// What a run returns: a plan with its bound, or why there is none.

/** `optimal` only with gap 0 and only after the checker has agreed. */
export type PlanStatus = "optimal" | "feasible" | "infeasible";

/** What a solver says of a location problem, not yet checked. */
export interface Solution {
  /** Open sites, ascending. */
  readonly open: readonly number[];
  /** Site of every point, -1 where it is not served; where a point is split, the one that takes most of it. */
  readonly assign: readonly number[];
  readonly objective: number;
  /** No plan is better than this. */
  readonly bound: number;
  readonly isProven: boolean;
  /** Of a problem with capacities whose points may be split: point, site, demand. */
  readonly flows?: readonly (readonly [number, number, number])[];
  readonly nodes: number;
  readonly method: string;
}

/** One of the constraints that cannot hold together. */
export interface Conflict {
  readonly constraint: "p" | "fixed" | "floor" | "point" | "capacity" | "budget" | "radius";
  readonly [detail: string]: unknown;
}

export interface Infeasibility {
  /** Constraints that cannot hold together; without any one of those of one kind the others could. */
  readonly conflict: readonly Conflict[];
  /** Smallest value that would do, by what is changed alone; null where no value does. */
  readonly needs: Readonly<Record<string, number | null | Readonly<Record<string, number>>>>;
  /** A plan for the part that can be done. */
  readonly partial?: Solution;
}

export type Outcome = Solution | Infeasibility;

export const isSolution = (outcome: Outcome): outcome is Solution => "open" in outcome;

/** |objective - bound| as a share of the objective; 0 where proven. */
export function gapOf({
  objective,
  bound,
  isProven,
}: Pick<Solution, "objective" | "bound" | "isProven">): number {
  return isProven ? 0 : Math.abs(objective - bound) / Math.max(Math.abs(objective), 1e-9);
}
