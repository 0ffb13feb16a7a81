// Models in which a point is reached or not: MCLP, LSCP and the smallest radius of p-center, with floors by group.

import type { CoverClass } from "#analysis/allocation/reduce";
import { ModelBuilder } from "./linear.ts";

/** Prices of all sites and how much there is, in whole numbers as small as may be. */
export interface Money {
  readonly prices: ArrayLike<number>;
  readonly amount: number;
}

export interface CoverageSpec {
  /** Sites that may open; each gets a column, in this order. */
  readonly sites: readonly number[];
  readonly fixed: readonly number[];
  /** Most sites that open; null for any number. */
  readonly p: number | null;
  /** Sets of sites of which at least one must open. */
  readonly required: readonly (readonly number[])[];
  /** Classes whose coverage counts, by weight in the objective or by demand in a floor. */
  readonly classes: readonly CoverClass[];
  /** Least demand that must be covered, by group. */
  readonly floors: ReadonlyMap<number, number>;
  /** Most money for all sites; none where nobody says. */
  readonly money?: Money | null;
  /** The most weight covered, the fewest sites, or the least Σ of a price by site. */
  readonly objective: "weight" | "sites" | { readonly prices: ArrayLike<number> };
}

/** The model; columns 0 … sites - 1 say which sites open. */
export function coverageModel(spec: CoverageSpec): ModelBuilder {
  const { sites, fixed, p, objective } = spec;
  const model = new ModelBuilder(objective === "weight");
  const isFixed = new Set(fixed);
  const priceOf = (site: number): number =>
    objective === "weight" ? 0 : objective === "sites" ? 1 : objective.prices[site]!;
  const columnOf = new Map(
    sites.map((site) => [
      site,
      model.column({ cost: priceOf(site), lower: isFixed.has(site) ? 1 : 0, isInteger: true }),
    ]),
  );
  const columnsOf = (set: readonly number[]): number[] =>
    set.map((site) => columnOf.get(site)).filter((column) => column !== undefined);
  if (p !== null) model.row(-Infinity, p, [...columnOf.values()], 1);
  if (spec.money) {
    const { prices, amount } = spec.money;
    model.row(
      -Infinity,
      amount,
      [...columnOf.values()],
      sites.map((site) => prices[site]!),
    );
  }
  for (const set of spec.required) model.row(1, Infinity, columnsOf(set), 1);
  const inGroup = new Map<number, { columns: number[]; values: number[] }>();
  for (const { sites: covering, group, weight, demand } of spec.classes) {
    const counts = objective === "weight" && weight > 0;
    const hasFloor = group !== null && spec.floors.has(group) && demand > 0;
    if (!counts && !hasFloor) continue;
    const columns = columnsOf(covering);
    if (columns.length === 0) continue;
    // Covered when any of its sites is open: z ≤ Σ y, and z may stay continuous.
    const z = model.column({ cost: counts ? weight : 0 });
    model.row(0, Infinity, [...columns, z], [...columns.map(() => 1), -1]);
    if (!hasFloor) continue;
    const row = inGroup.get(group) ?? { columns: [], values: [] };
    row.columns.push(z);
    row.values.push(demand);
    inGroup.set(group, row);
  }
  for (const [group, amount] of spec.floors) {
    const { columns, values } = inGroup.get(group) ?? { columns: [], values: [] };
    if (amount > 0) model.row(amount, Infinity, columns, values);
  }
  return model;
}
