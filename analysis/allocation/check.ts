// Checks a plan from the raw costs. It shares no code with the models and solvers: only the types of what goes in and comes out.

import type { Solution } from "./plan.ts";
import type { LocationProblem } from "./problem.ts";
import { isMost, refuteBound, valueOf } from "./refute.ts";

const TOLERANCE = 1e-9;

/** Kinds of coverage in which p is the most that open. */
const LIMITED: ReadonlySet<string> = new Set(["capacitated_mclp", "budgeted_mclp", "max_min_mclp"]);

/** Whether nobody is served beyond the radius. */
const hasLimit = ({ kind }: LocationProblem): boolean =>
  kind === "mclp" || kind === "lscp" || LIMITED.has(kind);

const isClose = (a: number, b: number): boolean =>
  Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));

/** What is wrong with a plan, in words that name the place; empty where all of it holds. */
export function checkPlan(problem: LocationProblem, plan: Solution): string[] {
  const wrong = [...checkSites(problem, plan)];
  if (wrong.length > 0) return wrong;
  wrong.push(...checkAssignment(problem, plan));
  if (wrong.length > 0) return wrong;
  return [...checkLoads(problem, plan), ...checkFloors(problem, plan), ...checkFigures(problem, plan)];
}

function* checkSites(
  { kind, sites, p, fixed, forbidden, siteCost, budget }: LocationProblem,
  { open }: Solution,
): Generator<string> {
  for (const [at, site] of open.entries()) {
    if (!Number.isInteger(site) || site < 0 || site >= sites) yield `open[${at}] is ${site}: no site`;
    if (at > 0 && open[at - 1]! >= site) yield `open[${at}] is ${site}: sites are listed once, ascending`;
    if (forbidden.includes(site)) yield `site ${site} is open and forbidden`;
  }
  for (const site of fixed) if (!open.includes(site)) yield `site ${site} is fixed and not open`;
  const isAtMost = kind === "lscp" || LIMITED.has(kind);
  if (isAtMost ? p !== null && open.length > p : open.length !== p)
    yield `${open.length} sites are open: ${isAtMost ? "at most " : ""}${p} were to be`;
  if (siteCost && budget !== null) {
    const spent = open.reduce((sum, site) => sum + siteCost[site]!, 0);
    if (spent > budget && !isClose(spent, budget)) yield `the sites cost ${spent}: there is ${budget}`;
  }
}

/** Whether anybody lives at a point who must be counted. */
const isCounted = ({ demand, weight }: LocationProblem, i: number): boolean => demand[i]! + weight[i]! > 0;

function isReachable({ cost, sites, forbidden }: LocationProblem, i: number): boolean {
  const barred = new Set(forbidden);
  for (let j = 0; j < sites; j++) if (!barred.has(j) && cost[i * sites + j]! < Infinity) return true;
  return false;
}

function* checkAssignment(problem: LocationProblem, { open, assign }: Solution): Generator<string> {
  const { kind, points, sites, cost, radius } = problem;
  if (assign.length !== points)
    return yield `assign has ${assign.length} entries: there are ${points} points`;
  const isOpen = new Uint8Array(sites);
  for (const site of open) isOpen[site] = 1;
  const limit = hasLimit(problem) ? radius! : Number.MAX_VALUE;
  for (let i = 0; i < points; i++) {
    const site = assign[i]!;
    let nearest = Infinity;
    for (const j of open) nearest = Math.min(nearest, cost[i * sites + j]!);
    if (site === -1) {
      const isMissed =
        kind === "capacitated_mclp"
          ? false
          : kind === "mclp" || LIMITED.has(kind)
            ? nearest <= limit
            : isCounted(problem, i) && isReachable(problem, i);
      if (isMissed) yield `point ${i} is assigned to nothing`;
      continue;
    }
    if (!Number.isInteger(site) || site < 0 || site >= sites || isOpen[site] === 0) {
      yield `point ${i} is assigned to site ${site}, which is closed`;
      continue;
    }
    const along = cost[i * sites + site]!;
    if (!(along <= limit)) yield `point ${i} is assigned to site ${site}, which it cannot reach`;
    else if (!problem.capacity && along > nearest)
      yield `point ${i} is assigned to site ${site} at ${along}: another open site is at ${nearest}`;
  }
}

/** Shares of demand by point and site: as the plan states them, or whole points. */
function shares(
  { demand, points }: LocationProblem,
  { assign, flows }: Solution,
): [number, number, number][] {
  if (flows) return flows.map(([i, j, amount]) => [i, j, amount]);
  return Array.from(
    { length: points },
    (_, i) => [i, assign[i]!, demand[i]!] as [number, number, number],
  ).filter(([, site]) => site >= 0);
}

