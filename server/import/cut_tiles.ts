// Cuts the tiles of every level into a temporary file, ready to be written at once.

import type { Progress } from "#domain/dataset";
import { pickText } from "#domain/text";
import { decodeWkb } from "#sql/wkb";
import { cutLevel } from "#tiles/cut";
import type { LevelZoom, TileArea, TileGeometry } from "#tiles/tile";
import { zoomsOfLevel } from "#tiles/zooms";
import type { NumberedLevel } from "./number_areas.ts";
import type { Spill } from "./spill.ts";

/** Most geometry handed to the tile engine at once. */
const BATCH_BYTES = 8 << 20;
const HEADER_BYTES = 24;

export interface CutLevel {
  readonly id: string;
  readonly zoom: LevelZoom;
  /** Records of the temporary file. */
  readonly records: readonly number[];
}

/** Areas of a level that are drawn, by idx, in batches. */
function* tileAreas(level: NumberedLevel, language: string): Generator<TileArea[]> {
  let batch: TileArea[] = [];
  let bytes = 0;
  for (let idx = 0; idx < level.codes.length; idx++) {
    const wkb = level.wkb(idx);
    if (!wkb) continue;
    batch.push({
      idx,
      code: level.codes[idx]!,
      name: pickText(level.names[idx]!, language),
      geometry: decodeWkb(wkb),
    });
    bytes += wkb.length;
    if (bytes >= BATCH_BYTES) {
      yield batch;
      batch = [];
      bytes = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

/** Cuts every level at the zooms its density asks for. */
export async function cutTiles(
  levels: readonly NumberedLevel[],
  language: string,
  spill: Spill,
  onProgress: Progress,
): Promise<CutLevel[]> {
  const cut: CutLevel[] = [];
  for (const level of levels) {
    const zoom = zoomsOfLevel(level.bboxes.filter((bbox) => bbox !== null).map((bbox) => ({ bbox })));
    const records: number[] = [];
    const { minZoom, maxZoom } = zoom;
    for await (const tiles of cutLevel({
      layer: level.id,
      minZoom,
      maxZoom,
      batches: tileAreas(level, language),
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
export interface TileRow {
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
