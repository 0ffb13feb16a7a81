// The model of coverage with capacities or money: of a problem, for the most demand or for the least price.

import { coverageModel } from "./model/coverage.ts";
import { limitedFlowModel } from "./model/limited_flow.ts";
import type { ModelBuilder } from "./model/linear.ts";
import { moneyOf, pricesOf } from "./money.ts";
import { candidateSites, type LocationProblem } from "./problem.ts";
import { coverClasses } from "./reduce.ts";

export interface LimitedModelOptions {
  readonly floors: ReadonlyMap<number, number>;
  /** The most demand served within p and the money, or the least money (or fewest sites) that keeps the floors. */
  readonly objective: "weight" | "price";
}

/** The model of a problem; columns 0 … candidates − 1 say which sites open. */
export function limitedModel(
  problem: LocationProblem,
  { floors, objective }: LimitedModelOptions,
): ModelBuilder {
  const isLimited = objective === "weight";
  const spec = {
    sites: candidateSites(problem),
    fixed: problem.fixed,
    p: isLimited ? problem.p : null,
    money: isLimited ? moneyOf(problem) : null,
    classes: coverClasses(problem, problem.radius!, { byGroup: true }).filter(
      ({ sites }) => sites.length > 0,
    ),
    floors,
    objective: isLimited ? ("weight" as const) : { prices: pricesOf(problem) },
  };
  return problem.capacity
    ? limitedFlowModel({ ...spec, capacity: problem.capacity })
    : coverageModel({ ...spec, required: [] });
}
