// The layers beside the areas: which there are, and their tiles.

import { gunzip } from "node:zlib";
import { promisify } from "node:util";
import { CONTEXT_LAYER_IDS, isPictureLayer, type ContextLayerId } from "#domain/context";
import type { StoredContextLayer } from "#domain/contract/context";
import { ProblemError } from "#server/errors";
import { bodyOf, NO_CONTENT, type Body } from "#server/read/body";
import type { ReadRows } from "#server/read/rows";
import type { Store } from "#server/read/store";

const plain = promisify(gunzip);

export interface ContextTileKey {
  readonly layer: ContextLayerId;
  readonly address: string;
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** The newest of each layer that this version knows. */
export const contextLayers = (rows: ReadRows): Promise<StoredContextLayer[]> =>
  rows<StoredContextLayer>(
    `select distinct on (layer) layer, address, min_zoom as "minZoom", max_zoom as "maxZoom", bounds,
            feature_count as "featureCount"
     from context.layer where layer = any($1::text[]) order by layer, id desc`,
    [[...CONTEXT_LAYER_IDS]],
  );

/** The body of a tile; NO_CONTENT where there is nothing. Throws a 404 for a layer that is not stored under that address. */
export async function contextTile(store: Store, key: ContextTileKey, isGzip: boolean): Promise<Body> {
  const { layer, address, z, x, y } = key;
  const isPicture = isPictureLayer(layer);
  const name = `context ${layer} ${address} ${z}/${x}/${y} ${isGzip && !isPicture ? "gzip" : "plain"}`;
  return store.bodies.get(name, async () => {
    const [row] = await store.rows<{ bytes: Buffer | null }>(
      `select (select bytes from context.tile t where t.layer = l.id and z = $3 and x = $4 and y = $5) as bytes
       from context.layer l where layer = $1 and address = $2`,
      [layer, address, z, x, y],
    );
    if (!row)
      throw new ProblemError(
        404,
        "unknown layer",
        `there is no layer ${layer} with the address ${address}: /api/context names those there are`,
      );
    if (row.bytes === null) return NO_CONTENT;
    if (isPicture) return bodyOf("image/png", [row.bytes], null);
    const type = "application/vnd.mapbox-vector-tile";
    return isGzip ? bodyOf(type, [row.bytes], "gzip") : bodyOf(type, [await plain(row.bytes)], null);
  });
}
