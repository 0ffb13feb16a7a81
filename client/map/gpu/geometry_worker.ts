// The worker that reads the areas of tiles and cuts them into triangles.

import { readTileGeometry } from "./read_geometry.ts";
import type { TileGeometry } from "./tile_geometry.ts";

export interface GeometryRequest {
  readonly id: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type GeometryReply =
  | { readonly id: number; readonly geometry: TileGeometry | null }
  | { readonly id: number; readonly failure: string };

interface WorkerScope {
  onmessage: ((event: MessageEvent<GeometryRequest>) => void) | null;
  postMessage(reply: GeometryReply, transferred: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data: { id, bytes } }) => {
  try {
    const geometry = readTileGeometry(bytes);
    const transferred = geometry
      ? [geometry.vertices, geometry.triangles.buffer, geometry.borders.buffer]
      : [];
    scope.postMessage({ id, geometry }, transferred);
  } catch (error) {
    scope.postMessage({ id, failure: String(error) }, []);
  }
};
