// The search with buckets beside plain relaxation of every arc until nothing changes.

import { describe, expect, test } from "vitest";
import { Search, type Seed } from "./search.ts";
import type { TimedGraph } from "./timed_graph.ts";

/** Numbers in [0, 1) from a seed (mulberry32). */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Arc = readonly [tail: number, head: number, minutes: number];

/** What a search needs of a timed graph. */
function graphOf(nodeCount: number, arcs: readonly Arc[]): TimedGraph {
  const sorted = [...arcs].sort((a, b) => a[1] - b[1]);
  const arcStart = new Uint32Array(nodeCount + 1);
  for (const [, head] of sorted) arcStart[head + 1]!++;
  for (let node = 0; node < nodeCount; node++) arcStart[node + 1]! += arcStart[node]!;
  return {
    graph: { nodeCount },
    arcStart,
    arcTail: Uint32Array.from(sorted, ([tail]) => tail),
    arcMinutes: Float32Array.from(sorted, ([, , minutes]) => minutes),
  } as unknown as TimedGraph;
}

/** Least minutes from every node to a seed; Infinity beyond the limit. */
function relaxed(
  { graph, arcStart, arcTail, arcMinutes }: TimedGraph,
  seeds: readonly Seed[],
  limit: number,
) {
  const best = Array.from({ length: graph.nodeCount }, () => Infinity);
  for (const { node, minutes } of seeds) if (minutes <= limit) best[node] = Math.min(best[node]!, minutes);
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (let head = 0; head < graph.nodeCount; head++)
      for (let arc = arcStart[head]!; arc < arcStart[head + 1]!; arc++) {
        const total = best[head]! + arcMinutes[arc]!;
        if (total > limit || total >= best[arcTail[arc]!]!) continue;
        best[arcTail[arc]!] = total;
        isChanged = true;
      }
  }
  return best;
}

const minutesOf = (search: Search, nodeCount: number): number[] =>
  Array.from({ length: nodeCount }, (_, node) => search.minutesFrom(node));

/** Very short, usual and very long pieces of road together, as a footbridge, a road and a ferry are. */
const LENGTHS = [0, 1e-4, 0.3, 1, 7, 600];

describe("search", () => {
  test.each(Array.from({ length: 40 }, (_, seed) => seed))(
    "finds the least minutes on dirty graph %i, again and again",
    (seed) => {
      const random = randoms(seed);
      const nodeCount = 1 + Math.floor(random() * 80);
      const node = (): number => Math.floor(random() * nodeCount);
      const arcs = Array.from({ length: Math.floor(random() * 300) }, (): Arc => [
        node(),
        node(),
        LENGTHS[Math.floor(random() * LENGTHS.length)]! * random(),
      ]);
      const timed = graphOf(nodeCount, arcs);
      const search = new Search(timed);
      for (const limit of [0, 2, 60, Infinity, 5]) {
        const seeds = Array.from({ length: Math.floor(random() * 5) }, () => ({
          node: node(),
          minutes: random() < 0.2 ? 5_000 * random() : 10 * random(),
        }));
        search.run(seeds, limit);
        const expected = relaxed(timed, seeds, limit);
        expect(minutesOf(search, nodeCount)).toEqual(expected);
        const within = [...expected.keys()].filter((own) => expected[own]! < Infinity);
        expect([...search.settled.subarray(0, search.settledCount)].sort((a, b) => a - b)).toEqual(within);
      }
    },
  );

  test("leads from every node by its arc to a seed, in the minutes that it found", () => {
    const timed = graphOf(4, [
      [1, 0, 5],
      [2, 1, 5],
      [2, 0, 11],
      [3, 2, 1],
    ]);
    const search = new Search(timed);
    search.run([{ node: 0, minutes: 2 }], 60);
    expect(minutesOf(search, 4)).toEqual([2, 7, 12, 13]);
    expect(timed.arcTail[search.arcFrom(2)]).toBe(2);
    expect(timed.arcMinutes[search.arcFrom(2)]).toBe(5);
  });
});
