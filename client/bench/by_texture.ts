// The map's own way: a byte per area, looked up by the vertices of triangles that stay where they are.

import type { MapColours } from "../map/colours.ts";
import { AreaLayer } from "../map/gpu/area_layer.ts";
import { PictureTiles } from "../map/gpu/picture_tiles.ts";
import type { Picture } from "../map/picture.ts";
import { COLOURS, addAreas, drawn, tileUrl } from "./ground.ts";
import type { Ground, Way } from "./ground.ts";

const TOKENS = { paper: "#f3f0e9", land: "#fff", hatchPaper: "#eee", hatchInk: "#888" } as MapColours;

const pictureOf = ({ level, breaks }: Ground, column: string): Picture => ({
  level,
  painting: {
    kind: "classes",
    columns: [column],
    breaks,
    colours: COLOURS,
    zeroColour: null,
    unreliableColour: null,
  },
  tokens: TOKENS,
});

export async function startTexture(ground: Ground): Promise<Way> {
  const { map, level, cover } = ground;
  const areas = new AreaLayer(map);
  map.addLayer(areas);
  addAreas(ground, tileUrl(level, null), null);
  await drawn(map);
  return {
    canvas: () => areas.canvas,
    show: (column) =>
      new Promise((resolve) => {
        const tiles = new PictureTiles(pictureOf(ground, column), () => {
          if (tiles.isWhole) areas.show(tiles, 0, resolve);
        });
        tiles.want(cover);
      }),
    stop: () => areas.remove(),
  };
}
