// The model of coverage in which sites take only so much demand (Pirkul and Schilling 1991), with money and floors by group.

import type { CoverClass } from "#analysis/allocation/reduce";
import type { Money } from "./coverage.ts";
import { ModelBuilder } from "./linear.ts";

export interface LimitedFlowSpec {
  readonly sites: readonly number[];
  readonly fixed: readonly number[];
  /** Most sites that open; null for any number. */
  readonly p: number | null;
  readonly money: Money | null;
  readonly capacity: ArrayLike<number>;
  readonly classes: readonly CoverClass[];
  /** Least demand that must be served, by group. */
  readonly floors: ReadonlyMap<number, number>;
  /** The most demand served, or the least Σ of a price by site. */
  readonly objective: "weight" | { readonly prices: ArrayLike<number> };
}

interface Terms {
  readonly columns: number[];
  readonly values: number[];
}

/** The model; columns 0 … sites − 1 say which sites open, those after them how much demand of a class goes to a site. */
export function limitedFlowModel(spec: LimitedFlowSpec): ModelBuilder {
  const { sites, fixed, p, money, capacity, floors, objective } = spec;
  const model = new ModelBuilder(objective === "weight");
  const isFixed = new Set(fixed);
  const columnOf = new Map(
    sites.map((site) => [
      site,
      model.column({
        cost: objective === "weight" ? 0 : objective.prices[site]!,
        lower: isFixed.has(site) ? 1 : 0,
        isInteger: true,
      }),
    ]),
  );
  const opens = [...columnOf.values()];
  if (p !== null) model.row(-Infinity, p, opens, 1);
  if (money)
    model.row(
      -Infinity,
      money.amount,
      opens,
      sites.map((site) => money.prices[site]!),
    );
  const loads = new Map(sites.map((site): [number, Terms] => [site, { columns: [], values: [] }]));
  const served = new Map<number, number[]>();
  for (const { sites: covering, group, demand } of spec.classes) {
    if (demand === 0) continue;
    const flows = covering.map((site) => {
      const flow = model.column({ cost: objective === "weight" ? 1 : 0, upper: demand });
      // Nothing goes to a closed site, and no more than it takes.
      model.row(0, Infinity, [columnOf.get(site)!, flow], [Math.min(demand, capacity[site]!), -1]);
      loads.get(site)!.columns.push(flow);
      return flow;
    });
    if (flows.length > 1) model.row(-Infinity, demand, flows, 1);
    if (group !== null && floors.has(group)) served.set(group, [...(served.get(group) ?? []), ...flows]);
  }
  for (const [site, { columns }] of loads)
    if (capacity[site]! < Infinity)
      model.row(-Infinity, 0, [...columns, columnOf.get(site)!], [...columns.map(() => 1), -capacity[site]!]);
  for (const [group, amount] of floors)
    if (amount > 0) model.row(amount, Infinity, served.get(group) ?? [], 1);
  return model;
}
