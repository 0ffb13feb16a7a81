// Decodes well-known binary as other programs write it: either byte order, Z and M left out, points and polygons.

import type { Geometry, Position } from "geojson";

const POINT = 1;
const POLYGON = 3;
const MULTI_POINT = 4;
const MULTI_POLYGON = 6;

/** Decodes ISO or extended WKB; null for an empty point; throws on lines, curves and bytes that end early. */
export function decodeGeometry(bytes: Uint8Array): Geometry | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;

  const geometry = (): Geometry | null => {
    const isLittle = view.getUint8(at) === 1;
    const flagged = view.getUint32(at + 1, isLittle);
    at += flagged & 0x20000000 ? 9 : 5;
    const iso = flagged & 0xffff;
    const type = iso % 1000;
    const isoDimensions = Math.floor(iso / 1000);
    const extra =
      (isoDimensions === 3 ? 2 : isoDimensions ? 1 : 0) +
      (flagged & 0x80000000 ? 1 : 0) +
      (flagged & 0x40000000 ? 1 : 0);

    const count = (): number => {
      const value = view.getUint32(at, isLittle);
      at += 4;
      return value;
    };
    const position = (): Position => {
      const value = [view.getFloat64(at, isLittle), view.getFloat64(at + 8, isLittle)];
      at += 16 + extra * 8;
      return value;
    };
    const many = <T>(read: () => T): T[] => {
      const length = count();
      const items: T[] = [];
      for (let i = 0; i < length; i++) items.push(read());
      return items;
    };

    if (type === POINT) {
      const coordinates = position();
      return Number.isNaN(coordinates[0]) ? null : { type: "Point", coordinates };
    }
    if (type === POLYGON) return { type: "Polygon", coordinates: many(() => many(position)) };
    if (type === MULTI_POINT || type === MULTI_POLYGON) {
      const parts = many(geometry);
      return type === MULTI_POINT
        ? {
            type: "MultiPoint",
            coordinates: parts.flatMap((part) => (part?.type === "Point" ? [part.coordinates] : [])),
          }
        : {
            type: "MultiPolygon",
            coordinates: parts.flatMap((part) => (part?.type === "Polygon" ? [part.coordinates] : [])),
          };
    }
    throw new TypeError(`geometry type ${type} is neither point nor polygon`);
  };

  return geometry();
}
