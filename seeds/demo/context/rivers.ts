// The rivers of the demo as lines: smoothed, and in parts of about the same catchment.

import type { ContextFeature } from "#domain/context";
import type { Projection } from "#seeds/demo/outline";
import { positionOf } from "./grid.ts";
import type { DemoContext } from "./packed_context.ts";

/** Rounds by which the steps of the grid are smoothed out. */
const ROUNDS = 3;

type Position = [x: number, y: number];

/** Every point at a quarter, a half, a quarter of itself and its neighbours; both ends stay. */
function smoothed(points: readonly Position[]): Position[] {
  let line = [...points];
  for (let round = 0; round < ROUNDS; round++)
    line = line.map((point, at) => {
      const [before, after] = [line[at - 1], line[at + 1]];
      if (!before || !after) return point;
      return [(before[0] + 2 * point[0] + after[0]) / 4, (before[1] + 2 * point[1] + after[1]) / 4];
    });
  return line;
}

/** Lines from spring to mouth without what a lake covers, a feature for each doubling of the catchment, which is their rank. */
export function riverFeatures({ grid, rivers, lakes }: DemoContext, project: Projection): ContextFeature[] {
  const isUnderWater = new Set(lakes.flatMap(({ nodes }) => nodes));
  // Greater rivers come first: others end where these now run.
  const moved = new Map<number, Position>();
  return rivers.flatMap(({ nodes, sqkm }) => {
    const line = smoothed(
      nodes.map((node, at) => (at === nodes.length - 1 && moved.get(node)) || positionOf(grid, node)),
    );
    nodes.forEach((node, at) => {
      if (!moved.has(node)) moved.set(node, line[at]!);
    });
    // Of the step that begins at a node; null in a lake.
    const doublings = sqkm.map((area, at) =>
      isUnderWater.has(nodes[at]!) && isUnderWater.has(nodes[at + 1]!) ? null : Math.floor(Math.log2(area)),
    );
    const features: ContextFeature[] = [];
    for (let start = 0; start < line.length - 1;) {
      let end = start + 1;
      while (end < line.length - 1 && doublings[end] === doublings[start]) end++;
      if (doublings[start] !== null)
        features.push({
          class: "river",
          rank: Math.round(sqkm[start]!),
          geometry: {
            type: "LineString",
            coordinates: line.slice(start, end + 1).map(([x, y]) => project(x, y)),
          },
        });
      start = end;
    }
    return features;
  });
}
