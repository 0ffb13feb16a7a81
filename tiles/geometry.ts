// Polygons of one tile → the command integers of the Mapbox Vector Tile specification 2.1, section 4.3.

import { EXTENT } from "./grid.ts";
import type { ByteList } from "./buffers.ts";
import type { Polygon } from "./polygons.ts";

const MOVE_TO_ONE = (1 << 3) | 1;
const LINE_TO = 2;
const CLOSE_PATH = (1 << 3) | 7;

const zigzag = (value: number): number => (value << 1) ^ (value >> 31);

/** Appends the geometry of polygons given in global tile coordinates, for the tile in column x and row y. */
export function writeGeometry(out: ByteList, polygons: readonly Polygon[], x: number, y: number): void {
  let penX = x * EXTENT;
  let penY = y * EXTENT;
  for (const polygon of polygons)
    for (const ring of polygon) {
      out.varint(MOVE_TO_ONE);
      for (let i = 0; i < ring.length; i += 2) {
        if (i === 2) out.varint(((ring.length / 2 - 1) << 3) | LINE_TO);
        out.varint(zigzag(ring[i]! - penX));
        out.varint(zigzag(ring[i + 1]! - penY));
        penX = ring[i]!;
        penY = ring[i + 1]!;
      }
      out.varint(CLOSE_PATH);
    }
}
