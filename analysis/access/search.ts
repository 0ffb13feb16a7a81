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
  /** Infinity but for the touched nodes. */
  readonly #minutes: Float64Array;
  readonly #arc: Uint32Array;
  /** Nodes whose minutes the last run wrote: only they are cleared before the next. */
  readonly #touched: Uint32Array;
  #touchedCount = 0;
  /** Nodes within the limit, the nearest first. */
  readonly settled: Uint32Array;
  settledCount = 0;

  constructor(timed: TimedGraph) {
    const { nodeCount } = timed.graph;
    this.#timed = timed;
    this.#queue = new FlatQueue(timed.arcTail.length + nodeCount + 64);
    this.#minutes = new Float64Array(nodeCount).fill(Infinity);
    this.#arc = new Uint32Array(nodeCount);
    this.#touched = new Uint32Array(nodeCount);
    this.settled = new Uint32Array(nodeCount);
  }

  /** Finds all nodes from which a seed is reached within `limit` minutes. */
  run(seeds: readonly Seed[], limit: number): void {
    this.#clear();
    for (const { node, minutes } of seeds) this.#offer(node, minutes, limit);
    const { arcStart, arcTail, arcMinutes } = this.#timed;
    const [queue, best, via] = [this.#queue, this.#minutes, this.#arc];
    const [touched, settled] = [this.#touched, this.settled];
    let [count, touchedCount] = [0, this.#touchedCount];
    while (queue.length > 0) {
      const minutes = queue.peekValue()!;
      const node = queue.pop()!;
      // A better offer came after this one was queued.
      if (minutes > best[node]!) continue;
      settled[count++] = node;
      for (let arc = arcStart[node]!, end = arcStart[node + 1]!; arc < end; arc++) {
        const total = minutes + arcMinutes[arc]!;
        const tail = arcTail[arc]!;
        const known = best[tail]!;
        if (total >= known || total > limit) continue;
        if (known === Infinity) touched[touchedCount++] = tail;
        best[tail] = total;
        via[tail] = arc;
        queue.push(tail, total);
      }
    }
    this.#touchedCount = touchedCount;
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

  #clear(): void {
    for (let at = 0; at < this.#touchedCount; at++) this.#minutes[this.#touched[at]!] = Infinity;
    this.#touchedCount = 0;
    this.#queue.clear();
  }

  #offer(node: number, minutes: number, limit: number): void {
    const known = this.#minutes[node]!;
    if (minutes > limit || minutes >= known) return;
    if (known === Infinity) this.#touched[this.#touchedCount++] = node;
    this.#minutes[node] = minutes;
    this.#arc[node] = NO_ARC;
    this.#queue.push(node, minutes);
  }
}
