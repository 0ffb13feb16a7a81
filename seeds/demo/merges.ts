// The village mergers of 2019: pairs of neighbouring remote villages of one township that became one.

import type { Graph } from "./graph.ts";
import { shuffled } from "./random.ts";
import type { Regions } from "./regions.ts";

/** First period in which the merged villages report under their new code. */
export const MERGED_SINCE = "2019";

/** Pairs `merges` cells with a neighbour each, remote ones first; gives every cell its partner, or itself. */
export function mergeCells(
  seed: number,
  graph: Graph,
  { townshipOf, townOf }: Regions,
  minutes: Float32Array,
  merges: number,
): Uint32Array {
  const kept = new Set(townOf);
  const isRemote = (cell: number) => minutes[cell]! > 45;
  const { partner, left } = pairCells(seed, graph, townshipOf, merges, (cell) => !kept.has(cell), [
    isRemote,
    () => true,
  ]);
  if (left > 0) throw new RangeError(`${left} of ${merges} mergers find no pair of neighbours`);
  return partner;
}

/**
 * Pairs up to `pairs` cells with a free neighbour of their township each, in the order of `preferences`: first those
 * that the first one admits. Gives every cell its partner, or itself, and how many pairs were not found.
 */
export function pairCells(
  seed: number,
  graph: Graph,
  townshipOf: Uint32Array,
  pairs: number,
  mayPair: (cell: number) => boolean,
  preferences: readonly ((cell: number) => boolean)[],
): { partner: Uint32Array; left: number } {
  const order = shuffled(seed, townshipOf.length);
  const partner = Uint32Array.from(townshipOf, (_, cell) => cell);
  const isFree = (cell: number) => partner[cell] === cell && mayPair(cell);
  let left = pairs;
  for (const admits of preferences)
    for (const cell of order) {
      if (left === 0) return { partner, left };
      if (!isFree(cell) || !admits(cell)) continue;
      for (let edge = graph.start[cell]!; edge < graph.start[cell + 1]!; edge++) {
        const other = graph.to[edge]!;
        if (!isFree(other) || townshipOf[other] !== townshipOf[cell]) continue;
        partner[cell] = other;
        partner[other] = cell;
        left--;
        break;
      }
    }
  return { partner, left };
}
