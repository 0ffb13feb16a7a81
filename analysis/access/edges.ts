// Edges between nodes from lines with shared places: a node is where lines end, meet or cross.

import { ROAD_CLASS_ROWS } from "#domain/road";
import type { Line, Lines } from "./clean_lines.ts";
import { metresBetween, UNITS } from "./metres.ts";
import type { Places } from "./places.ts";
import { slopeFactor, type HeightOf } from "./tobler.ts";

export interface Edge {
  readonly from: number;
  readonly to: number;
  /** Vertices between its two nodes. */
  readonly inner: readonly number[];
  readonly line: Line;
  oneWay: -1 | 0 | 1;
  road: number;
}

const isNode = ({ uses, ends }: Places, place: number): boolean => ends[place]! > 0 || uses[place] !== 2;

/** Edges of all lines; of two with the same vertices the higher class stays, as with whole lines. */
export function edgesOf({ lines, roads }: Lines, places: Places): Edge[] {
  const byShape = new Map<string, { edge: Edge; isReversed: boolean }>();
  const edges: Edge[] = [];
  for (const [l, line] of lines.entries()) {
    const ofLine = places.ofLine[l]!;
    let start = 0;
    for (let v = 1; v < ofLine.length; v++) {
      if (v < ofLine.length - 1 && !isNode(places, ofLine[v]!)) continue;
      const edge: Edge = {
        from: ofLine[start]!,
        to: ofLine[v]!,
        inner: line.vertices.slice(start + 1, v),
        line,
        oneWay: line.oneWay,
        road: line.road,
      };
      start = v;
      const forward = [edge.from, ...ofLine.subarray(v - edge.inner.length, v), edge.to].join();
      const backward = forward.split(",").toReversed().join();
      const isReversed = backward < forward;
      const kept = byShape.get(isReversed ? backward : forward);
      if (!kept) {
        byShape.set(isReversed ? backward : forward, { edge, isReversed });
        edges.push(edge);
        continue;
      }
      const turned = kept.isReversed === isReversed ? edge.oneWay : -edge.oneWay;
      if (kept.edge.oneWay !== turned) kept.edge.oneWay = 0;
      const rank = (road: number): number => ROAD_CLASS_ROWS[roads[road]!.roadClass].rank;
      if (rank(edge.road) < rank(kept.edge.road)) kept.edge.road = edge.road;
    }
  }
  return edges;
}

export interface Measured {
  readonly lengthM: number;
  readonly slopeForward: number;
  readonly slopeBackward: number;
}

/** Length of an edge, and what its slopes do to a walk along it and against it. */
export function measureEdge(
  { inner, from, to }: Edge,
  { vertices }: Pick<Lines, "vertices">,
  { vertexOf }: Places,
  heightOf: HeightOf | null,
): Measured {
  const ids = [vertexOf[from]!, ...inner, vertexOf[to]!];
  const { first: xs, second: ys } = vertices;
  let [lengthM, forward, backward] = [0, 0, 0];
  for (let v = 0; v + 1 < ids.length; v++) {
    const [ax, ay, bx, by] = [xs[ids[v]!]!, ys[ids[v]!]!, xs[ids[v + 1]!]!, ys[ids[v + 1]!]!];
    const metres = metresBetween(ax, ay, bx, by);
    const rise = heightOf ? heightOf(bx / UNITS, by / UNITS) - heightOf(ax / UNITS, ay / UNITS) : Number.NaN;
    const isKnown = Number.isFinite(rise) && metres > 0;
    lengthM += metres;
    forward += metres * (isKnown ? slopeFactor(rise / metres) : 1);
    backward += metres * (isKnown ? slopeFactor(-rise / metres) : 1);
  }
  if (lengthM === 0) return { lengthM, slopeForward: 1, slopeBackward: 1 };
  return { lengthM, slopeForward: forward / lengthM, slopeBackward: backward / lengthM };
}
