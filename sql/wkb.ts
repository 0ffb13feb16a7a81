// Well-known binary of MultiPolygons (OGC 06-103r4), the form in which geometry goes to and from PostGIS.

import type { MultiPolygon, Position } from "geojson";

const POLYGON = 3;
const MULTI_POLYGON = 6;
/** Flag of PostGIS' extended form: an SRID follows the type. */
const HAS_SRID = 0x20000000;

/** Encodes a MultiPolygon as little-endian WKB without SRID; coordinates are copied as they are, two per position. */
export function encodeWkb(geometry: MultiPolygon): Buffer {
  let size = 9;
  for (const polygon of geometry.coordinates) {
    size += 9;
    for (const ring of polygon) size += 4 + ring.length * 16;
  }
  const out = Buffer.allocUnsafe(size);
  let at = 0;
  const head = (type: number, count: number): void => {
    out.writeUInt8(1, at);
    out.writeUInt32LE(type, at + 1);
    out.writeUInt32LE(count, at + 5);
    at += 9;
  };
  head(MULTI_POLYGON, geometry.coordinates.length);
  for (const polygon of geometry.coordinates) {
    head(POLYGON, polygon.length);
    for (const ring of polygon) {
      out.writeUInt32LE(ring.length, at);
      at += 4;
      for (const position of ring) {
        out.writeDoubleLE(position[0]!, at);
        out.writeDoubleLE(position[1]!, at + 8);
        at += 16;
      }
    }
  }
  return out;
}

/**
 * Walks little-endian (E)WKB of a Polygon or MultiPolygon in two dimensions: calls `polygon` before each of its polygons and
 * `ring` with the coordinates of each ring, float64 pairs as they lie in `bytes`; throws on anything else.
 */
export function walkWkb(bytes: Buffer, polygon: () => void, ring: (positions: Buffer) => void): void {
  let at = 0;
  const head = (): { type: number; count: number } => {
    if (bytes.readUInt8(at) !== 1) throw new TypeError("wkb is big endian: ask PostGIS for NDR");
    const flagged = bytes.readUInt32LE(at + 1);
    at += flagged & HAS_SRID ? 9 : 5;
    const count = bytes.readUInt32LE(at);
    at += 4;
    return { type: flagged & 0xffff, count };
  };
  const rings = (count: number): void => {
    polygon();
    for (let i = 0; i < count; i++) {
      const end = at + 4 + 16 * bytes.readUInt32LE(at);
      ring(bytes.subarray(at + 4, end));
      at = end;
    }
  };
  const { type, count } = head();
  if (type === POLYGON) return rings(count);
  if (type !== MULTI_POLYGON)
    throw new TypeError(`wkb holds geometry type ${type}: expected Polygon (3) or MultiPolygon (6)`);
  for (let i = 0; i < count; i++) rings(head().count);
}

/** Decodes what `walkWkb` walks. */
export function decodeWkb(bytes: Buffer): MultiPolygon {
  const coordinates: Position[][][] = [];
  walkWkb(
    bytes,
    () => coordinates.push([]),
    (positions) =>
      coordinates
        .at(-1)!
        .push(
          Array.from({ length: positions.length / 16 }, (_, i) => [
            positions.readDoubleLE(16 * i),
            positions.readDoubleLE(16 * i + 8),
          ]),
        ),
  );
  return { type: "MultiPolygon", coordinates };
}
