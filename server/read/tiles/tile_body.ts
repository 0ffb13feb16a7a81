// The finished body of a tile: made of parts that are read, or at once of parts that are in memory.

import type { TileColumn } from "#tiles/tile";
import { bodyOf, NO_CONTENT, type Body } from "#server/read/body";
import type { Store } from "#server/read/store";
import type { TileParts } from "./tile_format.ts";
import type { TileRequest } from "./tile_request.ts";
import { tileName } from "./tile_store.ts";

/** The name of a finished body in the cache. */
export const bodyName = ({ edition, key, form, content }: TileRequest, isGzip: boolean): string =>
  `${edition} ${form.name} ${tileName(key)} ${content} ${isGzip ? "gzip" : "plain"}`;

const finish = ({ form }: TileRequest, parts: TileParts | null): Body =>
  parts === null ? NO_CONTENT : bodyOf(form.type, form.join(parts), parts.isGzip ? "gzip" : null);

/** The body of a tile, from the cache or made of what is read; NO_CONTENT where no area is. */
export const readTileBody = (store: Store, request: TileRequest, isGzip: boolean): Promise<Body> =>
  store.bodies.get(bodyName(request, isGzip), async () =>
    finish(request, await readParts(store, request, isGzip)),
  );

/** The same without reading; undefined where something is not in memory. `name` is that of `bodyName`. */
export const tileBodyInMemory = (
  store: Store,
  request: TileRequest,
  isGzip: boolean,
  name = bodyName(request, isGzip),
): Body | undefined =>
  store.bodies.getNow(name, () => {
    const parts = partsInMemory(store, request, isGzip);
    return parts === undefined ? undefined : finish(request, parts);
  });

async function readParts(store: Store, request: TileRequest, isGzip: boolean): Promise<TileParts | null> {
  const { key, form, entries, columnCount } = request;
  const tile = await store.tiles.geometry(key);
  if (!tile) return null;
  const columns: TileColumn[] = [];
  // One after the other: one miss at a time is enough of a load.
  for (const entry of entries) columns.push(await store.columns.tileValues(entry));
  const wanted = { columns: columnCount, isPacked: isGzip };
  const prefix = form.hasPrefix ? await store.tiles.prefix(key, tile, wanted) : null;
  return { tile, columns, prefix, isGzip };
}

function partsInMemory(store: Store, request: TileRequest, isGzip: boolean): TileParts | null | undefined {
  const { key, form, entries, columnCount } = request;
  const tile = store.tiles.geometryInMemory(key);
  if (!tile) return tile;
  const columns: TileColumn[] = [];
  for (const entry of entries) {
    const column = store.columns.tileValuesInMemory(entry);
    if (!column) return undefined;
    columns.push(column);
  }
  const wanted = { columns: columnCount, isPacked: isGzip };
  const prefix = form.hasPrefix ? store.tiles.prefixInMemory(key, tile, wanted) : null;
  return prefix === undefined ? undefined : { tile, columns, prefix, isGzip };
}
