// The two tasks of cutting a level, each from plain data to one file: any thread can run one, and none is run twice.

import { existsSync } from "node:fs";
import { open, readFile, rename, writeFile } from "node:fs/promises";
import { threadId } from "node:worker_threads";
import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";
import { cutBatch } from "./cut_batch.ts";
import type { TileBatch } from "./packed.ts";
import { PREFIX_DEFLATE, writePrefix } from "./prefix.ts";
import { BucketedFeatures, groupByTile, type TileFeatures } from "./feature_buckets.ts";
import type { TileGeometry } from "./tile.ts";

/** Cuts a batch into a file of features. */
export interface CutTask {
  readonly kind: "cut";
  readonly file: string;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly batch: TileBatch;
}

/** Makes the tiles of one bucket from the features of all batches, into a file of tiles. */
export interface PackTask {
  readonly kind: "pack";
  readonly file: string;
  readonly layer: string;
  readonly bucket: number;
  readonly parts: readonly FilePart[];
}

export type Task = CutTask | PackTask;

export interface FilePart {
  readonly file: string;
  readonly at: number;
  readonly length: number;
}

/** Tiles compressed at a time, on the threads of libuv. */
const TILES_AT_A_TIME = 64;
const TILE_HEAD = 28;

const deflate = promisify(deflateRaw);

/** Runs a task. The file appears whole or not at all; one that is there already is left as it is. */
export async function runTask(task: Task): Promise<void> {
  if (existsSync(task.file)) return;
  const parts = task.kind === "cut" ? cutFeatures(task) : await packTiles(task);
  const unfinished = `${task.file}.${process.pid}.${threadId}`;
  await writeFile(unfinished, parts);
  await rename(unfinished, task.file);
}

/** Features by bucket, after a table of contents: how many buckets, then number and bytes of each. */
function cutFeatures({ batch, minZoom, maxZoom }: CutTask): Buffer[] {
  const features = new BucketedFeatures();
  cutBatch(batch, minZoom, maxZoom, (z, x, y, feature) => features.add(z, x, y, feature));
  const buckets = features.buckets();
  const contents = Uint32Array.from([
    buckets.length,
    ...buckets.flatMap(({ bucket, records }) => [bucket, records.length]),
  ]);
  return [Buffer.from(contents.buffer), ...buckets.map(({ records }) => records)];
}

/** By bucket, where its records are in a file of features. */
export async function featureParts(file: string): Promise<Map<number, FilePart>> {
  const handle = await open(file);
  try {
    const count = (await handle.read(Buffer.alloc(4), 0, 4, 0)).buffer.readUInt32LE();
    const { buffer } = await handle.read(Buffer.alloc(8 * count), 0, 8 * count, 4);
    const parts = new Map<number, FilePart>();
    let at = 4 + 8 * count;
    for (let i = 0; i < count; i++) {
      const length = buffer.readUInt32LE(8 * i + 4);
      parts.set(buffer.readUInt32LE(8 * i), { file, at, length });
      at += length;
    }
    return parts;
  } finally {
    await handle.close();
  }
}

async function readParts(parts: readonly FilePart[]): Promise<Buffer> {
  const records = Buffer.allocUnsafe(parts.reduce((sum, { length }) => sum + length, 0));
  let to = 0;
  for (const { file, at, length } of parts) {
    const handle = await open(file);
    const { bytesRead } = await handle.read(records, to, length, at).finally(() => handle.close());
    if (bytesRead !== length)
      throw new RangeError(`${file} ends at ${at + bytesRead}: ${at + length} expected`);
    to += length;
  }
  return records;
}

async function packTiles({ layer, bucket, parts }: PackTask): Promise<Buffer[]> {
  const tiles = groupByTile(bucket, await readParts(parts));
  const packed: Buffer[] = [];
  for (let from = 0; from < tiles.length; from += TILES_AT_A_TIME) {
    const some = tiles.slice(from, from + TILES_AT_A_TIME);
    for (const tile of await Promise.all(some.map((tile) => packTile(layer, tile)))) packed.push(...tile);
  }
  return packed;
}

/** A tile as it lies in a file: z, x, y, features, prefix length, CRC and deflated length, then idx, then the prefix. */
async function packTile(layer: string, { z, x, y, features }: TileFeatures): Promise<Buffer[]> {
  const prefix = writePrefix(layer, features);
  const deflated = await deflate(prefix, PREFIX_DEFLATE);
  const head = [z, x, y, features.length, prefix.length, crc32(prefix), deflated.length];
  return [Buffer.from(Uint32Array.from([...head, ...features.map(({ idx }) => idx)]).buffer), deflated];
}

/** The tiles of a file that a pack task wrote. */
export async function readTiles(file: string): Promise<TileGeometry[]> {
  const bytes = await readFile(file);
  const tiles: TileGeometry[] = [];
  for (let at = 0; at < bytes.length;) {
    const field = (i: number): number => bytes.readUInt32LE(at + 4 * i);
    const idxEnd = at + TILE_HEAD + 4 * field(3);
    const end = idxEnd + field(6);
    tiles.push({
      z: field(0),
      x: field(1),
      y: field(2),
      idx: new Uint32Array(new Uint8Array(bytes.subarray(at + TILE_HEAD, idxEnd)).buffer),
      prefixLength: field(4),
      prefixCrc: field(5),
      prefixDeflated: bytes.subarray(idxEnd, end),
    });
    at = end;
  }
  return tiles;
}
