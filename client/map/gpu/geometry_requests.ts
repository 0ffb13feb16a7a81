// Asks the worker for the triangles of a tile.

import type { ShapeReply, ShapeRequest } from "./geometry_worker.ts";
import type { TileShape } from "./tile_geometry.ts";

interface Waiting {
  resolve(shape: TileShape | null): void;
  reject(reason: Error): void;
}

let worker: Worker | null = null;
let asked = 0;
const waiting = new Map<number, Waiting>();

function start(): Worker {
  const started = new Worker(new URL("./geometry_worker.ts", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data }: MessageEvent<ShapeReply>) => {
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
export function makeShape(bytes: Uint8Array<ArrayBuffer>): Promise<TileShape | null> {
  worker ??= start();
  const id = asked++;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker!.postMessage({ id, bytes } satisfies ShapeRequest);
  });
}
