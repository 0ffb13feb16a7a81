// Lines that nobody walks over away from roads: rivers, shores.

import Flatbush from "flatbush";
import { UNITS } from "./metres.ts";
import type { LonLat } from "./road.ts";

/** Lines that no off-road leg crosses. */
export class Barriers {
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

  /** Whether such a line lies between two points of the grid. */
  isBetween(ax: number, ay: number, bx: number, by: number): boolean {
    if (!this.#boxes) return false;
    const box = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)] as const;
    return this.#boxes.search(...box).some((segment) => {
      const first = segment * 4;
      const [cx, cy] = [this.#ends[first]!, this.#ends[first + 1]!];
      const [dx, dy] = [this.#ends[first + 2]!, this.#ends[first + 3]!];
      const side = (px: number, py: number, qx: number, qy: number, rx: number, ry: number): number =>
        Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
      return (
        side(ax, ay, bx, by, cx, cy) !== side(ax, ay, bx, by, dx, dy) &&
        side(cx, cy, dx, dy, ax, ay) !== side(cx, cy, dx, dy, bx, by)
      );
    });
  }
}
