// Well-known binary (OGC 06-103r4), the form in which geometry goes to and from PostGIS and lies in GeoPackages.

import type { Geometry, MultiPolygon, Position } from "geojson";

const POINT = 1;
const LINE_STRING = 2;
const POLYGON = 3;
const MULTI_POINT = 4;
const MULTI_POLYGON = 6;
/** Flags of PostGIS' extended form: an SRID follows the type; positions have Z, M. */
const HAS_SRID = 0x20000000;
const HAS_Z = 0x80000000;
const HAS_M = 0x40000000;

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

/** Encodes a LineString as little-endian WKB without SRID. */
export function encodeLine(line: readonly (readonly [number, number])[]): Buffer {
  const out = Buffer.allocUnsafe(9 + 16 * line.length);
  out.writeUInt8(1, 0);
  out.writeUInt32LE(LINE_STRING, 1);
  out.writeUInt32LE(line.length, 5);
  for (const [at, [x, y]] of line.entries()) {
    out.writeDoubleLE(x, 9 + 16 * at);
    out.writeDoubleLE(y, 17 + 16 * at);
  }
  return out;
}

/** The positions of a LineString. */
export function decodeLine(bytes: Uint8Array): Position[] {
  const reader = new WkbReader(bytes);
  const type = reader.type();
  if (type !== LINE_STRING) throw new RangeError(`WKB of type ${type} is no LineString`);
  return reader.positions();
}

/** Reads bytes of WKB from the first to the last. */
class WkbReader {
  at = 0;
  readonly #view: DataView;
  #isLittle = true;
  /** Bytes of a position beyond x and y. */
  #extraBytes = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Type of the geometry that begins here, ISO or extended; byte order and dimensions hold for what follows. */
  type(): number {
    this.#isLittle = this.#view.getUint8(this.at) === 1;
    const flagged = this.#view.getUint32(this.at + 1, this.#isLittle);
    this.at += flagged & HAS_SRID ? 9 : 5;
    const iso = flagged & 0xffff;
    const isoDimensions = Math.floor(iso / 1000);
    const extra =
      (isoDimensions === 3 ? 2 : isoDimensions ? 1 : 0) +
      (flagged & HAS_Z ? 1 : 0) +
      (flagged & HAS_M ? 1 : 0);
    this.#extraBytes = extra * 8;
    return iso % 1000;
  }

  /** Whether positions lie in the bytes as pairs of little-endian float64. */
  get isPlain(): boolean {
    return this.#isLittle && this.#extraBytes === 0;
  }

  count(): number {
    this.at += 4;
    return this.#view.getUint32(this.at - 4, this.#isLittle);
  }

  position(): [number, number] {
    const { at } = this;
    this.at += 16 + this.#extraBytes;
    return [this.#view.getFloat64(at, this.#isLittle), this.#view.getFloat64(at + 8, this.#isLittle)];
  }

  positions(): Position[] {
    const ring: Position[] = [];
    for (let left = this.count(); left > 0; left--) ring.push(this.position());
    return ring;
  }

  /** What `read` returns for each of the parts that are counted here. */
  parts<T>(read: () => T): T[] {
    const parts: T[] = [];
    for (let left = this.count(); left > 0; left--) parts.push(read());
    return parts;
  }
}

/**
 * Walks little-endian WKB of a Polygon or MultiPolygon in two dimensions: calls `polygon` before each of its polygons and
 * `ring` with the coordinates of each ring, float64 pairs as they lie in `bytes`; throws a TypeError on anything else.
 */
export function walkWkb(bytes: Buffer, polygon: () => void, ring: (positions: Buffer) => void): void {
  const reader = new WkbReader(bytes);
  const type = reader.type();
  if (type !== POLYGON && type !== MULTI_POLYGON)
    throw new TypeError(`wkb holds geometry type ${type}: expected Polygon (3) or MultiPolygon (6)`);
  if (!reader.isPlain)
    throw new TypeError("wkb is big endian or has Z or M: ask PostGIS for NDR in two dimensions");
  const rings = (): void => {
    polygon();
    for (let left = reader.count(); left > 0; left--) {
      const size = 16 * reader.count();
      ring(bytes.subarray(reader.at, reader.at + size));
      reader.at += size;
    }
  };
  if (type === POLYGON) return rings();
  for (let left = reader.count(); left > 0; left--) {
    reader.type();
    rings();
  }
}

/** Geometry of ISO or extended WKB, Z and M left out; null for an empty point; throws on lines, curves and bytes that end early. */
export function decodeGeometry(bytes: Uint8Array): Geometry | null {
  return readGeometry(new WkbReader(bytes));
}

function readGeometry(reader: WkbReader): Geometry | null {
  const type = reader.type();
  if (type === POINT) {
    const coordinates = reader.position();
    return Number.isNaN(coordinates[0]) ? null : { type: "Point", coordinates };
  }
  if (type === POLYGON) return { type: "Polygon", coordinates: reader.parts(() => reader.positions()) };
  if (type === MULTI_POINT || type === MULTI_POLYGON) {
    const parts = reader.parts(() => readGeometry(reader));
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
}

/** MultiPolygon of WKB of a Polygon or MultiPolygon; throws a TypeError on any other. */
export function decodeWkb(bytes: Uint8Array): MultiPolygon {
  const geometry = decodeGeometry(bytes);
  if (geometry?.type === "MultiPolygon") return geometry;
  if (geometry?.type === "Polygon") return { type: "MultiPolygon", coordinates: [geometry.coordinates] };
  throw new TypeError(`wkb holds a ${geometry?.type ?? "empty point"}: expected Polygon or MultiPolygon`);
}
