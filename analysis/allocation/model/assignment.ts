// The model in which every point is assigned to sites: p-median with capacities or floors.

import { ModelBuilder } from "./linear.ts";

/** A point that may be assigned to these sites. */
export interface AssignedPoint {
  readonly sites: readonly number[];
  /** Cost of assigning the whole point, by site. */
  readonly costs: readonly number[];
  readonly demand: number;
  readonly group: number | null;
  /** Whether a site lies within the radius of floors. */
  readonly isNear: (site: number) => boolean;
}

export interface AssignmentSpec {
  readonly points: readonly AssignedPoint[];
  readonly sites: readonly number[];
  readonly fixed: readonly number[];
  readonly p: number;
  readonly capacity: ArrayLike<number> | null;
  readonly isSingleSource: boolean;
  readonly floors: ReadonlyMap<number, number>;
  /** The least cost, or the fewest sites. */
  readonly objective: "cost" | "sites";
}

export interface AssignmentModel {
  readonly model: ModelBuilder;
  /** Column of point k at its site number s: starts[k] + s. */
  readonly starts: readonly number[];
}

/** The model; columns 0 … sites - 1 say which sites open, those after them what share of a point goes to which site. */
export function assignmentModel(spec: AssignmentSpec): AssignmentModel {
  const { points, sites, fixed, p, capacity, isSingleSource, floors, objective } = spec;
  const model = new ModelBuilder(false);
  const isFixed = new Set(fixed);
  const opens = new Map(
    sites.map((site) => [
      site,
      model.column({
        cost: objective === "sites" ? 1 : 0,
        lower: isFixed.has(site) ? 1 : 0,
        isInteger: true,
      }),
    ]),
  );
  const isLimited = objective === "cost";
  model.row(isLimited ? p : 0, isLimited ? p : sites.length, [...opens.values()], 1);
  const load = new Map<number, { columns: number[]; values: number[] }>(
    sites.map((site) => [site, { columns: [], values: [] }]),
  );
  const near = new Map<number, { columns: number[]; values: number[] }>();
  const starts: number[] = [];
  for (const point of points) {
    starts.push(model.columns);
    const shares = point.sites.map((site, at) => {
      const share = model.column({ cost: isLimited ? point.costs[at]! : 0, isInteger: isSingleSource });
      // Never assigned to a closed site: share ≤ open, for each pair.
      model.row(0, Infinity, [opens.get(site)!, share], [1, -1]);
      load.get(site)!.columns.push(share);
      load.get(site)!.values.push(point.demand);
      return share;
    });
    model.row(1, 1, shares, 1);
    if (point.group === null || !floors.has(point.group) || point.demand === 0) continue;
    const row = near.get(point.group) ?? { columns: [], values: [] };
    for (const [at, share] of shares.entries()) {
      if (!point.isNear(point.sites[at]!)) continue;
      row.columns.push(share);
      row.values.push(point.demand);
    }
    near.set(point.group, row);
  }
  if (capacity)
    for (const [site, { columns, values }] of load)
      model.row(-Infinity, 0, [...columns, opens.get(site)!], [...values, -capacity[site]!]);
  for (const [group, amount] of floors) {
    const { columns, values } = near.get(group) ?? { columns: [], values: [] };
    if (amount > 0) model.row(amount, Infinity, columns, values);
  }
  return { model, starts };
}
