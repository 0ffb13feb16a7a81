// One picture of the map: the areas of a level, what fills them, and the lines between them. Pure: picture → layer.

import type { LayerSpecification } from "maplibre-gl";
import type { MapColours } from "./colours.ts";
import type { Painting } from "./painting.ts";
import { lineWidth } from "./shapes.ts";
import type { TileLevel } from "./shapes.ts";

export interface Picture {
  readonly level: TileLevel;
  readonly painting: Painting;
  readonly tokens: MapColours;
}

/** Equal for pictures that look the same. */
export const pictureKey = (picture: Picture): string => JSON.stringify(picture);

/** Counts have circles above plain land. */
const isCount = ({ painting }: Picture): boolean => painting.kind === "plain" && painting.columns.length > 0;

/** Equal for pictures with the same lines between the areas, which do not depend on values. */
export function edgeKey(picture: Picture): string {
  const { level, tokens } = picture;
  return JSON.stringify([level.boundary, level.id, tokens, isCount(picture)]);
}

/** Gives the lines between the areas, invisible at first; the layer's id is the key. */
export const edgeLayer = (picture: Picture, source: string): LayerSpecification => ({
  id: edgeKey(picture),
  type: "line",
  source,
  "source-layer": picture.level.id,
  layout: { "line-join": "round" },
  paint: {
    "line-color": isCount(picture) ? picture.tokens.hatchInk : picture.tokens.edge,
    "line-width": lineWidth(picture.level, 1),
    "line-opacity": 0,
  },
});
