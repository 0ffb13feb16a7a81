// For every village the nearest and second nearest facility, and in which of four states it is.

import Flatbush from "flatbush";
import { REACH_STATES, type ReachState } from "#domain/travel";
import { entriesFrom, entriesTo, minutesWithin } from "./entries.ts";
import type { Link, Linker } from "./links.ts";
import { boxAround, UNITS } from "./metres.ts";
import { Unions } from "./pieces.ts";
import type { Place } from "./reach.ts";
import type { TimedGraph } from "./timed_graph.ts";
import { NOBODY, twoNearest } from "./two_nearest.ts";

/** A dead end this near to another piece of the network is taken for a joint that the data lack. */
export const GAP_M = 300;
/** A road within so many times the off-road limit says that data may be lacking, not that there is no path. */
const FAR_TIMES = 2;

export interface VillageReach {
  /** Position in REACH_STATES by village. */
  readonly state: Uint8Array;
  /** Facilities by village; NOBODY where there is none. */
  readonly nearest: Uint32Array;
  readonly second: Uint32Array;
  /** Infinity where there is none. */
  readonly nearestMinutes: Float32Array;
  readonly secondMinutes: Float32Array;
}

/** The two best offers of different facilities. */
class BestTwo {
  readonly facility = [NOBODY, NOBODY];
  readonly minutes = [Infinity, Infinity];

  offer(facility: number, minutes: number): void {
    if (facility === NOBODY || minutes === Infinity) return;
    const [own, times] = [this.facility, this.minutes];
    const isBefore = (rank: number): boolean =>
      minutes < times[rank]! || (minutes === times[rank]! && facility < own[rank]!);
    if (own[0] === facility) times[0] = Math.min(times[0]!, minutes);
    else if (isBefore(0)) {
      [own[1], times[1]] = [own[0]!, times[0]!];
      [own[0], times[0]] = [facility, minutes];
    } else if (own[1] === facility) times[1] = Math.min(times[1]!, minutes);
    else if (isBefore(1)) [own[1], times[1]] = [facility, minutes];
  }
}

/**
 * Nearest facilities and state of every village:
 *
 * - `minutes_known`: a way over the roads leads to a facility, with off-road legs within the limit at both ends;
 * - `off_road_only`: no such way, but a facility within the off-road limit, straight;
 * - `network_incomplete`: neither, but the village's piece of road comes within GAP_M of one that leads to a facility (over
 *   further such gaps too), or leads to one against its one-way streets only, or the village has no road within the off-road
 *   limit but one that leads to a facility within twice the limit;
 * - `no_path`: nothing of that, as on an island.
 *
 * Minutes are the least of all ways, so those of `minutes_known` may be the ones straight over land.
 */
export function villageReach(
  linker: Linker,
  villages: readonly Place[],
  facilities: readonly Place[],
): VillageReach {
  const { timed } = linker;
  const labels = twoNearest(
    timed,
    facilities.flatMap(({ links }, facility) =>
      entriesTo(timed, links).map(({ node, minutes }) => ({ node, minutes, facility })),
    ),
  );
  const onEdge = linksByEdge(facilities);
  const near = nearFacilities(linker, facilities);
  const leading = new LeadingPieces(linker, facilities);
  const count = villages.length;
  const out = {
    state: new Uint8Array(count),
    nearest: new Uint32Array(count),
    second: new Uint32Array(count),
    nearestMinutes: new Float32Array(count),
    secondMinutes: new Float32Array(count),
  };
  for (const [v, village] of villages.entries()) {
    const best = new BestTwo();
    for (const { node, minutes } of entriesFrom(timed, village.links))
      for (const rank of [0, 1])
        best.offer(labels.facility[node * 2 + rank]!, labels.minutes[node * 2 + rank]! + minutes);
    for (const link of village.links)
      for (const other of onEdge.get(link.edge) ?? [])
        best.offer(other.facility, minutesWithin(timed, link, other.link));
    const hasRoad = best.minutes[0]! < Infinity;
    for (const { facility, minutes } of near(village)) best.offer(facility, minutes);
    const state: ReachState = hasRoad
      ? "minutes_known"
      : best.minutes[0]! < Infinity
        ? "off_road_only"
        : leading.comeNear(village)
          ? "network_incomplete"
          : "no_path";
    out.state[v] = REACH_STATES.indexOf(state);
    [out.nearest[v], out.second[v]] = best.facility as [number, number];
    [out.nearestMinutes[v], out.secondMinutes[v]] = best.minutes as [number, number];
  }
  return out;
}

function linksByEdge(facilities: readonly Place[]): Map<number, { facility: number; link: Link }[]> {
  const byEdge = new Map<number, { facility: number; link: Link }[]>();
  for (const [facility, { links }] of facilities.entries())
    for (const link of links) byEdge.set(link.edge, [...(byEdge.get(link.edge) ?? []), { facility, link }]);
  return byEdge;
}

/** A function that finds facilities within the off-road limit of a village, with minutes. */
function nearFacilities(linker: Linker, facilities: readonly Place[]) {
  const { offRoadLimitM } = linker.timed.scenario;
  const index = facilities.length > 0 ? new Flatbush(facilities.length) : null;
  for (const { at } of facilities) index!.add(at[0] * UNITS, at[1] * UNITS);
  index?.finish();
  return ({ at }: Place): { facility: number; minutes: number }[] =>
    (index?.search(...boxAround(at[0] * UNITS, at[1] * UNITS, offRoadLimitM)) ?? []).map((facility) => ({
      facility,
      minutes: linker.offRoadMinutes(at, facilities[facility]!.at),
    }));
}

/** Pieces of the network that lead to a facility, or would if gaps of at most GAP_M were closed. */
class LeadingPieces {
  readonly #linker: Linker;
  readonly #unions: Unions;
  readonly #leading: ReadonlySet<number>;

  constructor(linker: Linker, facilities: readonly Place[]) {
    this.#linker = linker;
    const { timed } = linker;
    this.#unions = new Unions(timed.graph.nodeCount);
    for (const node of deadEnds(timed)) {
      const [x, y] = [timed.graph.nodeX[node]!, timed.graph.nodeY[node]!];
      for (const piece of linker.piecesNear(x, y, GAP_M)) this.#unions.join(timed.piece[node]!, piece);
    }
    this.#leading = new Set(facilities.flatMap(({ links }) => links.map((link) => this.#rootOf(link))));
  }

  /** Whether a village is on such a piece, or within a distance from it that says little. */
  comeNear({ at, links }: Place): boolean {
    const far = this.#linker.timed.scenario.offRoadLimitM * FAR_TIMES;
    const all = links.length > 0 ? links : this.#linker.linksOf(at, far);
    return all.some((link) => this.#leading.has(this.#rootOf(link)));
  }

  #rootOf({ edge }: Link): number {
    const { graph, piece } = this.#linker.timed;
    return this.#unions.find(piece[graph.from[edge]!]!);
  }
}

/** Nodes at which one edge ends that the scenario can use; none where all is one piece. */
function deadEnds({ graph, forward, backward, piece }: TimedGraph): number[] {
  if (piece.every((number) => number === 0)) return [];
  const degree = new Uint32Array(graph.nodeCount);
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (Math.min(forward[edge]!, backward[edge]!) === Infinity) continue;
    degree[graph.from[edge]!]!++;
    degree[graph.to[edge]!]!++;
  }
  return [...degree.keys()].filter((node) => degree[node] === 1);
}
