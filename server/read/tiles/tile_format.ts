// The three ways in which a tile is given, and its finished body: read where it has to be, at once where all is in memory.

import { tileContract, tileGeometryContract, tileValuesContract } from "#domain/contract/tiles";
import { geometryGzip, geometryPlain, valuesGzip, valuesPlain } from "#tiles/split_tile";
import type { PackedPrefix } from "#tiles/prefix";
import { joinGzip, joinPlain } from "#tiles/stitch";
import { tailOf, wordsOf } from "#tiles/tile_values";
import type { TileColumn, TileGeometry } from "#tiles/tile";
import { bodyOf, type Body } from "#server/read/body";
import type { Store } from "#server/read/store";
import type { TileRequest } from "./tile_request.ts";

interface TileParts {
  readonly tile: TileGeometry;
  readonly columns: readonly TileColumn[];
  /** Packed for gzip; null for a form without. */
  readonly prefix: PackedPrefix | Buffer | null;
  readonly isGzip: boolean;
}

export interface TileForm {
  /** In keys of the cache. */
  readonly name: string;
  readonly type: string;
  readonly hasPrefix: boolean;
  /** The body in pieces. */
  join(parts: TileParts): Buffer[];
}

export const WHOLE: TileForm = {
  name: "tile",
  type: tileContract.media!,
  hasPrefix: true,
  join({ tile, columns, prefix }) {
    const tail = tailOf(tile.idx, columns);
    return Buffer.isBuffer(prefix) ? joinPlain(prefix, tail) : joinGzip(prefix!, tail);
  },
};

export const GEOMETRY: TileForm = {
  name: "geometry",
  type: tileGeometryContract.media!,
  hasPrefix: true,
  join: ({ tile, prefix }) =>
    Buffer.isBuffer(prefix) ? geometryPlain(prefix, tile.idx) : geometryGzip(prefix!, tile.idx),
};

export const VALUES: TileForm = {
  name: "values",
  type: tileValuesContract.media!,
  hasPrefix: false,
  join({ tile: { idx }, columns, isGzip }) {
    const words = wordsOf(idx, columns);
    return isGzip ? valuesGzip(words, idx.length) : valuesPlain(words, idx.length);
  },
};

/** The name of a finished body in the cache. */
export const nameOf = ({ key, form, content }: TileRequest, isGzip: boolean): string =>
  `${form.name} ${key.boundaryVersion} ${key.level} ${key.z}/${key.x}/${key.y} ${content} ${isGzip ? "gzip" : "plain"}`;

const finishedOf = ({ form }: TileRequest, parts: TileParts): Body =>
  bodyOf(form.type, form.join(parts), parts.isGzip ? "gzip" : null);

/** Gives the finished body of a tile, from the cache or made of what is read; null where no area is. */
export function tileBody(
  store: Store,
  request: TileRequest,
  isGzip: boolean,
): Body | null | Promise<Body | null> {
  return store.bodies.get(nameOf(request, isGzip), async () => {
    const { key, form, entries, columns: count } = request;
    const tile = await store.tile(key);
    if (!tile) return null;
    const columns: TileColumn[] = [];
    // One after the other: one miss at a time is enough of a load.
    for (const entry of entries) columns.push(await store.paint(entry));
    const prefix = form.hasPrefix ? await store.prefix(key, tile, count, isGzip) : null;
    return finishedOf(request, { tile, columns, prefix, isGzip });
  });
}

/** Gives the same without reading; undefined where something is not in memory. */
export function heldTileBody(store: Store, request: TileRequest, isGzip: boolean): Body | null | undefined {
  return store.bodies.getHeld(nameOf(request, isGzip), () => {
    const { key, form, entries, columns: count } = request;
    const tile = store.heldTile(key);
    if (!tile) return tile;
    const columns: TileColumn[] = [];
    for (const entry of entries) {
      const column = store.heldPaint(entry);
      if (!column) return undefined;
      columns.push(column);
    }
    const prefix = form.hasPrefix ? store.heldPrefix(key, tile, count, isGzip) : null;
    return prefix === undefined ? undefined : finishedOf(request, { tile, columns, prefix, isGzip });
  });
}
