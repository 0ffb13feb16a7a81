// Asks the worker for the triangles of a tile.

import type { GeometryReply, GeometryRequest } from "./geometry_worker.ts";
import type { TileGeometry } from "./tile_geometry.ts";

interface Waiting {
  resolve(shape: TileGeometry | null): void;
  reject(reason: Error): void;
}

let worker: Worker | null = null;
let figureRef = 0;
const waiting = new Map<number, Waiting>();

function start(): Worker {
  const started = new Worker(new URL("./geometry_worker.ts", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data }: MessageEvent<GeometryReply>) => {
    const asker = waiting.get(data.id);
    waiting.delete(data.id);
    if ("failure" in data) asker?.reject(new Error(data.failure));
    else asker?.resolve(data.shape);
  });
  started.addEventListener("error", ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(`the tile worker ended: ${message}`));
    waiting.clear();
    worker = null;
  });
  return started;
}

/** Makes the triangles of a tile in a worker; the bytes are copied. Rejects where they are no tile. */
export function requestGeometry(bytes: Uint8Array<ArrayBuffer>): Promise<TileGeometry | null> {
  worker ??= start();
  const id = figureRef++;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker!.postMessage({ id, bytes } satisfies GeometryRequest);
  });
}
