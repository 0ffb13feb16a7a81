// Values as the state of features: no tile is read again, every area gets its value by `setFeatureState`.

import { readGeometryPart } from "#domain/split_tile_format";
import { askBytes, geometryAddress } from "#client/data/api.ts";
import { nameOf } from "#client/map/gpu/tile_fallback.ts";
import { addAreas, drawn, never, stepOf, tileUrl, valuesOf } from "./ground.ts";
import type { Ground, Way } from "./ground.ts";

export async function startState(ground: Ground): Promise<Way> {
  const { map, level, cover, breaks } = ground;
  const tiles: (readonly [(typeof cover)[number], Uint32Array])[] = [];
  for (const id of cover) {
    const address = geometryAddress(level.release, level.boundary, level.id, nameOf(id));
    const body = await askBytes(address, never);
    if (body.length > 0) tiles.push([id, readGeometryPart(body).idx]);
  }
  addAreas(ground, tileUrl(level, null), stepOf(["feature-state", "v"], breaks));
  await drawn(map);
  const tell = async ([tile, idx]: (typeof tiles)[number], column: string): Promise<void> => {
    const values = await valuesOf(level, tile, column, idx.length);
    idx.forEach((id, k) => {
      const v = Number.isNaN(values[k]!) ? null : values[k]!;
      map.setFeatureState({ source: "areas", sourceLayer: level.id, id }, { v });
    });
  };
  return {
    canvas: () => map.getCanvas(),
    async show(column) {
      await Promise.all(tiles.map((tile) => tell(tile, column)));
      await drawn(map);
    },
    stop: () => undefined,
  };
}
