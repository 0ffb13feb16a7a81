// How places that lie beside the roads reach them: on foot, straight, to the nearest point of every loose piece within the limit.

import { ROAD_CLASSES } from "#domain/road";
import { Barriers } from "./barriers.ts";
import { edgeLine } from "./graph.ts";
import { metresBetween, UNITS } from "./metres.ts";
import { RoadIndex, type Found } from "./road_index.ts";
import type { LonLat } from "./road.ts";
import type { TimedGraph } from "./timed_graph.ts";
import { slopeFactor, type HeightOf } from "./tobler.ts";

/** A point of a road that a place is linked to. */
export interface Link {
  readonly edge: number;
  /** Where along the edge, 0–1 of its length. */
  readonly share: number;
  readonly metres: number;
  /** On foot from the place to the road, and from the road to the place. */
  readonly minutesOut: number;
  readonly minutesIn: number;
  /** Position of the segment in the edge's line, and 0–1 along it, for drawing. */
  readonly segment: number;
  readonly along: number;
}

export interface LinkOptions {
  /** Lines that nobody walks over away from roads, such as rivers and shores. */
  readonly barriers?: readonly (readonly LonLat[])[];
  readonly heightOf?: HeightOf;
}

const canLink = ({ graph, forward, backward }: TimedGraph, edge: number): boolean =>
  ROAD_CLASSES[graph.roadClass[edge]!] !== "ferry" && Math.min(forward[edge]!, backward[edge]!) < Infinity;

/** Shares of the limit that are searched in turn. */
const NEAR_SHARES = [1 / 12, 1 / 4, 1];

/** Makes links of places to the roads of a timed graph. */
export class Linker {
  readonly timed: TimedGraph;
  readonly #lines: readonly (readonly number[] | null)[];
  /** The largest piece by itself: there the nearest road is enough, and mostly near; of the loose pieces each one counts. */
  readonly #largest: RoadIndex;
  readonly #loose: RoadIndex;
  readonly #barriers: Barriers;
  readonly #heightOf: HeightOf | null;

  constructor(timed: TimedGraph, { barriers = [], heightOf }: LinkOptions = {}) {
    this.timed = timed;
    const { graph, piece } = timed;
    this.#lines = Array.from({ length: graph.edgeCount }, (_, edge) =>
      canLink(timed, edge) ? edgeLine(graph, edge) : null,
    );
    this.#largest = new RoadIndex(this.#lines, (edge) => piece[graph.from[edge]!] === 0);
    this.#loose = new RoadIndex(this.#lines, (edge) => piece[graph.from[edge]!] !== 0);
    this.#barriers = new Barriers(barriers);
    this.#heightOf = heightOf ?? null;
  }

  /** Links of a place within `limitM` metres (the scenario's limit by default): one per loose piece, the nearest first. */
  linksOf([lon, lat]: LonLat, limitM = this.timed.scenario.offRoadLimitM): Link[] {
    const [x, y] = [Math.round(lon * UNITS), Math.round(lat * UNITS)];
    const { piece, graph } = this.timed;
    const byPiece = new Map<number, Link>();
    const take = (all: readonly Found[]): void => {
      for (const found of all) {
        const own = piece[graph.from[found.edge]!]!;
        if (byPiece.has(own)) continue;
        const link = this.#link(x, y, found);
        if (link) byPiece.set(own, link);
      }
    };
    for (const share of NEAR_SHARES) if (!byPiece.has(0)) take(this.#largest.near(x, y, limitM * share));
    take(this.#loose.near(x, y, limitM));
    return [...byPiece.values()].sort((a, b) => a.metres - b.metres || a.edge - b.edge);
  }

  /** The link to a point of a road; null where a barrier lies between. */
  #link(x: number, y: number, { edge, segment, t, metres }: Found): Link | null {
    const line = this.#lines[edge]!;
    const v = segment * 2;
    const roadX = line[v]! + t * (line[v + 2]! - line[v]!);
    const roadY = line[v + 1]! + t * (line[v + 3]! - line[v + 1]!);
    if (this.#barriers.isBetween(x, y, roadX, roadY)) return null;
    const share = shareOf(line, segment, t);
    const isNode = share === 0 || share === 1;
    return {
      edge,
      share,
      metres,
      minutesOut: this.#walk(x, y, roadX, roadY, metres),
      minutesIn: this.#walk(roadX, roadY, x, y, metres),
      segment: isNode ? share * (line.length / 2 - 2) : segment,
      along: isNode ? share : t,
    };
  }

  /** Loose pieces with a road within some metres of a point of the grid, and no barrier between. */
  piecesNear(x: number, y: number, metres: number): number[] {
    const { piece, graph } = this.timed;
    return this.linksOf([x / UNITS, y / UNITS], metres).map(({ edge }) => piece[graph.from[edge]!]!);
  }

  /** Minutes straight from one place to another off the road; Infinity beyond the scenario's limit or over a barrier. */
  offRoadMinutes(from: LonLat, to: LonLat): number {
    const [ax, ay, bx, by] = [from[0] * UNITS, from[1] * UNITS, to[0] * UNITS, to[1] * UNITS];
    const metres = metresBetween(ax, ay, bx, by);
    const isOpen = metres <= this.timed.scenario.offRoadLimitM && !this.#barriers.isBetween(ax, ay, bx, by);
    return isOpen ? this.#walk(ax, ay, bx, by, metres) : Infinity;
  }

  #walk(ax: number, ay: number, bx: number, by: number, metres: number): number {
    const { offRoadKmh, terrainFactor } = this.timed.scenario;
    const minutes = (metres / 1000 / (offRoadKmh * terrainFactor)) * 60;
    if (!this.#heightOf || metres === 0) return minutes;
    const rise = this.#heightOf(bx / UNITS, by / UNITS) - this.#heightOf(ax / UNITS, ay / UNITS);
    return Number.isFinite(rise) ? minutes * slopeFactor(rise / metres) : minutes;
  }
}

/** A point so near to a node is that node. */
const AT_NODE_M = 1;

/** Share of an edge's length that lies before a point of one of its segments; exactly 0 or 1 at a node. */
function shareOf(line: readonly number[], segment: number, t: number): number {
  let [before, all] = [0, 0];
  for (let v = 0; v + 3 < line.length; v += 2) {
    const metres = metresBetween(line[v]!, line[v + 1]!, line[v + 2]!, line[v + 3]!);
    if (v / 2 < segment) before += metres;
    else if (v / 2 === segment) before += metres * t;
    all += metres;
  }
  if (before < AT_NODE_M) return 0;
  return all - before < AT_NODE_M ? 1 : before / all;
}
