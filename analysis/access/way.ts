// The way from a village to a facility, for drawing: legs with their segments and minutes.

import { ROAD_CLASSES, type RoadClass } from "#domain/road";
import type { TravelMode } from "#domain/travel";
import { entriesFrom, entriesTo, minutesWithin, type Entry } from "./entries.ts";
import { edgeLine } from "./graph.ts";
import type { Link, Linker } from "./links.ts";
import { UNITS } from "./metres.ts";
import type { Place } from "./reach.ts";
import type { LonLat } from "./road.ts";
import { NO_ARC, Search } from "./search.ts";
import type { TimedGraph } from "./timed_graph.ts";

export interface Leg {
  /** `off_road`: on foot, straight. */
  readonly mode: TravelMode | "off_road";
  /** Null off the road. */
  readonly roadClass: RoadClass | null;
  /** Indexes of the roads that it follows. */
  readonly roads: readonly number[];
  readonly minutes: number;
  readonly line: readonly LonLat[];
}

export interface Way {
  /** Sum of the legs. */
  readonly minutes: number;
  readonly legs: readonly Leg[];
}

/** A stretch of one edge from share `start` to share `end`; against the edge where start > end. */
interface Stretch {
  readonly edge: number;
  readonly start: StretchEnd;
  readonly end: StretchEnd;
}

interface StretchEnd {
  readonly share: number;
  readonly segment: number;
  readonly along: number;
}

const startOf = (): StretchEnd => ({ share: 0, segment: 0, along: 0 });
const endOf = ({ graph }: TimedGraph, edge: number): StretchEnd => ({
  share: 1,
  segment: graph.shapeStart[edge + 1]! - graph.shapeStart[edge]!,
  along: 1,
});

/** The fastest way from a village to a facility; null where there is none within `limit` minutes. */
export function findWay(linker: Linker, village: Place, facility: Place, limit = Infinity): Way | null {
  const { timed } = linker;
  const search = new Search(timed);
  const targets = entriesTo(timed, facility.links);
  search.run(targets, limit);
  let best: { minutes: number; stretches: () => Stretch[]; from: Link; to: Link } | null = null;
  for (const entry of entriesFrom(timed, village.links)) {
    const minutes = entry.minutes + search.minutesFrom(entry.node);
    if (minutes > limit || minutes >= (best?.minutes ?? Infinity)) continue;
    const { nodes, arcs } = trail(timed, search, entry.node);
    const last = lastLink(targets, nodes.at(-1)!);
    const stretches = (): Stretch[] => [
      linkStretch(timed, entry, true),
      ...arcs.map((arc) => edgeStretch(timed, arc)),
      linkStretch(timed, last, false),
    ];
    best = { minutes, stretches, from: entry.link, to: last.link };
  }
  for (const from of village.links)
    for (const to of facility.links) {
      const minutes = from.edge === to.edge ? minutesWithin(timed, from, to) : Infinity;
      if (minutes > limit || minutes >= (best?.minutes ?? Infinity)) continue;
      best = { minutes, stretches: () => [{ edge: from.edge, start: from, end: to }], from, to };
    }
  const straight = linker.offRoadMinutes(village.at, facility.at);
  if (straight <= limit && straight < (best?.minutes ?? Infinity))
    return { minutes: straight, legs: [offRoadLeg(village.at, facility.at, straight)] };
  if (!best) return null;
  const road = best.stretches().flatMap((stretch) => stretchLeg(timed, stretch));
  const [first, last] = [road[0]?.line[0], road.at(-1)?.line.at(-1)];
  const from = first ?? pointOf(timed, best.from);
  const to = last ?? pointOf(timed, best.to);
  const legs = [
    offRoadLeg(village.at, from, best.from.minutesOut),
    ...joinLegs(road),
    offRoadLeg(to, facility.at, best.to.minutesIn),
  ].filter(({ minutes }) => minutes > 0);
  return { minutes: legs.reduce((sum, leg) => sum + leg.minutes, 0), legs };
}

/** Nodes and arcs from a node to the seed that it is reached from. */
function trail({ graph, arcEdge }: TimedGraph, search: Search, from: number) {
  const nodes = [from];
  const arcs: number[] = [];
  for (let arc = search.arcFrom(from); arc !== NO_ARC; arc = search.arcFrom(nodes.at(-1)!)) {
    const code = arcEdge[arc]!;
    arcs.push(code);
    nodes.push(code % 2 === 0 ? graph.to[code >> 1]! : graph.from[code >> 1]!);
  }
  return { nodes, arcs };
}

