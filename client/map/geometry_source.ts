// MapLibre's way to the geometry of a level: the lines on the map come out of the same tiles as the areas.

import { addProtocol } from "maplibre-gl";
import type { Map as MapLibreMap } from "maplibre-gl";
import { tileGeometry } from "./tiles_store.ts";
import type { TileName } from "./tiles_store.ts";
import { geometrySource } from "./shapes.ts";
import type { TileLevel } from "./shapes.ts";

const PROTOCOL = "areas";

/** A release to ask by, for every boundary version: the last one that was shown, since an older one may be withdrawn. */
const releases = new Map<number, number>();

addProtocol(PROTOCOL, async ({ url }, { signal }) => {
  const [boundary, id, ...tile] = url.slice(PROTOCOL.length + 3).split("/");
  const level = { release: releases.get(Number(boundary))!, boundary: Number(boundary), id: id! };
  const { part } = await tileGeometry(level, tile.join("/") as TileName, signal);
  return { data: part ? part.slice().buffer : new ArrayBuffer(0) };
});

/** Adds the source of a level where it is not there yet, and gives its name. */
export function useGeometry(map: MapLibreMap, level: TileLevel): string {
  const source = geometrySource(level);
  releases.set(level.boundary, level.release);
  if (!map.getSource(source))
    map.addSource(source, {
      type: "vector",
      tiles: [`${PROTOCOL}://${level.boundary}/${level.id}/{z}/{x}/{y}`],
      minzoom: level.minZoom,
      maxzoom: level.maxZoom,
    });
  return source;
}
