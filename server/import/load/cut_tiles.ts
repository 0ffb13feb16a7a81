// Cuts the tiles of every level into a temporary file, ready to be written at once.

import { availableParallelism } from "node:os";
import type { Progress } from "#domain/progress";
import { cutLevel } from "#tiles/cut";
import type { LevelZoom, TileGeometry } from "#tiles/tile";
import { zoomsOfLevel } from "#tiles/zooms";
import type { NumberedLevel } from "#server/import/boundaries/number_areas";
import type { Spill } from "./spill.ts";
import { tileBatches } from "./tile_batches.ts";

/** From this many areas on threads are worth their start. */
const MANY_AREAS = 10_000;
const HEADER_BYTES = 24;

export interface CutLevel {
  readonly id: string;
  readonly zoom: LevelZoom;
  /** Records of the temporary file. */
  readonly records: readonly number[];
}

/** Cuts every level at the zooms its density asks for; `folder` keeps what a run had finished that was killed. */
export async function cutTiles(
  levels: readonly NumberedLevel[],
  language: string,
  spill: Spill,
  { folder, onProgress }: { readonly folder: string; readonly onProgress: Progress },
): Promise<CutLevel[]> {
  const cut: CutLevel[] = [];
  for (const level of levels) {
    const drawn = level.bboxes.filter((bbox) => bbox !== null);
    const zoom = zoomsOfLevel(drawn.map((bbox) => ({ bbox })));
    const records: number[] = [];
    const { minZoom, maxZoom } = zoom;
    for await (const tiles of cutLevel({
      layer: level.id,
      minZoom,
      maxZoom,
      batches: tileBatches(level, language),
      total: drawn.length,
      threads: drawn.length >= MANY_AREAS ? availableParallelism() : 1,
      folder,
      onProgress,
    }))
      for (const tile of tiles) records.push(spill.add(encodeTile(tile)));
    cut.push({ id: level.id, zoom, records });
  }
  return cut;
}

function encodeTile(tile: TileGeometry): Buffer {
  const head = new Uint32Array([tile.z, tile.x, tile.y, tile.idx.length, tile.prefixLength, tile.prefixCrc]);
  return Buffer.concat([
    Buffer.from(head.buffer),
    Buffer.from(tile.idx.buffer, tile.idx.byteOffset, tile.idx.byteLength),
    tile.prefixDeflated,
  ]);
}

/** A tile as a row of `tile.geometry`. */
interface TileRow {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly featureCount: number;
  readonly idx: Buffer;
  readonly prefixLength: number;
  readonly prefixCrc: number;
  readonly prefixDeflated: Buffer;
}

/** Decodes a record that cutTiles wrote. */
export function decodeTile(bytes: Buffer): TileRow {
  const at = (field: number): number => bytes.readUInt32LE(field * 4);
  const featureCount = at(3);
  const idxEnd = HEADER_BYTES + featureCount * 4;
  return {
    z: at(0),
    x: at(1),
    y: at(2),
    featureCount,
    idx: bytes.subarray(HEADER_BYTES, idxEnd),
    prefixLength: at(4),
    prefixCrc: at(5),
    prefixDeflated: bytes.subarray(idxEnd),
  };
}