/** The link by which the search began at a node. */
function lastLink(targets: readonly Entry[], node: number): Entry {
  return targets.filter((entry) => entry.node === node).reduce((a, b) => (b.minutes < a.minutes ? b : a));
}

function edgeStretch(timed: TimedGraph, code: number): Stretch {
  const edge = code >> 1;
  const [start, end] = [startOf(), endOf(timed, edge)];
  return code % 2 === 0 ? { edge, start, end } : { edge, start: end, end: start };
}

/** Between a link and the node of its entry: from the link where it is the village's, to it where it is the facility's. */
function linkStretch(timed: TimedGraph, { node, link, minutes }: Entry, isOut: boolean): Stretch {
  const { edge, share } = link;
  const { graph, forward, backward } = timed;
  const [ahead, back] = isOut
    ? [graph.to[edge] === node, graph.from[edge] === node]
    : [graph.from[edge] === node, graph.to[edge] === node];
  const walk = isOut ? link.minutesOut : link.minutesIn;
  // Both ends of a ring are one node: the minutes tell which way round.
  const aheadMinutes = (isOut ? 1 - share : share) * forward[edge]!;
  const isAhead =
    ahead && (!back || Math.abs(walk + aheadMinutes - minutes) < 1e-6 || backward[edge] === Infinity);
  const nodeEnd = isAhead === isOut ? endOf(timed, edge) : startOf();
  return isOut ? { edge, start: link, end: nodeEnd } : { edge, start: nodeEnd, end: link };
}

function pointOn(line: readonly number[], { segment, along }: StretchEnd): LonLat {
  const v = Math.min(segment * 2, line.length - 4);
  return [
    (line[v]! + along * (line[v + 2]! - line[v]!)) / UNITS,
    (line[v + 1]! + along * (line[v + 3]! - line[v + 1]!)) / UNITS,
  ];
}

const pointOf = ({ graph }: TimedGraph, link: Link): LonLat => pointOn(edgeLine(graph, link.edge), link);

/** The leg over a stretch; none where it has no length. */
function stretchLeg(timed: TimedGraph, { edge, start, end }: Stretch): Leg[] {
  const { graph, forward, backward, modeForward, modeBackward, scenario } = timed;
  const share = end.share - start.share;
  if (share === 0) return [];
  const line = edgeLine(graph, edge);
  const [low, high] = share > 0 ? [start, end] : [end, start];
  const points: LonLat[] = [pointOn(line, low)];
  for (let v = low.segment + 1; v <= high.segment; v++)
    points.push([line[v * 2]! / UNITS, line[v * 2 + 1]! / UNITS]);
  points.push(pointOn(line, high));
  const apart = points.filter(
    ([x, y], at) => at === 0 || x !== points[at - 1]![0] || y !== points[at - 1]![1],
  );
  const isForward = share > 0;
  return [
    {
      mode: scenario.modes[(isForward ? modeForward : modeBackward)[edge]!]!,
      roadClass: ROAD_CLASSES[graph.roadClass[edge]!]!,
      roads: [graph.road[edge]!],
      minutes: Math.abs(share) * (isForward ? forward : backward)[edge]!,
      line: isForward ? apart : apart.toReversed(),
    },
  ];
}

const offRoadLeg = (from: LonLat, to: LonLat, minutes: number): Leg => ({
  mode: "off_road",
  roadClass: null,
  roads: [],
  minutes,
  line: [from, to],
});

/** Legs of one mode and class in a row as one. */
function joinLegs(legs: readonly Leg[]): Leg[] {
  const joined: Leg[] = [];
  for (const leg of legs) {
    const last = joined.at(-1);
    if (last?.mode !== leg.mode || last.roadClass !== leg.roadClass) {
      joined.push(leg);
      continue;
    }
    const roads = last.roads.at(-1) === leg.roads[0] ? last.roads : [...last.roads, ...leg.roads];
    const line = [...last.line, ...leg.line.slice(1)];
    joined[joined.length - 1] = { ...last, roads, minutes: last.minutes + leg.minutes, line };
  }
  return joined;
}
