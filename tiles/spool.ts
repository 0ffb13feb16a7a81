// Holds the features of all tiles until a tile is complete: in memory, and in files when that is full.

import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ByteList } from "./growing.ts";
import type { FeatureParts } from "./prefix.ts";

/** Buckets per zoom; a bucket is what is put together at a time. */
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

interface Bucket {
  readonly z: number;
  readonly records: ByteList;
}

/** Collects features by tile. Close it, or its files stay. */
export class TileSpool {
  readonly #buckets = new Map<number, Bucket>();
  readonly #limit: number;
  #held = 0;
  #folder: string | null = null;

  /** `limit` is how many bytes it holds in memory. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Takes one feature of one tile; copies all it keeps. */
  add(z: number, x: number, y: number, feature: FeatureParts): void {
    const key = z * BUCKETS_PER_ZOOM + ((Math.imul(x, 5) + Math.imul(y, 11)) & (BUCKETS_PER_ZOOM - 1));
    let bucket = this.#buckets.get(key);
    if (!bucket) this.#buckets.set(key, (bucket = { z, records: new ByteList() }));
    const { records } = bucket;
    const before = records.length;
    records.uint32(x);
    records.uint32(y);
    records.uint32(feature.idx);
    records.uint32(feature.code.length);
    records.uint32(feature.name.length);
    records.uint32(feature.geometry.length);
    records.bytes(feature.code);
    records.bytes(feature.name);
    records.bytes(feature.geometry);
    this.#held += records.length - before;
    if (this.#held > this.#limit) this.#spill();
  }

  #spill(): void {
    this.#folder ??= mkdtempSync(join(tmpdir(), "village-lens-tiles-"));
    for (const [key, { records }] of this.#buckets) {
      appendFileSync(join(this.#folder, String(key)), records.view());
      records.length = 0;
    }
    this.#held = 0;
  }

  /** Gives all tiles, bucket by bucket from the lowest zoom on, and forgets them; throws when a tile got an idx twice. */
  *drain(): Generator<TileFeatures[]> {
    for (const key of [...this.#buckets.keys()].sort((a, b) => a - b)) {
      const { z, records } = this.#buckets.get(key)!;
      const file = this.#folder && join(this.#folder, String(key));
      const spilled = file && existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
      if (file) rmSync(file, { force: true });
      this.#buckets.delete(key);
      yield groupByTile(z, Buffer.concat([spilled, records.view()]));
    }
  }

  /** Removes the files. */
  close(): void {
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }
}

function groupByTile(z: number, records: Buffer): TileFeatures[] {
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