function* checkLoads(problem: LocationProblem, plan: Solution): Generator<string> {
  const { capacity, demand, isSingleSource, sites, cost, kind } = problem;
  if (!capacity) return;
  const limit = hasLimit(problem) ? problem.radius! : Number.MAX_VALUE;
  if (isSingleSource && plan.flows) yield "points are split, which single_source rules out";
  const load = new Float64Array(sites);
  const sent = new Float64Array(demand.length);
  for (const [i, j, amount] of shares(problem, plan)) {
    if (!plan.open.includes(j)) yield `point ${i} sends ${amount} to site ${j}, which is closed`;
    if (!(amount >= 0)) yield `point ${i} sends ${amount} to site ${j}`;
    if (!(cost[i * sites + j]! <= limit))
      yield `point ${i} sends ${amount} to site ${j}, which it cannot reach`;
    load[j]! += amount;
    sent[i]! += amount;
  }
  for (const [j, total] of load.entries())
    if (total > capacity[j]! && !isClose(total, capacity[j]!))
      yield `site ${j} has to take ${total}: its capacity is ${capacity[j]}`;
  for (const [i, total] of sent.entries())
    if (
      kind === "capacitated_mclp"
        ? total > demand[i]! && !isClose(total, demand[i]!)
        : plan.assign[i]! >= 0 && !isClose(total, demand[i]!)
    )
      yield `point ${i} sends ${total} of its ${demand[i]}`;
}

function* checkFloors(problem: LocationProblem, plan: Solution): Generator<string> {
  const { floors, groups, demand, cost, sites, radius } = problem;
  if (floors.size === 0) return;
  const need = new Map<number, number>();
  const reached = new Map<number, number>();
  for (const [i, value] of demand.entries()) need.set(groups![i]!, (need.get(groups![i]!) ?? 0) + value);
  for (const [i, j, amount] of shares(problem, plan))
    if (cost[i * sites + j]! <= radius!) reached.set(groups![i]!, (reached.get(groups![i]!) ?? 0) + amount);
  for (const [group, share] of floors) {
    const [have, want] = [reached.get(group) ?? 0, share * (need.get(group) ?? 0)];
    if (have < want && !isClose(have, want))
      yield `the floor of group ${group} is broken: ${have} of ${want} are reached`;
  }
}

/** The objective as the kind defines it, from the raw costs. */
function recompute(problem: LocationProblem, plan: Solution): number {
  const { kind, cost, sites, weight, demand } = problem;
  if (kind === "lscp") return plan.open.length;
  if (kind === "max_min_mclp") return valueOf(problem, plan.open) ?? NaN;
  if (kind === "capacitated_mclp")
    return shares(problem, plan).reduce((total, [, , amount]) => total + amount, 0);
  let [sum, worst] = [0, 0];
  if (kind === "capacitated_p_median" && plan.flows) {
    for (const [i, j, amount] of plan.flows)
      sum += ((weight[i]! * amount) / demand[i]!) * cost[i * sites + j]!;
    for (const [i, j] of plan.assign.entries())
      if (j >= 0 && demand[i] === 0) sum += weight[i]! * cost[i * sites + j]!;
    return sum;
  }
  for (const [i, j] of plan.assign.entries()) {
    if (j < 0) continue;
    sum += isMost(kind) ? weight[i]! : weight[i]! * cost[i * sites + j]!;
    if (isCounted(problem, i)) worst = Math.max(worst, cost[i * sites + j]!);
  }
  return kind === "p_center" ? worst : sum;
}

function* checkFigures(problem: LocationProblem, plan: Solution): Generator<string> {
  const { objective, bound, isProven } = plan;
  const real = recompute(problem, plan);
  if (!isClose(real, objective)) yield `the objective is ${real}, not ${objective}`;
  if (!Number.isFinite(bound)) return yield `the bound is ${bound}`;
  const isWrongSide = isMost(problem.kind) ? bound < objective : bound > objective;
  if (isWrongSide && !isClose(bound, objective))
    yield `the bound ${bound} is on the wrong side of the objective ${objective}`;
  if (isProven && !isClose(bound, objective))
    yield `the plan is said to be proven, and its bound ${bound} is not its objective ${objective}`;
  const better = refuteBound(problem, plan);
  if (better) yield `the bound ${bound} is wrong: sites ${better.open.join(", ")} give ${better.value}`;
}
