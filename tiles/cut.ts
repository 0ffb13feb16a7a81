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
import { alone, startThreads } from "./worker_pool.ts";
import type { TileGeometry } from "./tile.ts";

/** Raise it whenever the same areas give other bytes, or files of an earlier cutting would be taken for those of this one. */
const ENGINE_VERSION = 1;

export interface CutOptions {
  /** Name of the layer in the tiles. */
  readonly layer: string;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Every area is an own one of exactly one batch; how they are divided does not change the tiles. */
  readonly batches: Iterable<TileBatch> | AsyncIterable<TileBatch>;
  /** Areas in all batches, for progress; null while unknown. */
  readonly total?: number | null;
  /** Threads to cut on; 1, the default, is the calling one. */
  readonly threads?: number;
  /** Where finished steps are kept and found again; without it they are in a temporary place and removed at the end. */
  readonly folder?: string;
  readonly onProgress?: Progress;
}

/** Names a batch by all that its features depend on. */
function nameOf({ areas, own }: TileBatch, { minZoom, maxZoom }: CutOptions): string {
  const { idx, codes, names, positions, ringStart, polygonStart, areaStart } = areas;
  const hash = createHash("sha256").update(
    JSON.stringify([ENGINE_VERSION, minZoom, maxZoom, own, codes, names]),
  );
  for (const numbers of [idx, positions, ringStart, polygonStart, areaStart]) hash.update(numbers);
  return hash.digest("hex");
}

/**
 * Cuts a level into tiles for every zoom from `minZoom` to `maxZoom` and gives them in lists, lowest zoom first.
 *
 * Every area that has a position is in some tile at every zoom. Cutting anew into the `folder` of a run that was killed does
 * only what that one had not finished. Throws on zooms outside 0–18, on a coordinate that is no number, and on an area
 * that two batches own. Batches are given away: their memory passes to the threads.
 */
export async function* cutLevel(options: CutOptions): AsyncGenerator<TileGeometry[]> {
  const { layer, minZoom, maxZoom, batches, total = null, onProgress } = options;
  if (!(minZoom >= 0 && minZoom <= maxZoom && maxZoom <= MAX_GRID_ZOOM))
    throw new RangeError(`zooms ${minZoom}–${maxZoom}: must be rising and within 0–${MAX_GRID_ZOOM}`);
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "village-lens-tiles-"));
  const { threads = 1 } = options;
  const crew = threads > 1 ? startThreads(threads) : alone;
  const ahead = crew.size > 1 ? crew.size + 1 : 1;
  try {
    await mkdir(folder, { recursive: true });
    const all = createHash("sha256").update(JSON.stringify([ENGINE_VERSION, layer]));
    const files: string[] = [];
    let areas = 0;
    const cut = inOrder(batches, ahead, async (batch) => {
      const name = nameOf(batch, options);
      const file = join(folder, `${name}.features`);
      await crew.do({ kind: "cut", file, minZoom, maxZoom, batch });
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
      await crew.do({ kind: "pack", file, layer, bucket, parts });
      return file;
    });
    for await (const file of packed) {
      yield await readTiles(file);
      if (!options.folder) rmSync(file);
      onProgress?.({ what: `pack ${layer}`, done: ++done, total: rising.length });
    }
  } finally {
    await crew.end();
    if (!options.folder) rmSync(folder, { recursive: true, force: true });
  }
}

/** Gives the results of `work` in the order of `items`, with up to `ahead` under way at a time. */
async function* inOrder<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  ahead: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const waiting: Promise<R>[] = [];
  try {
    for await (const item of items) {
      const result = work(item);
      // A rejection is met when its turn comes, or below.
      result.catch(() => undefined);
      waiting.push(result);
      if (waiting.length >= ahead) yield await waiting.shift()!;
    }
    while (waiting.length > 0) yield await waiting.shift()!;
  } finally {
    await Promise.allSettled(waiting);
  }
}
