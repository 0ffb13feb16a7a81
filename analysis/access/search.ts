// Bounded Dijkstra from a facility, against the direction of travel: minutes from every node within the limit.

import { NodeQueue } from "./node_queue.ts";
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
  #queue: NodeQueue;
  /** Infinity but for the settled nodes. */
  readonly #minutes: Float64Array;
  readonly #arc: Uint32Array;
  /** Nodes within the limit, in no order; only they are cleared before the next run. */
  readonly settled: Uint32Array;
  settledCount = 0;

  constructor(timed: TimedGraph) {
    const { nodeCount } = timed.graph;
    this.#timed = timed;
    this.#queue = new NodeQueue(timed.arcMinutes);
    this.#minutes = new Float64Array(nodeCount).fill(Infinity);
    this.#arc = new Uint32Array(nodeCount);
    this.settled = new Uint32Array(nodeCount);
  }

  /** Finds all nodes from which a seed is reached within `limit` minutes. */
  run(seeds: readonly Seed[], limit: number): void {
    this.#begin(seeds, limit);
    const { arcStart, arcTail, arcMinutes } = this.#timed;
    const [queue, best, via, settled] = [this.#queue, this.#minutes, this.#arc, this.settled];
    let count = this.settledCount;
    while (queue.length > 0) {
      const node = queue.pop();
      const minutes = best[node]!;
      // A better offer came after this one was queued, and was taken.
      if (queue.isOver(minutes)) continue;
      for (let arc = arcStart[node]!, end = arcStart[node + 1]!; arc < end; arc++) {
        const total = minutes + arcMinutes[arc]!;
        const tail = arcTail[arc]!;
        const known = best[tail]!;
        if (total >= known || total > limit) continue;
        if (known === Infinity) settled[count++] = tail;
        best[tail] = total;
        via[tail] = arc;
        queue.push(tail, total);
      }
    }
    this.settledCount = count;
  }

  /** Minutes from a node; Infinity beyond the limit. */
  minutesFrom(node: number): number {
    return this.#minutes[node]!;
  }

  /** The arc (position in the graph's arcs) that the way from a node within the limit begins with; NO_ARC at a seed. */
  arcFrom(node: number): number {
    return this.#arc[node]!;
  }

  /** Clears what the last run wrote and queues the seeds within the limit. */
  #begin(seeds: readonly Seed[], limit: number): void {
    for (let at = 0; at < this.settledCount; at++) this.#minutes[this.settled[at]!] = Infinity;
    this.settledCount = 0;
    const within = seeds.filter(({ minutes }) => minutes <= limit);
    const all = within.map(({ minutes }) => minutes);
    const first = all.reduce((least, minutes) => Math.min(least, minutes), Infinity);
    if (first === Infinity) return;
    const spread = all.reduce((most, minutes) => Math.max(most, minutes), 0) - first;
    if (!this.#queue.holds(spread)) this.#queue = new NodeQueue(this.#timed.arcMinutes, spread * 2);
    this.#queue.begin(first);
    for (const { node, minutes } of within) {
      const known = this.#minutes[node]!;
      if (minutes >= known) continue;
      if (known === Infinity) this.settled[this.settledCount++] = node;
      this.#minutes[node] = minutes;
      this.#arc[node] = NO_ARC;
      this.#queue.push(node, minutes);
    }
  }
}
