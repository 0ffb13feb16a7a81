// Proof by branch and bound on the open sites, with the Lagrangian bound of relaxation.ts at every node.

import { costOf, hasWholeCosts, type Service } from "./service.ts";
import { greedyOrder, interchange } from "./greedy.ts";
import { CLOSED, FREE, OPEN, firstMultipliers, relax, type Bound } from "./relaxation.ts";

export interface Branched {
  /** Open sites, ascending; null where no plan serves everybody. */
  readonly open: readonly number[] | null;
  readonly cost: number;
  /** No plan costs less than this. */
  readonly bound: number;
  readonly nodes: number;
  /**
   * Sites that may be open in a plan as cheap as the best one, as far as the first bound tells; the tie-break need look at no
   * others.
   */
  readonly candidates: readonly number[];
}

export interface BranchOptions {
  /** Nodes after which the search ends without proof; null for NODE_LIMIT. */
  readonly nodeLimit: number | null;
  /** A plan to start from. */
  readonly start?: readonly number[];
  /** Looks only for plans that cost less than this. */
  readonly below?: number;
  /** Called with the best plan's cost and the bound. */
  readonly onProgress?: (cost: number, bound: number, nodes: number) => void;
  /** When the search ends, in milliseconds of performance.now(). */
  readonly deadline?: number;
  /** Asked at every node: whether to end with what there is. */
  readonly isStopped?: () => boolean;
}

interface Node {
  readonly state: Uint8Array;
  readonly multipliers: Float64Array;
  readonly bound: number;
}

/** Nodes of a search where nothing else is set. */
const NODE_LIMIT = 20_000;

const AT_ROOT = { iterations: 2_500, step: 1.5, patience: 25 };
const AT_NODE = { iterations: 120, step: 0.6, patience: 8 };

class Search {
  readonly #service: Service;
  readonly #options: BranchOptions;
  /** Least by which a better plan is better. */
  readonly #unit: number;
  open: readonly number[] | null = null;
  cost = Infinity;
  nodes = 0;
  readonly stack: Node[] = [];
  /** Least bound of what was left unsearched. */
  left = Infinity;

  constructor(service: Service, options: BranchOptions) {
    this.#service = service;
    this.#options = options;
    this.#unit = hasWholeCosts(service) ? 1 : 0;
    this.cost = options.below ?? Infinity;
  }

