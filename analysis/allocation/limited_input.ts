// What the kinds of coverage with capacities, money or shares need, and what they have no use for.

import { InputError } from "#analysis/problem";
import type { LocationKind } from "./problem.ts";

/** The keys of a file that are looked at; what is in them is looked at elsewhere. */
type Keys = Readonly<
  Partial<
    Record<"p" | "radius" | "budget", number | undefined> &
      Record<"weight" | "single_source" | "site_cost" | "capacity" | "groups", unknown>
  >
>;

/** Throws an InputError for a key that is missing or of no use. */
export function checkLimits(input: Keys, kind: LocationKind, sites: number): void {
  if (input.radius === undefined)
    throw new InputError("radius is missing: up to which cost a point counts as reached");
  if (input.p !== undefined && input.p > sites)
    throw new InputError(`p is ${input.p}: there are ${sites} sites`);
  for (const key of ["weight", "single_source"] as const)
    if (input[key] !== undefined)
      throw new InputError(`${key} is of no use in ${kind}: it counts demand, which may be split`);
  if ((input.site_cost === undefined) !== (input.budget === undefined))
    throw new InputError(
      `${input.budget === undefined ? "budget" : "site_cost"} is missing: site_cost and budget go together`,
    );
  if (kind === "budgeted_mclp" && input.budget === undefined)
    throw new InputError("budget is missing: the money for all sites");
  if (kind !== "budgeted_mclp" && input.budget === undefined && input.p === undefined)
    throw new InputError("p is missing: the most sites that open, unless site_cost and budget say it");
  if (kind === "capacitated_mclp" && input.capacity === undefined)
    throw new InputError("capacity is missing: what each site can take, null for any amount");
  if (kind !== "capacitated_mclp" && input.capacity !== undefined)
    throw new InputError(`capacity is of no use in ${kind}: the kind with capacities is capacitated_mclp`);
  if (kind === "max_min_mclp" && input.groups === undefined)
    throw new InputError("groups is missing: the group of each point, of which the smallest share counts");
}

/** Throws an InputError for demand that is not whole: shares are compared without rounding. */
export function checkWhole(demand: Float64Array): void {
  for (const [i, value] of demand.entries())
    if (!Number.isSafeInteger(value))
      throw new InputError(`demand[${i}] is ${value}: a whole number in max_min_mclp`);
}
