// A level → all its tiles: batches cut into files of features, these put together into tiles, on as many threads as there are.

import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Progress } from "#domain/progress";
import { MAX_GRID_ZOOM } from "./grid.ts";
import type { TileBatch } from "./packed.ts";
import { featureParts, readTiles, type FilePart } from "./tasks.ts";
import { inline, startWorkerPool } from "./worker_pool.ts";
import type { TileGeometry } from "./tile.ts";

/** Raise it whenever the same areas give other bytes; otherwise files of an earlier version would be taken for this one's. */
const ENGINE_VERSION = 1;

export interface CutOptions {
  /** Name of the layer in the tiles. */
  readonly layer: string;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Every area is cut in exactly one batch; how areas are divided into batches does not change the tiles. */
  readonly batches: Iterable<TileBatch> | AsyncIterable<TileBatch>;
  /** Areas in all batches, for progress; null while unknown. */
  readonly total?: number | null;
  /** Worker threads to cut on; with 1, the default, the calling thread does it. */
  readonly threads?: number;
  /** Where finished tasks are kept and found again; without it they are in a temporary place and removed at the end. */
  readonly folder?: string;
  readonly onProgress?: Progress;
}

/** SHA-256 of everything that the features of a batch depend on. */
function batchHash({ areas, own }: TileBatch, { minZoom, maxZoom }: CutOptions): string {
  const { idx, codes, names, positions, ringStart, polygonStart, areaStart } = areas;
  const hash = createHash("sha256").update(
    JSON.stringify([ENGINE_VERSION, minZoom, maxZoom, own, codes, names]),
  );
  for (const numbers of [idx, positions, ringStart, polygonStart, areaStart]) hash.update(numbers);
  return hash.digest("hex");
}

/**
 * The tiles of a level for every zoom from `minZoom` to `maxZoom`, in lists, lowest zoom first.
 *
 * Every area that has a position is in some tile at every zoom. A run into the `folder` of one that was killed does only
 * what that one had not finished. Throws on zooms outside 0–18, on a coordinate that is no number, and on an area
 * that two batches own. The memory of batches moves to the worker threads: do not use them afterwards.
 */
export async function* cutLevel(options: CutOptions): AsyncGenerator<TileGeometry[]> {
  const { layer, minZoom, maxZoom, batches, total = null, onProgress } = options;
  if (!(minZoom >= 0 && minZoom <= maxZoom && maxZoom <= MAX_GRID_ZOOM))
    throw new RangeError(`zooms ${minZoom}–${maxZoom}: must be rising and within 0–${MAX_GRID_ZOOM}`);
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "village-lens-tiles-"));
  const { threads = 1 } = options;
  const pool = threads > 1 ? startWorkerPool(threads) : inline;
  const ahead = pool.size > 1 ? pool.size + 1 : 1;
  try {
    await mkdir(folder, { recursive: true });
    const all = createHash("sha256").update(JSON.stringify([ENGINE_VERSION, layer]));
    const files: string[] = [];
    let areas = 0;
    const cut = inOrder(batches, ahead, async (batch) => {
      const name = batchHash(batch, options);
      const file = join(folder, `${name}.features`);
      await pool.run({ kind: "cut", file, minZoom, maxZoom, batch });
      return { name, file, own: batch.own };
    });
    for await (const { name, file, own } of cut) {
      files.push(file);
      all.update(name);
      areas += own;
      onProgress?.({ what: `cut ${layer}`, done: areas, total });
    }

    const buckets = new Map<number, FilePart[]>();
    for (const file of files)
      for (const [bucket, part] of await featureParts(file)) {
        const parts = buckets.get(bucket);
        if (parts) parts.push(part);
        else buckets.set(bucket, [part]);
      }
    const name = all.digest("hex");
    const rising = [...buckets].sort(([a], [b]) => a - b);
    let done = 0;
    const packed = inOrder(rising, ahead, async ([bucket, parts]) => {
      const file = join(folder, `${name}.${bucket}.tiles`);
      await pool.run({ kind: "pack", file, layer, bucket, parts });
      return file;
    });
    for await (const file of packed) {
      yield await readTiles(file);
      if (!options.folder) rmSync(file);
      onProgress?.({ what: `pack ${layer}`, done: ++done, total: rising.length });
    }
  } finally {
    await pool.close();
    if (!options.folder) rmSync(folder, { recursive: true, force: true });
  }
}

/** The results of `work` in the order of `items`, with up to `ahead` under way at a time. */
async function* inOrder<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  ahead: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const waiting: Promise<R>[] = [];
  try {
    for await (const item of items) {
      const result = work(item);
      // A rejection is thrown when its turn comes, or settled below.
      result.catch(() => undefined);
      waiting.push(result);
      if (waiting.length >= ahead) yield await waiting.shift()!;
    }
    while (waiting.length > 0) yield await waiting.shift()!;
  } finally {
    await Promise.allSettled(waiting);
  }
}
