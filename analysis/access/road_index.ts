// Segments of roads by box: the nearest points of roads to a place.

import Flatbush from "flatbush";
import { boxAround, nearestOnSegment } from "./metres.ts";

/** A point of a road that was found near a place. */
export interface Found {
  readonly edge: number;
  readonly segment: number;
  readonly t: number;
  readonly metres: number;
}

/** Segments of roads that a place may be linked to, by box. */
export class RoadIndex {
  readonly #boxes: Flatbush | null;
  readonly #edgeOf: Uint32Array;
  readonly #segmentOf: Uint32Array;
  readonly #lines: readonly (readonly number[] | null)[];

  /** Of the lines by edge, those that are not null and that `isHere`. */
  constructor(lines: readonly (readonly number[] | null)[], isHere: (edge: number) => boolean) {
    this.#lines = lines;
    const own = (edge: number): readonly number[] => (isHere(edge) ? (lines[edge] ?? []) : []);
    const count = lines.reduce((sum, _, edge) => sum + Math.max(0, own(edge).length / 2 - 1), 0);
    this.#boxes = count > 0 ? new Flatbush(count, 16, Int32Array) : null;
    [this.#edgeOf, this.#segmentOf] = [new Uint32Array(count), new Uint32Array(count)];
    let box = 0;
    for (const edge of lines.keys()) {
      const line = own(edge);
      for (let v = 0; v + 3 < line.length; v += 2) {
        const [ax, ay, bx, by] = [line[v]!, line[v + 1]!, line[v + 2]!, line[v + 3]!];
        this.#boxes!.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
        [this.#edgeOf[box], this.#segmentOf[box]] = [edge, v / 2];
        box++;
      }
    }
    this.#boxes?.finish();
  }

  /** Nearest points of segments within some metres of a point, the nearest first. */
  near(x: number, y: number, limitM: number): Found[] {
    const found: Found[] = [];
    for (const box of this.#boxes?.search(...boxAround(x, y, limitM)) ?? []) {
      const [edge, segment] = [this.#edgeOf[box]!, this.#segmentOf[box]!];
      const line = this.#lines[edge]!;
      const v = segment * 2;
      const { t, metres } = nearestOnSegment(x, y, line[v]!, line[v + 1]!, line[v + 2]!, line[v + 3]!);
      if (metres <= limitM) found.push({ edge, segment, t, metres });
    }
    return found.sort((a, b) => a.metres - b.metres || a.edge - b.edge || a.segment - b.segment);
  }
}
