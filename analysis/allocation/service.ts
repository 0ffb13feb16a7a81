// Who can be served by which site at what cost: the form that greedy, interchange, relaxation and branching work on.

/**
 * Points to serve and sites that may open, costs being to be made small. A point is served by the cheapest open site, or stays
 * outside at a cost of its own (Infinity where it must be served). p-median and MCLP are both of this form: in MCLP a site
 * within the radius costs nothing and staying outside costs the point's weight.
 *
 *     point i:  site[start[i]], …, site[start[i + 1] - 1]   ascending by cost, then by site
 */
export interface Service {
  readonly points: number;
  readonly sites: number;
  /** Of length points + 1. */
  readonly start: Int32Array;
  readonly site: Int32Array;
  readonly cost: Float64Array;
  readonly outside: Float64Array;
  /** Number of sites that open, the fixed ones included. */
  readonly p: number;
  /** Sites that are open in every plan. */
  readonly fixed: readonly number[];
  /** Sites that are open in no plan. */
  readonly forbidden: readonly number[];
}

/** What a plan costs; Infinity where a point that must be served is not. */
export function costOf({ points, start, site, cost, outside }: Service, isOpen: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < points; i++) {
    let best = outside[i]!;
    for (let at = start[i]!; at < start[i + 1]!; at++) {
      if (isOpen[site[at]!] === 0) continue;
      best = Math.min(best, cost[at]!);
      break;
    }
    sum += best;
  }
  return sum;
}

/** Whether every cost is a whole number, so that two plans differ by at least one. */
export function hasWholeCosts({ cost, outside }: Service): boolean {
  return (
    cost.every((value) => Number.isSafeInteger(value)) &&
    outside.every((value) => value === Infinity || Number.isSafeInteger(value))
  );
}

/** Points by cost of their sites, built from one row of (site, cost) pairs a point. */
export function serviceOf(
  rows: Iterable<{
    readonly sites: readonly number[];
    readonly costs: readonly number[];
    readonly outside: number;
  }>,
  rest: Pick<Service, "sites" | "p" | "fixed" | "forbidden">,
): Service {
  const start = [0];
  const sites: number[] = [];
  const costs: number[] = [];
  const outside: number[] = [];
  for (const row of rows) {
    const order = row.sites.map((_, at) => at);
    order.sort((a, b) => row.costs[a]! - row.costs[b]! || row.sites[a]! - row.sites[b]!);
    for (const at of order) {
      sites.push(row.sites[at]!);
      costs.push(row.costs[at]!);
    }
    start.push(sites.length);
    outside.push(row.outside);
  }
  return {
    ...rest,
    points: outside.length,
    start: Int32Array.from(start),
    site: Int32Array.from(sites),
    cost: Float64Array.from(costs),
    outside: Float64Array.from(outside),
  };
}
