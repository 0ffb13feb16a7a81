// Smaller problems with the same answer: points with the same sites in reach become one, sites that another one outdoes drop out.

import { candidateSites, type LocationProblem } from "./problem.ts";

/** Points that the same sites reach (and of the same group, where groups count), as one. */
export interface CoverClass {
  /** Sites in reach, ascending; none of the forbidden. */
  readonly sites: readonly number[];
  readonly group: number | null;
  readonly points: readonly number[];
  readonly weight: number;
  readonly demand: number;
}

/** The points of `among` by the sites within the radius: exact, since such points are covered together or not at all. */
export function coverClasses(
  problem: LocationProblem,
  radius: number,
  { byGroup, among }: { readonly byGroup: boolean; readonly among?: (point: number) => boolean },
): CoverClass[] {
  const { points, sites, cost, groups, weight, demand } = problem;
  const candidates = candidateSites(problem);
  const classes = new Map<
    string,
    { sites: number[]; group: number | null; points: number[]; weight: number; demand: number }
  >();
  for (let i = 0; i < points; i++) {
    if (among && !among(i)) continue;
    const covering = candidates.filter((j) => cost[i * sites + j]! <= radius);
    const group = byGroup && groups ? groups[i]! : null;
    const key = `${group ?? ""}:${covering.join()}`;
    let found = classes.get(key);
    if (!found) classes.set(key, (found = { sites: covering, group, points: [], weight: 0, demand: 0 }));
    found.points.push(i);
    found.weight += weight[i]!;
    found.demand += demand[i]!;
  }
  return [...classes.values()];
}

/**
 * Of sets that must each be hit, those that remain once sets that hold another one are left out: what hits the smaller one hits
 * the larger one too.
 */
export function minimalSets(sets: readonly (readonly number[])[]): (readonly number[])[] {
  const order = [...sets].sort((a, b) => a.length - b.length);
  const kept: (readonly number[])[] = [];
  const bySite = new Map<number, number[]>();
  for (const set of order) {
    const hits = new Map<number, number>();
    let isHeld = false;
    for (const site of set)
      for (const at of bySite.get(site) ?? []) {
        const count = (hits.get(at) ?? 0) + 1;
        hits.set(at, count);
        isHeld ||= count === kept[at]!.length;
      }
    if (isHeld) continue;
    for (const site of set) bySite.set(site, [...(bySite.get(site) ?? []), kept.length]);
    kept.push(set);
  }
  return kept;
}

/**
 * Sites that another one outdoes: all that they cover it covers too, so some best plan does without them. Of equal ones the lowest
 * stays. `keep` are sites that are open anyway.
 */
export function outdoneSites(
  sets: readonly (readonly number[])[],
  candidates: readonly number[],
  keep: ReadonlySet<number>,
): Set<number> {
  const covered = new Map<number, number[]>(candidates.map((site) => [site, []]));
  for (const [at, set] of sets.entries()) for (const site of set) covered.get(site)?.push(at);
  const outdone = new Set<number>();
  for (const [site, ats] of covered) {
    if (keep.has(site)) continue;
    // A site that covers all of these lies in every one of their sets: look along the shortest.
    const shortest =
      ats.length === 0
        ? candidates
        : ats.map((at) => sets[at]!).reduce((a, b) => (b.length < a.length ? b : a));
    const mine = new Set(ats);
    for (const other of shortest) {
      const theirs = covered.get(other);
      if (other === site || !theirs || outdone.has(other) || theirs.length < mine.size) continue;
      if (theirs.length === mine.size && other > site && !keep.has(other)) continue;
      if (theirs.reduce((count, at) => count + (mine.has(at) ? 1 : 0), 0) === mine.size) {
        outdone.add(site);
        break;
      }
    }
  }
  return outdone;
}
