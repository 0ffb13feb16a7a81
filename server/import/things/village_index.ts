// The villages as the check of things needs them: which one a point lies in, and where each has its middle.

import Flatbush from "flatbush";
import type { MultiPolygon } from "geojson";
import { decodeWkb } from "#sql/wkb";
import { isInRing } from "#tiles/ring";
import type { Bbox } from "#domain/bbox";
import { bboxOf } from "#server/import/boundaries/bbox";

export interface VillageShape {
  readonly code: string;
  /** Null for a village that is not drawn. */
  readonly wkb: Uint8Array | null;
}

export class VillageIndex {
  readonly #codes: string[] = [];
  readonly #shapes: Uint8Array[] = [];
  readonly #known = new Set<string>();
  readonly #middles = new Map<string, readonly [number, number]>();
  readonly #boxes: Flatbush | null;
  /** West, south, east, north of all villages; null where none is drawn. */
  readonly bounds: Bbox | null;

  constructor(villages: Iterable<VillageShape>) {
    const boxes: Bbox[] = [];
    let bounds: Bbox | null = null;
    for (const { code, wkb } of villages) {
      this.#known.add(code);
      if (!wkb) continue;
      const shape = decodeWkb(Buffer.from(wkb));
      const box = bboxOf(shape);
      if (!box) continue;
      boxes.push(box);
      this.#codes.push(code);
      this.#shapes.push(wkb);
      this.#middles.set(code, centroid(shape));
      bounds = bounds
        ? [
            Math.min(bounds[0], box[0]),
            Math.min(bounds[1], box[1]),
            Math.max(bounds[2], box[2]),
            Math.max(bounds[3], box[3]),
          ]
        : box;
    }
    this.bounds = bounds;
    this.#boxes = boxes.length === 0 ? null : new Flatbush(boxes.length);
    for (const box of boxes) this.#boxes!.add(...box);
    this.#boxes?.finish();
  }

  has(code: string): boolean {
    return this.#known.has(code);
  }

  /** [lon, lat] of the centre of gravity of a village that is drawn. */
  middleOf(code: string): readonly [number, number] | undefined {
    return this.#middles.get(code);
  }

  /** The village that a point lies in; null for none. */
  villageAt([lon, lat]: readonly [number, number]): string | null {
    for (const at of this.#boxes?.search(lon, lat, lon, lat) ?? []) {
      const shape = decodeWkb(Buffer.from(this.#shapes[at]!));
      const isInside = shape.coordinates
        .flat()
        .reduce((inside, ring) => inside !== isInRing(ring, lon, lat), false);
      if (isInside) return this.#codes[at]!;
    }
    return null;
  }
}

function centroid({ coordinates }: MultiPolygon): [number, number] {
  let [area, x, y] = [0, 0, 0];
  for (const ring of coordinates.flat())
    for (let at = 0; at + 1 < ring.length; at++) {
      const [ax, ay] = ring[at] as [number, number];
      const [bx, by] = ring[at + 1] as [number, number];
      const twice = ax * by - bx * ay;
      area += twice;
      x += (ax + bx) * twice;
      y += (ay + by) * twice;
    }
  if (area === 0) return coordinates[0]![0]![0] as [number, number];
  return [x / (3 * area), y / (3 * area)];
}
