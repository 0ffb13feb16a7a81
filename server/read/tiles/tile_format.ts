// The three forms in which a tile is given: whole, its geometry, its values.

import type { Contract } from "#domain/contract/contract";
import { tileContract, tileGeometryContract, tileValuesContract } from "#domain/contract/tiles";
import type { PackedPrefix } from "#tiles/prefix";
import { geometryGzip, geometryPlain, valuesGzip, valuesPlain } from "#tiles/split_tile";
import { joinGzip, joinPlain } from "#tiles/stitch";
import type { TileColumn, TileGeometry } from "#tiles/tile";
import { tailOf, wordsOf } from "#tiles/tile_values";

export interface TileParts {
  readonly tile: TileGeometry;
  readonly columns: readonly TileColumn[];
  /** Packed for gzip; null for a form without. */
  readonly prefix: PackedPrefix | Buffer | null;
  readonly isGzip: boolean;
}

export interface TileForm {
  /** In keys of the cache. */
  readonly name: string;
  readonly contract: Pick<Contract, "id" | "path" | "access" | "editions">;
  readonly type: string;
  readonly hasPrefix: boolean;
  /** The body in pieces. */
  join(parts: TileParts): Buffer[];
}

export const WHOLE: TileForm = {
  name: "tile",
  contract: tileContract,
  type: tileContract.media!,
  hasPrefix: true,
  join({ tile, columns, prefix }) {
    const tail = tailOf(tile.idx, columns);
    return Buffer.isBuffer(prefix) ? joinPlain(prefix, tail) : joinGzip(prefix!, tail);
  },
};

export const GEOMETRY: TileForm = {
  name: "geometry",
  contract: tileGeometryContract,
  type: tileGeometryContract.media!,
  hasPrefix: true,
  join: ({ tile, prefix }) =>
    Buffer.isBuffer(prefix) ? geometryPlain(prefix, tile.idx) : geometryGzip(prefix!, tile.idx),
};

export const VALUES: TileForm = {
  name: "values",
  contract: tileValuesContract,
  type: tileValuesContract.media!,
  hasPrefix: false,
  join({ tile: { idx }, columns, isGzip }) {
    const words = wordsOf(idx, columns);
    return isGzip ? valuesGzip(words, idx.length) : valuesPlain(words, idx.length);
  },
};
