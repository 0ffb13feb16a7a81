// The road graph: flat arrays that never change once made.

export interface RoadGraph {
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** Grid coordinates (1e-7 degrees) of the nodes, which are numbered along a Hilbert curve. */
  readonly nodeX: Int32Array;
  readonly nodeY: Int32Array;
  /** Number of the loose piece that a node belongs to, 0 the one with the most nodes; directions do not matter. */
  readonly piece: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly lengthM: Float32Array;
  /** Index of the road in the list that the graph was made of. */
  readonly road: Uint32Array;
  /** Positions in ROAD_CLASSES and SURFACES. */
  readonly roadClass: Uint8Array;
  readonly surface: Uint8Array;
  /** Bits of EDGE_FLAGS. */
  readonly flags: Uint8Array;
  /** km/h as stated, 0 where none is. */
  readonly speedKmh: Float32Array;
  /** Times on foot on the level by which the slopes multiply, along the edge and against it; 1 where heights are not known. */
  readonly slopeForward: Float32Array;
  readonly slopeBackward: Float32Array;
  /** Inner vertices of edge e are x, y pairs from shapeStart[e] to shapeStart[e + 1] (in pairs). */
  readonly shapeStart: Uint32Array;
  readonly shape: Int32Array;
}

export const EDGE_FLAGS = { closedForward: 1, closedBackward: 2, join: 4, deadEnd: 8 } as const;

/** x, y pairs of an edge from its first node to its last. */
export function edgeLine(graph: RoadGraph, edge: number): number[] {
  const { from, to, nodeX, nodeY, shapeStart, shape } = graph;
  const [a, b] = [from[edge]!, to[edge]!];
  return [
    nodeX[a]!,
    nodeY[a]!,
    ...shape.subarray(shapeStart[edge]! * 2, shapeStart[edge + 1]! * 2),
    nodeX[b]!,
    nodeY[b]!,
  ];
}
