// Types that the stages of the tile engine share.

import type { MultiPolygon } from "geojson";

/** One area of the level that is being cut. */
export interface TileArea {
  /** Dense number of the area within its level; the feature id. */
  readonly idx: number;
  readonly code: string;
  /** In the dataset's default language. */
  readonly name: string;
  /** [lon, lat] in degrees; rings closed. */
  readonly geometry: MultiPolygon;
}

/** The constant part of one tile, as stored in `tile.geometry`. */
export interface TileGeometry {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** idx of feature k. */
  readonly idx: Uint32Array;
  /** Bytes of the prefix before compression. */
  readonly prefixLength: number;
  /** CRC-32 of the prefix, unsigned. */
  readonly prefixCrc: number;
  /** Raw deflate of the prefix, ended by a full flush, so that more deflate may follow. */
  readonly prefixDeflated: Buffer;
}

/** One indicator in one period, by idx of the area. */
export interface TileColumn {
  readonly values: Float32Array;
  /** 0 for a value, else a status byte of `#domain/missing`. */
  readonly status: Uint8Array;
}

/** Zooms at which a level is cut, and from which on it is legible. */
export interface LevelZoom {
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly legibleZoom: number;
}
