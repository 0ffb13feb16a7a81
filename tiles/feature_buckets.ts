// Features sorted into buckets, each a part of a zoom, between the batch that cut them and the tile that holds them.

import { ByteList } from "./buffers.ts";
import type { FeatureParts } from "./prefix.ts";

/** Buckets per zoom; the tiles of one bucket are made at a time. */
const BUCKETS_PER_ZOOM = 16;

/** Bytes of a record before its code, name and geometry: x, y, idx and three lengths. */
const RECORD_HEAD = 24;

/** The features of one tile, in order of idx. */
export interface TileFeatures {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly features: FeatureParts[];
}

/** The zoom of a bucket. */
const zoomOf = (bucket: number): number => Math.floor(bucket / BUCKETS_PER_ZOOM);

/** Collects the features of one batch by bucket. */
export class BucketedFeatures {
  readonly #buckets = new Map<number, ByteList>();

  /** Takes one feature of one tile; copies all it keeps. */
  add(z: number, x: number, y: number, feature: FeatureParts): void {
    const bucket = z * BUCKETS_PER_ZOOM + ((Math.imul(x, 5) + Math.imul(y, 11)) & (BUCKETS_PER_ZOOM - 1));
    let records = this.#buckets.get(bucket);
    if (!records) this.#buckets.set(bucket, (records = new ByteList()));
    records.uint32(x);
    records.uint32(y);
    records.uint32(feature.idx);
    records.uint32(feature.code.length);
    records.uint32(feature.name.length);
    records.uint32(feature.geometry.length);
    records.bytes(feature.code);
    records.bytes(feature.name);
    records.bytes(feature.geometry);
  }

  /** Every bucket with its records, rising. */
  buckets(): { readonly bucket: number; readonly records: Buffer }[] {
    return [...this.#buckets]
      .map(([bucket, records]) => ({ bucket, records: records.view() }))
      .sort((a, b) => a.bucket - b.bucket);
  }
}

/** The tiles of a bucket from its records of all batches; throws when a tile got an idx twice. */
export function groupByTile(bucket: number, records: Buffer): TileFeatures[] {
  const z = zoomOf(bucket);
  const tiles = new Map<number, TileFeatures>();
  for (let at = 0; at < records.length;) {
    const field = (i: number): number => records.readUInt32LE(at + 4 * i);
    const [x, y, idx] = [field(0), field(1), field(2)];
    const code = at + RECORD_HEAD;
    const name = code + field(3);
    const geometry = name + field(4);
    const end = geometry + field(5);
    const tile = tiles.get(x * 2 ** z + y) ?? { z, x, y, features: [] };
    tiles.set(x * 2 ** z + y, tile);
    tile.features.push({
      idx,
      code: records.subarray(code, name),
      name: records.subarray(name, geometry),
      geometry: records.subarray(geometry, end),
    });
    at = end;
  }
  for (const { features, x, y } of tiles.values()) {
    features.sort((a, b) => a.idx - b.idx);
    features.forEach(({ idx }, k) => {
      if (k > 0 && features[k - 1]!.idx === idx)
        throw new RangeError(`tile ${z}/${x}/${y} got area ${idx} twice: an area belongs to one batch, once`);
    });
  }
  return [...tiles.values()].sort((a, b) => a.x - b.x || a.y - b.y);
}
