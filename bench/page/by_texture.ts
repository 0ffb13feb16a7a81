// The map's own way: a byte per area, looked up by the vertices of triangles that stay where they are; borders once.

import type { MapColours } from "#client/ui/theme_colours.ts";
import { AreaLayer } from "#client/map/gpu/area_layer.ts";
import { LineLayer } from "#client/map/gpu/line_layer.ts";
import { ContentTiles } from "#client/map/gpu/content_tiles.ts";
import type { MapContent } from "#client/map/map_content.ts";
import { contextContract } from "#domain/contract/context";
import { ask } from "#client/data/api.ts";
import { ContextLayers } from "#client/map/context/context_layers.ts";
import { COLOURS, LINE, never } from "./ground.ts";
import type { Ground, Way } from "./ground.ts";

const TOKENS = { paper: "#f3f0e9", land: "#fff", hatchPaper: "#eee", hatchInk: "#888" } as MapColours;

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
    async loadContext() {
      const { layers: stored } = await ask(contextContract, "/api/context", never);
      const context = new ContextLayers(map, () => areas.invalidate());
      const on = stored.map(({ layer }) => layer);
      context.show({ stored, on, theme: "light", isWhole: true, isChange: false });
      while (!context.isSettled) await new Promise((resolve) => setTimeout(resolve, 20));
      return (isShown) => areas.drawOver(() => (isShown ? context.painted : null));
    },
    stop: () => areas.remove(),
  };
}
