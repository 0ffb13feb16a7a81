// Rings → arcs: every shared border becomes one line. Rules look at a vertex and the rings through it, never further.

import type { Coverage } from "./coverage.ts";
import { IntList } from "./buffers.ts";

/** Arcs of a coverage, and its rings as sequences of arcs. */
export interface Topology {
  /** Vertex numbers of all arcs; arc a is `vertices[arcStart[a]] … vertices[arcStart[a + 1] − 1]`, ends included. */
  readonly vertices: Int32Array;
  readonly arcStart: Int32Array;
  /** Arcs of all rings; `a` is arc a as it is, `~a` the same arc from end to start. */
  readonly ringArcs: Int32Array;
  readonly ringArcStart: Int32Array;
  /** Per arc: 1 when some ring runs along it forwards, 2 backwards, 3 both. */
  readonly uses: Uint8Array;
}

const FORWARD = 1;
const BACKWARD = 2;

/**
 * Marks the nodes: a vertex is a plain one only if every ring that visits it passes between the same two neighbours.
 *
 *      A  │  B          ● has three neighbours: a node
 *    ──○──●──○──        ○ has two, visited by the rings on both sides: plain
 */
function findNodes({ vertices, points, ringStart }: Coverage): Uint8Array {
  const isNode = new Uint8Array(vertices.count);
  const first = new Int32Array(vertices.count).fill(-1);
  const second = new Int32Array(vertices.count);
  for (let ring = 0; ring + 1 < ringStart.length; ring++) {
    const from = ringStart[ring]!;
    const to = ringStart[ring + 1]!;
    let before = points[to - 1]!;
    for (let i = from; i < to; i++) {
      const vertex = points[i]!;
      const after = points[i + 1 < to ? i + 1 : from]!;
      if (before === after) isNode[vertex] = 1;
      else if (first[vertex]! < 0) {
        first[vertex] = before;
        second[vertex] = after;
      } else if (
        !(first[vertex] === before && second[vertex] === after) &&
        !(first[vertex] === after && second[vertex] === before)
      )
        isNode[vertex] = 1;
      before = vertex;
    }
  }
  return isNode;
}

/**
 * Builds the arcs of the first `ringCount` rings; the others only help to tell nodes.
 *
 * An arc runs from its end that comes first by x, then y; a closed one in the direction whose second vertex comes first.
 * A ring without a node starts at its first vertex in that order.
 */
export function buildTopology(coverage: Coverage, ringCount = coverage.ringStart.length - 1): Topology {
  const { vertices, points, ringStart } = coverage;
  const isNode = findNodes(coverage);
  const arcVertices = new IntList(4096);
  const arcStart = new IntList();
  const ringArcs = new IntList();
  const ringArcStart = new IntList();
  const uses = new IntList();
  /** An arc from node n by way of its neighbour v is the only one: `n · count + v` → a or ~a. */
  const byFirstEdge = new Map<number, number>();

  /** Takes the arc of a ring [from, to) that starts at its point `start` and has `edges` edges. */
  function take(from: number, to: number, start: number, edges: number): void {
    const size = to - from;
    const at = (step: number): number => points[from + ((start - from + step) % size)]!;
    const known = byFirstEdge.get(at(0) * vertices.count + at(1));
    if (known !== undefined) {
      ringArcs.push(known);
      uses.data[known < 0 ? ~known : known]! |= known < 0 ? BACKWARD : FORWARD;
      return;
    }
    const [head, neck, tail, end] = [at(0), at(1), at(edges - 1), at(edges)];
    const isForward = (vertices.compare(head, end) || vertices.compare(neck, tail)) <= 0;
    const arc = arcStart.length;
    arcStart.push(arcVertices.length);
    for (let step = 0; step <= edges; step++) arcVertices.push(at(isForward ? step : edges - step));
    uses.push(isForward ? FORWARD : BACKWARD);
    ringArcs.push(isForward ? arc : ~arc);
    byFirstEdge.set(head * vertices.count + neck, isForward ? arc : ~arc);
    byFirstEdge.set(end * vertices.count + tail, isForward ? ~arc : arc);
  }

  for (let ring = 0; ring < ringCount; ring++) {
    const from = ringStart[ring]!;
    const to = ringStart[ring + 1]!;
    ringArcStart.push(ringArcs.length);
    let first = from;
    while (first < to && !isNode[points[first]!]) first++;
    if (first === to) {
      first = from;
      for (let i = from + 1; i < to; i++) if (vertices.compare(points[i]!, points[first]!) < 0) first = i;
      take(from, to, first, to - from);
      continue;
    }
    for (let start = first, done = 0; done < to - from;) {
      let edges = 1;
      while (!isNode[points[from + ((start - from + edges) % (to - from))]!]) edges++;
      take(from, to, start, edges);
      done += edges;
      start += edges;
    }
  }
  arcStart.push(arcVertices.length);
  ringArcStart.push(ringArcs.length);
  return {
    vertices: arcVertices.toArray(),
    arcStart: arcStart.toArray(),
    ringArcs: ringArcs.toArray(),
    ringArcStart: ringArcStart.toArray(),
    uses: Uint8Array.from(uses.toArray()),
  };
}

/** Whether a border has an area on one side only: the outer line, or a border whose two sides differ in vertices. */
export const isUnmatched = (uses: number): boolean => uses !== (FORWARD | BACKWARD);
