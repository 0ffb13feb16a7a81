// Bounded Dijkstra from a facility, against the direction of travel: minutes from every node within the limit.

import FlatQueue from "flatqueue";
import type { TimedGraph } from "./timed_graph.ts";

/** No arc: the search began at this node. */
export const NO_ARC = 0xffff_ffff;

/** A node from which a facility is reached without a further node. */
export interface Seed {
  readonly node: number;
  readonly minutes: number;
}

/** Arrays that serve one search after another on the same graph; results hold until the next. */
export class Search {
  readonly #timed: TimedGraph;
  readonly #queue: FlatQueue;
  readonly #minutes: Float64Array;
  /** Number of the run that wrote a node's minutes, so that nothing is cleared between two. */
  readonly #run: Uint32Array;
  readonly #isSettled: Uint8Array;
  readonly #arc: Uint32Array;
  #runNumber = 0;
  /** Nodes within the limit, the nearest first. */
  readonly settled: Uint32Array;
  settledCount = 0;

  constructor(timed: TimedGraph) {
    const { nodeCount } = timed.graph;
    this.#timed = timed;
    this.#queue = new FlatQueue(timed.arcTail.length + nodeCount + 64);
    this.#minutes = new Float64Array(nodeCount);
    this.#run = new Uint32Array(nodeCount);
    this.#isSettled = new Uint8Array(nodeCount);
    this.#arc = new Uint32Array(nodeCount);
    this.settled = new Uint32Array(nodeCount);
  }

  /** Finds all nodes from which a seed is reached within `limit` minutes. */
  run(seeds: readonly Seed[], limit: number): void {
    this.#start();
    for (const { node, minutes } of seeds) this.#offer(node, minutes, NO_ARC, limit);
    const { arcStart, arcTail, arcMinutes } = this.#timed;
    const [queue, best, run, settled] = [this.#queue, this.#minutes, this.#run, this.settled];
    const [isSettled, via, current] = [this.#isSettled, this.#arc, this.#runNumber];
    let count = 0;
    while (queue.length > 0) {
      const node = queue.pop()!;
      if (isSettled[node] === 1) continue;
      isSettled[node] = 1;
      settled[count++] = node;
      const minutes = best[node]!;
      for (let arc = arcStart[node]!, end = arcStart[node + 1]!; arc < end; arc++) {
        const tail = arcTail[arc]!;
        const total = minutes + arcMinutes[arc]!;
        if (total > limit || (run[tail] === current && best[tail]! <= total)) continue;
        if (run[tail] !== current) {
          run[tail] = current;
          isSettled[tail] = 0;
        }
        best[tail] = total;
        via[tail] = arc;
        queue.push(tail, total);
      }
    }
    this.settledCount = count;
  }

  /** Minutes from a node; Infinity beyond the limit. */
  minutesFrom(node: number): number {
    return this.#run[node] === this.#runNumber ? this.#minutes[node]! : Infinity;
  }

  /** The arc (position in the graph's arcs) that the way from a node begins with; NO_ARC at a seed. */
  arcFrom(node: number): number {
    return this.#arc[node]!;
  }

  #start(): void {
    this.#queue.clear();
    this.settledCount = 0;
    this.#runNumber++;
    if (this.#runNumber > 0xffff_fffe) {
      this.#run.fill(0);
      this.#runNumber = 1;
    }
  }

  #offer(node: number, minutes: number, arc: number, limit: number): void {
    if (minutes > limit || this.minutesFrom(node) <= minutes) return;
    if (this.#run[node] !== this.#runNumber) {
      this.#run[node] = this.#runNumber;
      this.#isSettled[node] = 0;
    }
    this.#minutes[node] = minutes;
    this.#arc[node] = arc;
    this.#queue.push(node, minutes);
  }
}
