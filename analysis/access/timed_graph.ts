// A graph with the minutes of a travel scenario, laid out for searches from facilities to those who travel there.

import { ROAD_CLASSES, SURFACES, type RoadClass, type Surface } from "#domain/road";
import type { TravelMode, TravelScenario } from "#domain/travel";
import { EDGE_FLAGS, type RoadGraph } from "./graph.ts";
import { piecesOf } from "./pieces.ts";

export interface TimedGraph {
  readonly graph: RoadGraph;
  readonly scenario: TravelScenario;
  /** Minutes over each edge along it and against it; Infinity where the scenario cannot go. */
  readonly forward: Float32Array;
  readonly backward: Float32Array;
  /** Mode on each edge: position in the scenario's `modes`. */
  readonly modeForward: Uint8Array;
  readonly modeBackward: Uint8Array;
  /** Loose pieces of what the scenario can use, numbered by nodes, 0 the largest. */
  readonly piece: Uint32Array;
  /** Arcs that lead into node n are arcStart[n] to arcStart[n + 1]: their first node, minutes, and edge × 2 (+ 1 against it). */
  readonly arcStart: Uint32Array;
  readonly arcTail: Uint32Array;
  readonly arcMinutes: Float32Array;
  readonly arcEdge: Uint32Array;
}

export interface EdgeKind {
  readonly roadClass: RoadClass;
  readonly surface: Surface;
  /** As stated, 0 where it is not. */
  readonly statedKmh: number;
}

/** km/h of a mode on a road in a scenario; 0 where it cannot go. */
export function speedOf(
  { speeds, season, rainFactor, isFordClosedInRain }: TravelScenario,
  mode: TravelMode,
  { roadClass, surface, statedKmh }: EdgeKind,
): number {
  const own = speeds[mode][roadClass];
  const isRain = season === "rain";
  if (!own || (surface === "ford" && isRain && isFordClosedInRain)) return 0;
  // A ferry has no surface; wheels go as fast as the source says, whatever the table holds.
  const isPaved = surface === "paved" || roadClass === "ferry";
  const table = isPaved ? own.paved : own.unpaved;
  const dry = statedKmh > 0 && (mode !== "walk" || roadClass === "ferry") ? statedKmh : table;
  return isRain && !isPaved ? dry * rainFactor : dry;
}

/** Minutes over an edge in one direction by the fastest mode that may go there, and the mode's position; Infinity where none may. */
function fastest(
  graph: RoadGraph,
  scenario: TravelScenario,
  edge: number,
  isForward: boolean,
): { minutes: number; mode: number } {
  const roadClass = ROAD_CLASSES[graph.roadClass[edge]!]!;
  const kind = { roadClass, surface: SURFACES[graph.surface[edge]!]!, statedKmh: graph.speedKmh[edge]! };
  const isFerry = roadClass === "ferry";
  const isClosed =
    (graph.flags[edge]! & (isForward ? EDGE_FLAGS.closedForward : EDGE_FLAGS.closedBackward)) > 0;
  const slope = isForward ? graph.slopeForward[edge]! : graph.slopeBackward[edge]!;
  let best = { minutes: Infinity, mode: 0 };
  for (const [mode, id] of scenario.modes.entries()) {
    const isWalk = id === "walk" && !isFerry;
    const kmh = speedOf(scenario, id, kind);
    // One-way streets bind wheels and ferries, not feet.
    if (kmh === 0 || (isClosed && !isWalk)) continue;
    const travel = (graph.lengthM[edge]! / 1000 / kmh) * 60;
    const minutes = isFerry ? travel + scenario.ferryWaitMin : isWalk ? travel * slope : travel;
    if (minutes < best.minutes) best = { minutes, mode };
  }
  return best;
}

/** The graph with the minutes of a scenario. */
export function timeGraph(graph: RoadGraph, scenario: TravelScenario): TimedGraph {
  const { nodeCount, edgeCount } = graph;
  const [forward, backward] = [new Float32Array(edgeCount), new Float32Array(edgeCount)];
  const [modeForward, modeBackward] = [new Uint8Array(edgeCount), new Uint8Array(edgeCount)];
  for (let edge = 0; edge < edgeCount; edge++) {
    ({ minutes: forward[edge], mode: modeForward[edge] } = fastest(graph, scenario, edge, true));
    ({ minutes: backward[edge], mode: modeBackward[edge] } = fastest(graph, scenario, edge, false));
  }
  const usable = [...forward.keys()].filter((edge) => Math.min(forward[edge]!, backward[edge]!) < Infinity);
  const piece = piecesOf(
    nodeCount,
    Uint32Array.from(usable, (edge) => graph.from[edge]!),
    Uint32Array.from(usable, (edge) => graph.to[edge]!),
  );
  const arcs = arcsOf(graph, forward, backward);
  return { graph, scenario, forward, backward, modeForward, modeBackward, piece, ...arcs };
}

/** The same roads travelled backwards: a search from a village then finds minutes to facilities. */
export function reversedGraph(timed: TimedGraph): TimedGraph {
  const { graph, forward, backward, modeForward, modeBackward } = timed;
  return {
    ...timed,
    forward: backward,
    backward: forward,
    modeForward: modeBackward,
    modeBackward: modeForward,
    ...arcsOf(graph, backward, forward),
  };
}

/** Arcs by the node that they lead into. */
function arcsOf(
  { nodeCount, edgeCount, from, to }: RoadGraph,
  forward: Float32Array,
  backward: Float32Array,
): Pick<TimedGraph, "arcStart" | "arcTail" | "arcMinutes" | "arcEdge"> {
  const arcStart = new Uint32Array(nodeCount + 1);
  for (let edge = 0; edge < edgeCount; edge++) {
    if (forward[edge]! < Infinity) arcStart[to[edge]! + 1]!++;
    if (backward[edge]! < Infinity) arcStart[from[edge]! + 1]!++;
  }
  for (let node = 0; node < nodeCount; node++) arcStart[node + 1]! += arcStart[node]!;
  const count = arcStart[nodeCount]!;
  const next = arcStart.slice(0, nodeCount);
  const [arcTail, arcMinutes] = [new Uint32Array(count), new Float32Array(count)];
  const arcEdge = new Uint32Array(count);
  const add = (head: number, tail: number, minutes: number, arc: number): void => {
    if (minutes === Infinity) return;
    const at = next[head]!++;
    [arcTail[at], arcMinutes[at], arcEdge[at]] = [tail, minutes, arc];
  };
  for (let edge = 0; edge < edgeCount; edge++) {
    add(to[edge]!, from[edge]!, forward[edge]!, edge * 2);
    add(from[edge]!, to[edge]!, backward[edge]!, edge * 2 + 1);
  }
  return { arcStart, arcTail, arcMinutes, arcEdge };
}
