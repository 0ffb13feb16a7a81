// How places that lie beside the roads reach them: on foot, straight, to the nearest point of every loose piece within the limit.

import Flatbush from "flatbush";
import { ROAD_CLASSES } from "#domain/road";
import { edgeLine } from "./graph.ts";
import { boxAround, metresBetween, nearestOnSegment, UNITS } from "./metres.ts";
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

/** The boxes of all segments of the roads that a place may be linked to. */
interface RoadIndex {
  readonly boxes: Flatbush | null;
  readonly edgeOf: Uint32Array;
  readonly segmentOf: Uint32Array;
  readonly lines: readonly (readonly number[] | null)[];
}

const canLink = ({ graph, forward, backward }: TimedGraph, edge: number): boolean =>
  ROAD_CLASSES[graph.roadClass[edge]!] !== "ferry" && Math.min(forward[edge]!, backward[edge]!) < Infinity;

function indexRoads(timed: TimedGraph): RoadIndex {
  const { graph } = timed;
  const lines = Array.from({ length: graph.edgeCount }, (_, edge) =>
    canLink(timed, edge) ? edgeLine(graph, edge) : null,
  );
  const count = lines.reduce((sum, line) => sum + (line ? line.length / 2 - 1 : 0), 0);
  const boxes = count > 0 ? new Flatbush(count, 16, Int32Array) : null;
  const [edgeOf, segmentOf] = [new Uint32Array(count), new Uint32Array(count)];
  let box = 0;
  for (const [edge, line] of lines.entries()) {
    if (!line) continue;
    for (let v = 0; v + 3 < line.length; v += 2) {
      const [ax, ay, bx, by] = [line[v]!, line[v + 1]!, line[v + 2]!, line[v + 3]!];
      boxes!.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
      [edgeOf[box], segmentOf[box]] = [edge, v / 2];
      box++;
    }
  }
  boxes?.finish();
  return { boxes, edgeOf, segmentOf, lines };
}

/** Makes links of places to the roads of a timed graph. */
export class Linker {
  readonly timed: TimedGraph;
  readonly #roads: RoadIndex;
  readonly #barriers: Barriers;
  readonly #heightOf: HeightOf | null;

  constructor(timed: TimedGraph, { barriers = [], heightOf }: LinkOptions = {}) {
    this.timed = timed;
    this.#roads = indexRoads(timed);
    this.#barriers = new Barriers(barriers);
    this.#heightOf = heightOf ?? null;
  }

  /** Links of a place within `limitM` metres (the scenario's limit by default): one per loose piece, the nearest first. */
  linksOf([lon, lat]: LonLat, limitM = this.timed.scenario.offRoadLimitM): Link[] {
    const { boxes, edgeOf, segmentOf, lines } = this.#roads;
    if (!boxes) return [];
    const [x, y] = [Math.round(lon * UNITS), Math.round(lat * UNITS)];
    const found: { box: number; t: number; metres: number }[] = [];
    for (const box of boxes.search(...boxAround(x, y, limitM))) {
      const line = lines[edgeOf[box]!]!;
      const v = segmentOf[box]! * 2;
      const { t, metres } = nearestOnSegment(x, y, line[v]!, line[v + 1]!, line[v + 2]!, line[v + 3]!);
      if (metres <= limitM) found.push({ box, t, metres });
    }
    found.sort((a, b) => a.metres - b.metres || edgeOf[a.box]! - edgeOf[b.box]! || a.box - b.box);
    const byPiece = new Map<number, Link>();
    for (const { box, t, metres } of found) {
      const edge = edgeOf[box]!;
      const piece = this.timed.piece[this.timed.graph.from[edge]!]!;
      if (byPiece.has(piece)) continue;
      const line = lines[edge]!;
      const v = segmentOf[box]! * 2;
      const [roadX, roadY] = [
        line[v]! + t * (line[v + 2]! - line[v]!),
        line[v + 1]! + t * (line[v + 3]! - line[v + 1]!),
      ];
      if (this.#barriers.isBetween(x, y, roadX, roadY)) continue;
      byPiece.set(piece, {
        edge,
        share: shareOf(line, segmentOf[box]!, t),
        metres,
        minutesOut: this.#walk(x, y, roadX, roadY, metres),
        minutesIn: this.#walk(roadX, roadY, x, y, metres),
        segment: segmentOf[box]!,
        along: t,
      });
    }
    return [...byPiece.values()];
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

/** Lines that no off-road leg crosses. */
class Barriers {
  readonly #boxes: Flatbush | null;
  readonly #ends: Float64Array;

  constructor(barriers: readonly (readonly LonLat[])[]) {
    const count = barriers.reduce((sum, line) => sum + Math.max(0, line.length - 1), 0);
    this.#boxes = count > 0 ? new Flatbush(count) : null;
    this.#ends = new Float64Array(count * 4);
    let at = 0;
    for (const line of barriers)
      for (let v = 0; v + 1 < line.length; v++) {
        const ends = [...line[v]!, ...line[v + 1]!].map((degrees) => degrees * UNITS);
        const [ax, ay, bx, by] = ends as [number, number, number, number];
        this.#boxes!.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
        this.#ends.set(ends, at);
        at += 4;
      }
    this.#boxes?.finish();
  }

  isBetween(ax: number, ay: number, bx: number, by: number): boolean {
    if (!this.#boxes) return false;
    const box = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)] as const;
    return this.#boxes.search(...box).some((segment) => {
      const [cx, cy, dx, dy] = this.#ends.subarray(segment * 4, segment * 4 + 4) as unknown as [
        number,
        number,
        number,
        number,
      ];
      const side = (px: number, py: number, qx: number, qy: number, rx: number, ry: number): number =>
        Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
      return (
        side(ax, ay, bx, by, cx, cy) !== side(ax, ay, bx, by, dx, dy) &&
        side(cx, cy, dx, dy, ax, ay) !== side(cx, cy, dx, dy, bx, by)
      );
    });
  }
}
