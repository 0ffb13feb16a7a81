// Areas of a level → all its tiles, zoom by zoom: the pipeline, stage after stage.

import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";
import type { Progress } from "#domain/dataset";
import { cutIntoTiles } from "./clip.ts";
import { readCoverage } from "./coverage.ts";
import { writeGeometry } from "./geometry.ts";
import { MAX_GRID_ZOOM } from "./grid.ts";
import { ByteList } from "./growing.ts";
import { mendJunctions } from "./junctions.ts";
import { assembleRing, smallestPolygon, soundPolygon, type Polygon } from "./polygons.ts";
import { PREFIX_DEFLATE, writePrefix } from "./prefix.ts";
import { quantiseArcs } from "./quantise.ts";
import { weighArcs } from "./simplify.ts";
import { TileSpool, type TileFeatures } from "./spool.ts";
import type { TileArea, TileGeometry } from "./tile.ts";
import { buildTopology } from "./topology.ts";

/** Areas to cut, with the areas around them, which only tell where borders meet and are not cut. */
export interface AreasInSurroundings {
  readonly own: readonly TileArea[];
  /** At least every area that touches one of `own`. */
  readonly around: readonly TileArea[];
}

/** A list alone is a batch that nothing outside it touches: a whole level, or an island of it. */
export type TileBatch = readonly TileArea[] | AreasInSurroundings;

export interface CutOptions {
  /** Name of the layer in the tiles. */
  readonly layer: string;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Every area is an own one of exactly one batch; how they are divided does not change the tiles. */
  readonly batches: Iterable<TileBatch> | AsyncIterable<TileBatch>;
  /** Bytes of encoded features held in memory; what is more waits in temporary files. Default 256 MiB. */
  readonly memoryBytes?: number;
  readonly onProgress?: Progress;
}

/** Least weight of a vertex in square tile coordinates: 16 is a quarter of a square pixel of a 512 px tile. */
const TOLERANCE = 16;

/** The same at a level's highest zoom, which is also seen enlarged. */
const TOLERANCE_AT_MAX_ZOOM = 1;

/** Tiles compressed at a time, on the threads of libuv. */
const TILES_AT_A_TIME = 64;

const deflate = promisify(deflateRaw);

/** Takes one feature of one tile. */
type TakeFeature = TileSpool["add"];

/** Cuts the own areas of one batch into features of tiles, zoom after zoom. An area without any position gives none. */
export function cutBatch(
  batch: AreasInSurroundings,
  minZoom: number,
  maxZoom: number,
  take: TakeFeature,
): void {
  const own = batch.own.length;
  const read = readCoverage([...batch.own, ...batch.around]);
  const coverage = mendJunctions(read, buildTopology(read));
  const { polygonStart, areaStart, anchors } = coverage;
  const topology = buildTopology(coverage, polygonStart[areaStart[own]!]!);
  const { ringArcs, ringArcStart } = topology;
  const arcs = weighArcs(topology, coverage.vertices);
  const texts = batch.own.map(({ code, name }) => ({ code: Buffer.from(code), name: Buffer.from(name) }));
  const geometry = new ByteList();

  for (let z = minZoom; z <= maxZoom; z++) {
    const quantised = quantiseArcs(arcs, z, z === maxZoom ? TOLERANCE_AT_MAX_ZOOM : TOLERANCE);
    for (let area = 0; area < own; area++) {
      if (anchors[2 * area]! < 0) continue;
      const polygons: Polygon[] = [];
      for (let p = areaStart[area]!; p < areaStart[area + 1]!; p++) {
        const rings = [];
        for (let r = polygonStart[p]!; r < polygonStart[p + 1]!; r++)
          rings.push(assembleRing(quantised, ringArcs, ringArcStart[r]!, ringArcStart[r + 1]!));
        const sound = soundPolygon(rings);
        if (sound) polygons.push(sound);
      }
      let tiles = 0;
      const emit = (x: number, y: number, parts: readonly Polygon[]): void => {
        tiles++;
        geometry.length = 0;
        writeGeometry(geometry, parts, x, y);
        take(z, x, y, { idx: batch.own[area]!.idx, ...texts[area]!, geometry: geometry.view() });
      };
      if (polygons.length > 0) cutIntoTiles(polygons, z, emit);
      if (tiles > 0) continue;
      const shift = MAX_GRID_ZOOM - z;
      const smallest = smallestPolygon(
        anchors[2 * area]! >> shift,
        anchors[2 * area + 1]! >> shift,
        2 ** (12 + z),
      );
      cutIntoTiles([smallest], z, emit);
    }
  }
}

/** Puts the features of one tile together and compresses them. */
async function packTile(layer: string, { z, x, y, features }: TileFeatures): Promise<TileGeometry> {
  const prefix = writePrefix(layer, features);
  return {
    z,
    x,
    y,
    idx: Uint32Array.from(features, ({ idx }) => idx),
    prefixLength: prefix.length,
    prefixCrc: crc32(prefix),
    prefixDeflated: await deflate(prefix, PREFIX_DEFLATE),
  };
}

/**
 * Cuts a level into tiles for every zoom from `minZoom` to `maxZoom` and gives them in lists, lowest zoom first.
 *
 * Every area that has a position is in some tile at every zoom. Throws on zooms outside 0–18, on a coordinate that is
 * no number, and on an area that two batches own.
 */
export async function* cutLevel(options: CutOptions): AsyncGenerator<TileGeometry[]> {
  const { layer, minZoom, maxZoom, batches, onProgress } = options;
  if (!(minZoom >= 0 && minZoom <= maxZoom && maxZoom <= MAX_GRID_ZOOM))
    throw new RangeError(`zooms ${minZoom}–${maxZoom}: must be rising and within 0–${MAX_GRID_ZOOM}`);
  const spool = new TileSpool(options.memoryBytes ?? 2 ** 28);
  try {
    let areas = 0;
    for await (const batch of batches) {
      const surroundings = "own" in batch ? batch : { own: batch, around: [] };
      cutBatch(surroundings, minZoom, maxZoom, (z, x, y, feature) => spool.add(z, x, y, feature));
      areas += surroundings.own.length;
      onProgress?.({ what: `cut ${layer}`, done: areas, total: null });
    }
    let tiles = 0;
    for (const bucket of spool.drain())
      for (let from = 0; from < bucket.length; from += TILES_AT_A_TIME) {
        const packed = await Promise.all(
          bucket.slice(from, from + TILES_AT_A_TIME).map((tile) => packTile(layer, tile)),
        );
        tiles += packed.length;
        yield packed;
        onProgress?.({ what: `pack ${layer}`, done: tiles, total: null });
      }
  } finally {
    spool.close();
  }
}
