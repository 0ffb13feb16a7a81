// Reads the areas of a tile: Mapbox Vector Tile bytes → triangles, rings, boxes, borders.

import earcut from "earcut";
import { PbfReader } from "pbf";
import { bordersOf } from "./borders.ts";
import { EXTENT, VERTEX_BYTES } from "./tile_geometry.ts";
import type { TileGeometry } from "./tile_geometry.ts";

/** A feature as the bytes have it; its geometry is decoded later. */
interface Feature {
  /** Indexes into the static values. */
  code: number;
  name: number;
  /** Where its commands begin. */
  geometry: number;
}

interface Layer {
  readonly values: string[];
  readonly features: Feature[];
}

function readFeatureField(tag: number, feature: Feature, pbf: PbfReader): void {
  if (tag === 4) feature.geometry = pbf.pos;
  if (tag !== 2) return;
  const end = pbf.readVarint() + pbf.pos;
  while (pbf.pos < end) {
    const key = pbf.readVarint();
    const value = pbf.readVarint();
    if (key === 0) feature.code = value;
    else if (key === 1) feature.name = value;
  }
}

function readLayerField(tag: number, layer: Layer, pbf: PbfReader): void {
  if (tag === 2) layer.features.push(pbf.readMessage(readFeatureField, { code: -1, name: -1, geometry: -1 }));
  else if (tag === 4) layer.values.push(pbf.readMessage(readText, { text: "" }).text);
}

function readText(tag: number, value: { text: string }, pbf: PbfReader): void {
  if (tag === 1) value.text = pbf.readString();
}

/** Decodes the commands of a geometry ring by ring. */
class RingReader {
  readonly #pbf: PbfReader;
  readonly #end: number;
  #x = 0;
  #y = 0;

  constructor(pbf: PbfReader, at: number) {
    this.#pbf = pbf;
    pbf.pos = at;
    this.#end = pbf.readVarint() + pbf.pos;
  }

  /** The next ring as x, y, x, y, …; null at the end of the geometry. */
  next(): number[] | null {
    const pbf = this.#pbf;
    const ring: number[] = [];
    while (pbf.pos < this.#end) {
      const command = pbf.readVarint();
      if ((command & 7) === CLOSE) return ring;
      for (let left = command >> 3; left > 0; left--) {
        this.#x += pbf.readSVarint();
        this.#y += pbf.readSVarint();
        ring.push(this.#x, this.#y);
      }
    }
    return null;
  }
}
const CLOSE = 7;

/** Twice the area of a ring; above zero for an outer ring (specification, 4.3.4.4). */
function doubleArea(ring: readonly number[]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
    sum += ring[j]! * ring[i + 1]! - ring[i]! * ring[j + 1]!;
  return sum;
}

/** The geometry of a tile of one layer whose keys 0 and 1 are code and name (tiles/README.md); null when it has no areas. */
export function readTileGeometry(bytes: Uint8Array): TileGeometry | null {
  const pbf = new PbfReader(bytes);
  const layer: Layer = { values: [], features: [] };
  pbf.readFields((tag, into, reader) => {
    if (tag === 3) reader.readMessage(readLayerField, into);
  }, layer);
  const n = layer.features.length;
  if (n === 0) return null;
  const points: number[] = [];
  const owners: number[] = [];
  const triangles: number[] = [];
  const rings: number[] = [];
  const firstTriangle = new Uint32Array(n + 1);
  const firstRing = new Uint32Array(n + 1);
  const boxes = new Int16Array(4 * n);
  layer.features.forEach(({ geometry }, k) => {
    firstTriangle[k] = triangles.length / 3;
    firstRing[k] = rings.length;
    const box = [EXTENT * 2, EXTENT * 2, -EXTENT, -EXTENT];
    let polygon: number[] = [];
    let holes: number[] = [];
    const finish = (): void => {
      const base = owners.length - polygon.length / 2;
      for (const corner of earcut(polygon, holes)) triangles.push(base + corner);
      polygon = [];
      holes = [];
    };
    const reader = new RingReader(pbf, geometry);
    for (let ring = reader.next(); ring; ring = reader.next()) {
      if (doubleArea(ring) > 0) finish();
      else holes.push(polygon.length / 2);
      rings.push(owners.length);
      for (let at = 0; at < ring.length; at += 2) {
        const [x, y] = [ring[at]!, ring[at + 1]!];
        polygon.push(x, y);
        points.push(x, y);
        owners.push(k);
        box[0] = Math.min(box[0]!, x);
        box[1] = Math.min(box[1]!, y);
        box[2] = Math.max(box[2]!, x);
        box[3] = Math.max(box[3]!, y);
      }
    }
    finish();
    boxes.set(box, 4 * k);
  });
  firstTriangle[n] = triangles.length / 3;
  firstRing[n] = rings.length;
  rings.push(owners.length);
  const vertices = new ArrayBuffer(owners.length * VERTEX_BYTES);
  const positions = new Int16Array(vertices);
  const features = new Uint32Array(vertices);
  owners.forEach((owner, v) => {
    positions[4 * v] = points[2 * v]!;
    positions[4 * v + 1] = points[2 * v + 1]!;
    features[2 * v + 1] = owner;
  });
  const outlines = { vertices, rings: Uint32Array.from(rings), firstRing };
  return {
    ...outlines,
    codes: layer.features.map(({ code }) => layer.values[code] ?? ""),
    names: layer.features.map(({ name }) => layer.values[name] ?? ""),
    triangles: Uint32Array.from(triangles),
    firstTriangle,
    boxes,
    ...bordersOf(outlines),
  };
}
