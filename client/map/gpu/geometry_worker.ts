// Reads the areas of tiles and cuts them into triangles, away from the page's own thread.

import { readTileGeometry } from "./read_geometry.ts";
import type { TileGeometry } from "./tile_geometry.ts";

export interface GeometryRequest {
  readonly id: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type GeometryReply =
  | { readonly id: number; readonly shape: TileGeometry | null }
  | { readonly id: number; readonly failure: string };

interface WorkerSide {
  onmessage: ((event: MessageEvent<GeometryRequest>) => void) | null;
  postMessage(reply: GeometryReply, moved: Transferable[]): void;
}

const side = globalThis as unknown as WorkerSide;

side.onmessage = ({ data: { id, bytes } }) => {
  try {
    const shape = readTileGeometry(bytes);
    const moved = shape ? [shape.vertices, shape.triangles.buffer, shape.borders.buffer] : [];
    side.postMessage({ id, shape }, moved);
  } catch (error) {
    side.postMessage({ id, failure: String(error) }, []);
  }
};
