// A location problem, checked: points with demand, sites that may open, the cost from every point to every site.

/** Kinds of coverage in which sites take only so many, cost money, or the group that has least counts. */
export const LIMITED_KINDS = ["capacitated_mclp", "budgeted_mclp", "max_min_mclp"] as const;
export const LOCATION_KINDS = [
  "p_median",
  "p_center",
  "mclp",
  "lscp",
  "capacitated_p_median",
  ...LIMITED_KINDS,
] as const;
export type LocationKind = (typeof LOCATION_KINDS)[number];

export const isLimited = (kind: LocationKind): boolean =>
  (LIMITED_KINDS as readonly LocationKind[]).includes(kind);

export interface LocationProblem {
  readonly kind: LocationKind;
  readonly points: number;
  readonly sites: number;
  /** Of point i to site j at i * sites + j: minutes, metres, whatever it is; Infinity where there is no way. */
  readonly cost: Float64Array;
  /** People, pupils, …: what fills capacities and counts in floors. */
  readonly demand: Float64Array;
  /** What a point counts for in the objective. */
  readonly weight: Float64Array;
  /** Number of sites that open; in LSCP and the limited kinds the most that may, null for any number. */
  readonly p: number | null;
  /** Cost up to which a point counts as reached. */
  readonly radius: number | null;
  /** Demand that a site can take; Infinity for any amount. */
  readonly capacity: Float64Array | null;
  /** Money that opening a site takes, and how much there is; both or neither. */
  readonly siteCost: Float64Array | null;
  readonly budget: number | null;
  /** Whether a point is served by one site only, where sites have capacities. */
  readonly isSingleSource: boolean;
  /** Sites that are open in every plan, ascending. */
  readonly fixed: readonly number[];
  /** Sites that never open, ascending. */
  readonly forbidden: readonly number[];
  /** Group of every point; null where there are none. */
  readonly groups: Int32Array | null;
  /** Of each group the share of its demand that must be reached within the radius. */
  readonly floors: ReadonlyMap<number, number>;
  /**
   * Nodes of branch and bound after which a run ends without proof: the same on every machine, which seconds are not. Null for a
   * limit by the size of the problem.
   */
  readonly nodeLimit: number | null;
}

/** Whether more is better. */
export const isMost = (kind: LocationKind): boolean => kind === "mclp" || isLimited(kind);

/** Sites that may open, ascending. */
export function candidateSites({ sites, forbidden }: LocationProblem): number[] {
  const barred = new Set(forbidden);
  return Array.from({ length: sites }, (_, j) => j).filter((j) => !barred.has(j));
}

/** Whether a point has anybody to serve: one without demand and weight must not change the answer. */
export const isPeopled = ({ demand, weight }: LocationProblem, i: number): boolean =>
  demand[i]! > 0 || weight[i]! > 0;

/** Points with people that no site which may open can be reached from: listed, and kept out of sums and means. */
export function unreachablePoints(problem: LocationProblem): number[] {
  const candidates = candidateSites(problem);
  return Array.from({ length: problem.points }, (_, i) => i).filter(
    (i) => isPeopled(problem, i) && candidates.every((j) => problem.cost[i * problem.sites + j] === Infinity),
  );
}

/** Demand that a floor asks for in its group; whole demand is rounded up, so that no plan hangs on a rounding error. */
export function floorAmount({ demand, groups }: LocationProblem, group: number, share: number): number {
  let need = 0;
  let isWhole = true;
  for (const [i, value] of demand.entries()) {
    if (groups?.[i] !== group) continue;
    need += value;
    isWhole &&= Number.isInteger(value);
  }
  const amount = share * need;
  return isWhole ? Math.ceil(amount - 1e-9 * Math.max(1, amount)) : amount;
}
