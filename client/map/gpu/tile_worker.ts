// Cuts the areas of tiles into triangles, away from the page's own thread.

import { readTileShape } from "./tile_shape.ts";
import type { TileShape } from "./tile_shape.ts";

export interface ShapeRequest {
  readonly id: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type ShapeReply =
  | { readonly id: number; readonly shape: TileShape | null }
  | { readonly id: number; readonly failure: string };

interface WorkerSide {
  onmessage: ((event: MessageEvent<ShapeRequest>) => void) | null;
  postMessage(reply: ShapeReply, moved: Transferable[]): void;
}

const side = globalThis as unknown as WorkerSide;

side.onmessage = ({ data: { id, bytes } }) => {
  try {
    const shape = readTileShape(bytes);
    side.postMessage({ id, shape }, shape ? [shape.vertices, shape.triangles.buffer] : []);
  } catch (error) {
    side.postMessage({ id, failure: String(error) }, []);
  }
};
