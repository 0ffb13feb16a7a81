// The map's own way: a byte per area, looked up by the vertices of triangles that stay where they are; borders once.

import type { MapColours } from "#client/ui/theme_colours.ts";
import { AreaLayer } from "#client/map/gpu/area_layer.ts";
import { LineLayer } from "#client/map/gpu/line_layer.ts";
import { ContentTiles } from "#client/map/gpu/content_tiles.ts";
import type { MapContent } from "#client/map/map_content.ts";
import { loadAllLayers } from "./all_layers.ts";
import { COLOURS, LINE } from "./ground.ts";
import type { Ground, Way } from "./ground.ts";

const TOKENS: MapColours = {
  paper: "#f3f0e9",
  land: "#fff",
  edge: "#fff",
  border: "#6f6a61",
  solid: "#fff",
  ink: "#1b1f24",
  ink2: "#4d5661",
  hatchPaper: "#eee",
  hatchInk: "#888",
};

const pictureOf = ({ level, breaks }: Ground, column: string): MapContent => ({
  level,
  fill: {
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
  const { map, cover } = ground;
  const areas = new AreaLayer(map);
  const borders = new LineLayer("borders", map);
  map.addLayer(areas);
  map.addLayer(borders);
  return {
    canvas: () => areas.canvas,
    show: (column) =>
      new Promise((resolve) => {
        const tiles = new ContentTiles(pictureOf(ground, column), () => {
          if (!tiles.isComplete) return;
          const isFirst = borders.lines.length === 0;
          borders.lines = [{ ...LINE, opacity: 1, tiles, segmentsOf: (geometry) => geometry.borders }];
          if (isFirst) map.triggerRepaint();
          areas.show(tiles, 0, resolve);
        });
        tiles.setInView(cover);
      }),
    loadLayers: () => loadAllLayers(map, areas, TOKENS),
    stop: () => areas.remove(),
  };
}
