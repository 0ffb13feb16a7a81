// Plans without proof: sites added one by one, each the best of its turn, then exchanged while that helps.

import type { Service } from "./service.ts";

/** What a point that must be served costs while it is not: more than all real costs together. */
function penaltyOf({ cost, outside }: Service): number {
  let most = 1;
  for (const value of cost) most = Math.max(most, value);
  for (const value of outside) if (value < Infinity) most = Math.max(most, value);
  return most * 4;
}

/**
 * Cheapest and second cheapest open site of every point, kept up to date while sites open and close. Unserved points count with
 * a penalty, so that plans which serve everybody are preferred.
 */
class OpenSites {
  readonly isOpen: Uint8Array;
  /** Site that serves a point, -1 for none; its cost, and the cost of the next best. */
  readonly by: Int32Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly #service: Service;
  readonly #outside: Float64Array;

  constructor(service: Service, open: readonly number[]) {
    this.#service = service;
    const penalty = penaltyOf(service);
    this.#outside = service.outside.map((value) => Math.min(value, penalty));
    this.isOpen = new Uint8Array(service.sites);
    for (const site of open) this.isOpen[site] = 1;
    this.by = new Int32Array(service.points);
    this.first = new Float64Array(service.points);
    this.second = new Float64Array(service.points);
    for (let i = 0; i < service.points; i++) this.#look(i);
  }

  #look(i: number): void {
    const { start, site, cost } = this.#service;
    let [by, first, second] = [-1, this.#outside[i]!, this.#outside[i]!];
    for (let at = start[i]!; at < start[i + 1]!; at++) {
      if (this.isOpen[site[at]!] === 0) continue;
      if (by < 0 && cost[at]! <= first) [by, first] = [site[at]!, cost[at]!];
      else {
        second = Math.min(second, cost[at]!);
        break;
      }
    }
    this.by[i] = by;
    this.first[i] = first;
    this.second[i] = second;
  }

  set(site: number, isOpen: boolean): void {
    this.isOpen[site] = isOpen ? 1 : 0;
    for (let i = 0; i < this.#service.points; i++) this.#look(i);
  }

  total(): number {
    return this.first.reduce((sum, value) => sum + value, 0);
  }

  /** What every site would save if it opened now. */
  savings(): Float64Array {
    const { start, site, cost, points, sites } = this.#service;
    const saving = new Float64Array(sites);
    for (let i = 0; i < points; i++)
      for (let at = start[i]!; at < start[i + 1]! && cost[at]! < this.first[i]!; at++)
        saving[site[at]!]! += this.first[i]! - cost[at]!;
    return saving;
  }
}

/** Open sites in the order in which the greedy heuristic takes them; fixed ones come first. Ties go to the lower index. */
export function greedyOrder(service: Service): number[] {
  const order = [...service.fixed];
  const barred = new Set([...service.fixed, ...service.forbidden]);
  const open = new OpenSites(service, order);
  while (order.length < service.p) {
    const saving = open.savings();
    let best = -1;
    for (let j = 0; j < service.sites; j++)
      if (!barred.has(j) && (best < 0 || saving[j]! > saving[best]!)) best = j;
    if (best < 0) break;
    barred.add(best);
    order.push(best);
    open.set(best, true);
  }
  return order;
}

/**
 * A plan that no exchange of one open for one closed site makes cheaper (Teitz and Bart 1968), by best exchange first with the
 * bookkeeping of Whitaker (1983): what opening `a` saves, plus what closing `b` loses, less what the two have in common.
 */
export function interchange(service: Service, plan: readonly number[]): number[] {
  const { sites, points, start, site, cost } = service;
  const open = new OpenSites(service, plan);
  const stays = new Uint8Array(sites);
  for (const j of [...service.fixed, ...service.forbidden]) stays[j] = 1;
  for (let turn = 0; turn < 2_000; turn++) {
    const saving = open.savings();
    const loss = new Float64Array(sites);
    for (let i = 0; i < points; i++)
      if (open.by[i]! >= 0) loss[open.by[i]!]! += open.second[i]! - open.first[i]!;
    // Of a point that b serves and a would serve too, less is lost when b closes: by pair (a, b).
    const isCommon = commonGain(service, open, start, site, cost);
    let [best, from, to] = [-1e-9 * Math.max(1, open.total()), -1, -1];
    for (let b = 0; b < sites; b++) {
      if (open.isOpen[b] === 0 || stays[b] === 1) continue;
      for (let a = 0; a < sites; a++) {
        if (open.isOpen[a] === 1 || stays[a] === 1) continue;
        const change = loss[b]! - saving[a]! - isCommon[b]![a]!;
        if (change < best) [best, from, to] = [change, b, a];
      }
    }
    if (from < 0) break;
    open.set(from, false);
    open.set(to, true);
  }
  return [...open.isOpen.keys()].filter((j) => open.isOpen[j] === 1);
}

/** For open b and closed a: what of b's loss does not come about since a takes over, beyond a's own saving. */
function commonGain(
  { points, sites }: Service,
  open: OpenSites,
  start: Int32Array,
  site: Int32Array,
  cost: Float64Array,
): (Float64Array | undefined)[] {
  const common: (Float64Array | undefined)[] = Array.from({ length: sites }, (_, j) =>
    open.isOpen[j] === 1 ? new Float64Array(sites) : undefined,
  );
  for (let i = 0; i < points; i++) {
    const by = open.by[i]!;
    if (by < 0) continue;
    const row = common[by]!;
    const [first, second] = [open.first[i]!, open.second[i]!];
    for (let at = start[i]!; at < start[i + 1]! && cost[at]! < second; at++)
      row[site[at]!]! += second - Math.max(cost[at]!, first);
  }
  return common;
}
