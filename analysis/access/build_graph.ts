// Dirty roads → graph: clean, cut at crossings, join loose ends, number nodes, and say what was found.

import { ROAD_CLASSES, SURFACES } from "#domain/road";
import { cleanLines, type Lines } from "./clean_lines.ts";
import { cutCrossings } from "./crossings.ts";
import { edgesOf, measureEdge, type Edge } from "./edges.ts";
import { EDGE_FLAGS, type RoadGraph } from "./graph.ts";
import { hilbertOrder } from "./hilbert.ts";
import { joinLooseEnds } from "./join_ends.ts";
import { piecesOf } from "./pieces.ts";
import { placesOf, type Places } from "./places.ts";
import type { Road, RoadFinding } from "./road.ts";
import { applyCuts, segmentsOf } from "./segments.ts";
import type { HeightOf } from "./tobler.ts";

/** Ends of lines this near are taken for the same place unless stated otherwise. */
export const SNAP_M = 20;

export interface GraphOptions {
  readonly snapM?: number;
  /** Heights, where they are known: walks then follow Tobler. */
  readonly heightOf?: HeightOf;
}

export interface Piece {
  readonly nodes: number;
  readonly edges: number;
  readonly lengthM: number;
}

export interface GraphReport {
  /** What was dropped, merged, cut and joined. */
  readonly findings: readonly RoadFinding[];
  /** Loose pieces, the one with the most nodes first: hundreds are normal in the mountains. */
  readonly pieces: readonly Piece[];
}

/** The graph of roads, and a report of what each was and how it was joined; the same roads in the same order give the same graph. */
export function buildGraph(
  roads: readonly Road[],
  { snapM = SNAP_M, heightOf }: GraphOptions = {},
): { graph: RoadGraph; report: GraphReport } {
  const lines = cleanLines(roads);
  const segments = segmentsOf(lines);
  cutCrossings(lines, segments);
  applyCuts(lines.lines, segments);
  joinLooseEnds(lines, snapM);
  const places = placesOf(lines);
  const edges = edgesOf(lines, places);
  const graph = packEdges(lines, places, edges, heightOf ?? null);
  return { graph, report: { findings: lines.findings, pieces: describePieces(graph) } };
}

/** Numbers the places that edges end at along a Hilbert curve. */
function numberNodes({ vertices }: Lines, { vertexOf, count }: Places, edges: readonly Edge[]) {
  const nodes = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const xs = Int32Array.from(nodes, (place) => vertices.first[vertexOf[place]!]!);
  const ys = Int32Array.from(nodes, (place) => vertices.second[vertexOf[place]!]!);
  const order = hilbertOrder(xs, ys);
  const nodeOfPlace = new Uint32Array(count);
  for (const [node, at] of order.entries()) nodeOfPlace[nodes[at]!] = node;
  return {
    nodeOfPlace,
    nodeX: Int32Array.from(order, (at) => xs[at]!),
    nodeY: Int32Array.from(order, (at) => ys[at]!),
  };
}

function flagsOf({ oneWay, line }: Edge): number {
  const closed = oneWay === 1 ? EDGE_FLAGS.closedBackward : oneWay === -1 ? EDGE_FLAGS.closedForward : 0;
  return closed | (line.isJoin ? EDGE_FLAGS.join : 0);
}

function packEdges(lines: Lines, places: Places, all: readonly Edge[], heightOf: HeightOf | null): RoadGraph {
  const { nodeOfPlace, nodeX, nodeY } = numberNodes(lines, places, all);
  const edges = all.toSorted((a, b) => nodeOfPlace[a.from]! - nodeOfPlace[b.from]!);
  const from = Uint32Array.from(edges, (edge) => nodeOfPlace[edge.from]!);
  const to = Uint32Array.from(edges, (edge) => nodeOfPlace[edge.to]!);
  const measured = edges.map((edge) => measureEdge(edge, lines, places, heightOf));
  const degree = new Uint32Array(nodeX.length);
  for (const node of from) degree[node]!++;
  for (const node of to) degree[node]!++;
  const roadOf = ({ road }: Edge): Road => lines.roads[road]!;
  const shapeStart = new Uint32Array(edges.length + 1);
  for (const [e, { inner }] of edges.entries()) shapeStart[e + 1] = shapeStart[e]! + inner.length;
  const shape = new Int32Array(shapeStart[edges.length]! * 2);
  for (const [e, { inner }] of edges.entries())
    for (const [v, vertex] of inner.entries()) {
      shape[(shapeStart[e]! + v) * 2] = lines.vertices.first[vertex]!;
      shape[(shapeStart[e]! + v) * 2 + 1] = lines.vertices.second[vertex]!;
    }
  return {
    nodeCount: nodeX.length,
    edgeCount: edges.length,
    nodeX,
    nodeY,
    piece: piecesOf(nodeX.length, from, to),
    from,
    to,
    lengthM: Float32Array.from(measured, ({ lengthM }) => lengthM),
    road: Uint32Array.from(edges, ({ road }) => road),
    roadClass: Uint8Array.from(edges, (edge) => ROAD_CLASSES.indexOf(roadOf(edge).roadClass)),
    surface: Uint8Array.from(edges, (edge) => SURFACES.indexOf(roadOf(edge).surface)),
    flags: Uint8Array.from(edges, (edge, e) => {
      const isDeadEnd = degree[from[e]!] === 1 || degree[to[e]!] === 1;
      return flagsOf(edge) | (isDeadEnd ? EDGE_FLAGS.deadEnd : 0);
    }),
    speedKmh: Float32Array.from(edges, (edge) => roadOf(edge).speedKmh ?? 0),
    slopeForward: Float32Array.from(measured, ({ slopeForward }) => slopeForward),
    slopeBackward: Float32Array.from(measured, ({ slopeBackward }) => slopeBackward),
    shapeStart,
    shape,
  };
}

function describePieces({ piece, from, lengthM }: RoadGraph): Piece[] {
  const count = piece.reduce((most, number) => Math.max(most, number + 1), 0);
  const pieces = Array.from({ length: count }, () => ({ nodes: 0, edges: 0, lengthM: 0 }));
  for (const number of piece) pieces[number]!.nodes++;
  for (const [edge, node] of from.entries()) {
    const own = pieces[piece[node]!]!;
    own.edges++;
    own.lengthM += lengthM[edge]!;
  }
  return pieces;
}