  /** What a bound must reach for a node to hold no better plan. */
  get cutoff(): number {
    if (!Number.isFinite(this.cost)) return Infinity;
    const slack = 1e-9 * Math.max(1, Math.abs(this.cost));
    return this.cost - Math.max(this.#unit - slack, slack);
  }

  offer(open: readonly number[]): boolean {
    const isOpen = new Uint8Array(this.#service.sites);
    for (const j of open) isOpen[j] = 1;
    const cost = costOf(this.#service, isOpen);
    if (!(cost < this.cost)) return false;
    this.cost = cost;
    this.open = [...open].sort((a, b) => a - b);
    return true;
  }

  improve(open: readonly number[]): void {
    if (this.offer(open)) this.offer(interchange(this.#service, open));
  }

  bound(node: Node, steps: typeof AT_ROOT): Bound {
    // Without a plan yet a step length still needs a cost to aim at.
    const upper = Number.isFinite(this.cost) ? this.cost : Math.abs(node.bound) * 2 + 1;
    return relax(this.#service, node.state, node.multipliers, upper, {
      ...steps,
      target: this.cutoff,
      onChosen: (chosen) => this.improve(chosen),
    });
  }

  /** Bounds a node, closes and opens what the bound decides, and pushes the two halves of what is left. */
  expand(node: Node, steps: typeof AT_ROOT): Bound | null {
    this.nodes++;
    const { p, sites } = this.#service;
    const found = this.bound(node, steps);
    if (found.value >= this.cutoff) return found;
    const state = fixByBound(node.state, found, p, this.cutoff);
    const free: number[] = [];
    let count = 0;
    for (let j = 0; j < sites; j++)
      if (state[j] === FREE) free.push(j);
      else if (state[j] === OPEN) count++;
    // Two decisions of the bound may contradict each other: then no plan is cheaper.
    if (count > p || count + free.length < p) return found;
    if (count === p || count + free.length === p) {
      const chosen = [...state.keys()].filter((j) => state[j] === OPEN || (count < p && state[j] === FREE));
      this.improve(chosen);
      return found;
    }
    const branch = branchSite(free, found);
    const child = (value: number): Node => {
      const next = state.slice();
      next[branch] = value;
      return { state: next, multipliers: found.multipliers, bound: Math.max(node.bound, found.value) };
    };
    // The half that is looked at first lies on top.
    const isLikely = found.frequency[branch]! >= 0.5;
    this.stack.push(child(isLikely ? CLOSED : OPEN), child(isLikely ? OPEN : CLOSED));
    return found;
  }

  #isOver(): boolean {
    const { isStopped, deadline = Infinity } = this.#options;
    return isStopped?.() === true || performance.now() >= deadline;
  }

  run(): void {
    while (this.stack.length > 0) {
      const bound = this.lowest();
      this.#options.onProgress?.(this.cost, bound, this.nodes);
      if (this.nodes >= (this.#options.nodeLimit ?? NODE_LIMIT) || this.#isOver()) {
        this.left = bound;
        return;
      }
      const node = this.stack.pop()!;
      if (node.bound < this.cutoff) this.expand(node, AT_NODE);
    }
  }

  lowest(): number {
    return this.stack.reduce((least, node) => Math.min(least, node.bound), this.cost);
  }
}

/** The state with those sites closed or opened for which the other choice would reach the cutoff. */
function fixByBound(
  state: Uint8Array,
  { value, reduced, chosen }: Bound,
  p: number,
  cutoff: number,
): Uint8Array {
  const isChosen = new Set(chosen);
  const free = [...state.keys()].filter((j) => state[j] === FREE);
  const worstIn = Math.max(...free.filter((j) => isChosen.has(j)).map((j) => reduced[j]!), -Infinity);
  const bestOut = Math.min(...free.filter((j) => !isChosen.has(j)).map((j) => reduced[j]!), Infinity);
  const fixed = state.slice();
  if (!Number.isFinite(cutoff) || isChosen.size < p) return fixed;
  for (const j of free)
    if (isChosen.has(j)) {
      if (value - reduced[j]! + bestOut >= cutoff) fixed[j] = OPEN;
    } else if (value + reduced[j]! - worstIn >= cutoff) fixed[j] = CLOSED;
  return fixed;
}

/** The free site that the relaxation is least sure of; ties go to the lower index. */
function branchSite(free: readonly number[], { frequency }: Bound): number {
  let best = free[0]!;
  for (const j of free)
    if (Math.abs(frequency[j]! - 0.5) < Math.abs(frequency[best]! - 0.5) - 1e-12) best = j;
  return best;
}

function firstState({ sites, fixed, forbidden }: Service): Uint8Array {
  const state = new Uint8Array(sites);
  for (const j of forbidden) state[j] = CLOSED;
  for (const j of fixed) state[j] = OPEN;
  return state;
}

/** The cheapest plan of exactly p open sites, with proof unless the node limit or a stop comes first. */
export function branchAndBound(service: Service, options: BranchOptions): Branched {
  const search = new Search(service, options);
  const order = greedyOrder(service);
  if (options.start) search.improve(options.start);
  search.improve(order);
  const plan = search.open ?? order;
  const root: Node = {
    state: firstState(service),
    multipliers: firstMultipliers(service, plan),
    bound: -Infinity,
  };
  const found = search.expand(root, AT_ROOT)!;
  const worstIn = Math.max(...found.chosen.map((j) => found.reduced[j]!));
  search.run();
  const ceiling = search.cost + 1e-9 * Math.max(1, Math.abs(search.cost));
  const candidates = [...root.state.keys()].filter(
    (j) =>
      root.state[j] === OPEN ||
      (root.state[j] === FREE && found.value + found.reduced[j]! - worstIn <= ceiling),
  );
  const isProven = search.left === Infinity;
  return {
    open: search.open,
    cost: search.cost,
    bound: isProven ? search.cost : Math.min(search.left, search.cost),
    nodes: search.nodes,
    candidates,
  };
}
