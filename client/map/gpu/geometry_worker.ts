// Reads the areas of tiles and cuts them into triangles, away from the page's own thread.

import { readTileShape } from "./read_geometry.ts";
import type { TileShape } from "./tile_geometry.ts";

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
    const moved = shape ? [shape.vertices, shape.triangles.buffer, shape.borders.buffer] : [];
    side.postMessage({ id, shape }, moved);
  } catch (error) {
    side.postMessage({ id, failure: String(error) }, []);
  }
};
