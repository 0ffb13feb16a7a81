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
  const partner = Uint32Array.from(minutes, (_, cell) => cell);
  const kept = new Set(townOf);
  const isFree = (cell: number) => partner[cell] === cell && !kept.has(cell);
  const isRemote = (cell: number) => minutes[cell]! > 45;
  let left = merges;
  const order = shuffled(seed, partner.length);
  for (const admits of [isRemote, () => true])
    for (const cell of order) {
      if (left === 0) return partner;
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
  if (left > 0) throw new RangeError(`${left} of ${merges} mergers find no pair of neighbours`);
  return partner;
}
