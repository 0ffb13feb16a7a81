// Requests to the worker that cuts tiles into triangles.

import type { GeometryReply, GeometryRequest } from "./geometry_worker.ts";
import type { TileGeometry } from "./tile_geometry.ts";

interface PendingRequest {
  resolve(geometry: TileGeometry | null): void;
  reject(reason: Error): void;
}

let worker: Worker | null = null;
let lastId = 0;
const pending = new Map<number, PendingRequest>();

function start(): Worker {
  const started = new Worker(new URL("./geometry_worker.ts", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data }: MessageEvent<GeometryReply>) => {
    const request = pending.get(data.id);
    pending.delete(data.id);
    if ("failure" in data) request?.reject(new Error(data.failure));
    else request?.resolve(data.geometry);
  });
  started.addEventListener("error", ({ message }) => {
    for (const { reject } of pending.values()) reject(new Error(`the tile worker ended: ${message}`));
    pending.clear();
    worker = null;
  });
  return started;
}

/** The geometry of a tile, computed in a worker from a copy of its bytes; rejects where they are no tile. */
export function requestGeometry(bytes: Uint8Array<ArrayBuffer>): Promise<TileGeometry | null> {
  worker ??= start();
  const id = ++lastId;
  return new Promise((resolve, reject) => {
    pending.set(id, { resolve, reject });
    worker!.postMessage({ id, bytes } satisfies GeometryRequest);
  });
}
