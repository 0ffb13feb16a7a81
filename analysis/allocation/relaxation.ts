// A bound on what any plan must cost, by Lagrangian relaxation of "every point is served once".
//
//   L(u) = Σ u_i + Σ over the p best sites of ρ_j,   ρ_j = Σ_i min(0, c_ij - u_i),   0 ≤ u_i ≤ outside_i
//
// L(u) ≤ cost of every plan for any u (Cornuéjols, Fisher and Nemhauser 1977). u is improved by subgradient steps (Held, Wolfe
// and Crowder 1974; Polyak 1969). ρ also says what forcing a site open or closed would add, so that most sites drop out.

import type { Service } from "./service.ts";

export const FREE = 0;
export const OPEN = 1;
export const CLOSED = 2;

export interface Bound {
  /** L(u) of the best u found. */
  readonly value: number;
  readonly multipliers: Float64Array;
  /** ρ of the best u. */
  readonly reduced: Float64Array;
  /** Sites that the relaxation opens at the best u. */
  readonly chosen: readonly number[];
  /** How often each site was chosen of late, 0–1: what to branch on. */
  readonly frequency: Float64Array;
}

export interface RelaxationOptions {
  readonly iterations: number;
  /** First step length factor of Polyak's rule. */
  readonly step: number;
  /** Iterations without a better bound after which the factor is halved. */
  readonly patience: number;
  /** Stops once the bound is at least this. */
  readonly target: number;
  /** Called with the sites that the relaxation opens whenever the bound gets better. */
  readonly onChosen?: (chosen: readonly number[]) => void;
}

/** Multipliers to start from: what every point pays in a plan, a little raised towards its next best site. */
export function firstMultipliers(
  { points, start, site, cost, outside }: Service,
  plan: readonly number[],
): Float64Array {
  const isOpen = new Set(plan);
  const multipliers = new Float64Array(points);
  for (let i = 0; i < points; i++) {
    const found: number[] = [];
    for (let at = start[i]!; at < start[i + 1]! && found.length < 2; at++)
      if (isOpen.has(site[at]!)) found.push(cost[at]!);
    const [first = outside[i]!, second = first] = found;
    const value = Math.min(outside[i]!, first + (second - first) / 4);
    multipliers[i] = Number.isFinite(value) ? value : (cost[start[i + 1]! - 1] ?? 0);
  }
  return multipliers;
}

/** The best bound that the given steps reach for the sites whose state is FREE or OPEN. */
export function relax(
  service: Service,
  state: Uint8Array,
  from: Float64Array,
  upper: number,
  { iterations, step, patience, target, onChosen }: RelaxationOptions,
): Bound {
  const { points, sites, start, site, cost, outside, p } = service;
  const u = Float64Array.from(from);
  const reduced = new Float64Array(sites);
  const isChosen = new Uint8Array(sites);
  const frequency = new Float64Array(sites);
  const direction = new Float64Array(points);
  const free: number[] = [];
  const open: number[] = [];
  for (let j = 0; j < sites; j++)
    if (state[j] === FREE) free.push(j);
    else if (state[j] === OPEN) open.push(j);
  const take = p - open.length;
  let best = { value: -Infinity, multipliers: u, reduced, chosen: open as readonly number[] };
  let factor = step;
  let since = 0;
  for (let turn = 0; turn < iterations; turn++) {
    let value = 0;
    reduced.fill(0);
    for (let i = 0; i < points; i++) {
      const ui = u[i]!;
      value += ui;
      for (let at = start[i]!; at < start[i + 1]!; at++) {
        const less = cost[at]! - ui;
        if (less >= 0) break;
        reduced[site[at]!]! += less;
      }
    }
    free.sort((a, b) => reduced[a]! - reduced[b]! || a - b);
    isChosen.fill(0);
    for (const j of open) [value, isChosen[j]] = [value + reduced[j]!, 1];
    for (let at = 0; at < take; at++) [value, isChosen[free[at]!]] = [value + reduced[free[at]!]!, 1];
    for (let j = 0; j < sites; j++) frequency[j] = frequency[j]! * 0.95 + isChosen[j]! * 0.05;
    if (value > best.value + 1e-7 * Math.abs(best.value)) since = 0;
    else if (++since >= patience) [factor, since] = [factor / 2, 0];
    if (value > best.value) {
      const chosen = [...open, ...free.slice(0, take)];
      best = { value, multipliers: Float64Array.from(u), reduced: Float64Array.from(reduced), chosen };
      onChosen?.(chosen);
      if (value >= target) break;
    }
    if (factor < 1e-4) break;
    // Subgradient: one less the number of chosen sites that would serve the point.
    let norm = 0;
    for (let i = 0; i < points; i++) {
      let slack = 1;
      const ui = u[i]!;
      for (let at = start[i]!; at < start[i + 1]! && cost[at]! < ui; at++) slack -= isChosen[site[at]!]!;
      if (slack > 0 && ui >= outside[i]!) slack = 0;
      const along = slack + 0.3 * direction[i]!;
      direction[i] = along;
      norm += along * along;
    }
    if (norm === 0) break;
    const length = (factor * Math.max(upper * 1.001 - value, 1e-6 * Math.abs(upper))) / norm;
    for (let i = 0; i < points; i++)
      u[i] = Math.min(outside[i]!, Math.max(0, u[i]! + length * direction[i]!));
  }
  return { ...best, frequency };
}
