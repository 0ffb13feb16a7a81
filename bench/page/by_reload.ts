// MapLibre's own way to recolour: other tiles of the same source.

import type { VectorTileSource } from "maplibre-gl";
import { addAreas, drawn, stepOf, tileUrl } from "./ground.ts";
import type { Ground, Way } from "./ground.ts";

export async function startReload(ground: Ground): Promise<Way> {
  const { map, level, breaks } = ground;
  let isAdded = false;
  return {
    canvas: () => map.getCanvas(),
    show(column) {
      const url = tileUrl(level, column);
      if (isAdded) map.getSource<VectorTileSource>("areas")!.setTiles([url]);
      else addAreas(ground, url, stepOf(["get", "v0"], breaks));
      isAdded = true;
      return drawn(map);
    },
    stop: () => undefined,
  };
}
