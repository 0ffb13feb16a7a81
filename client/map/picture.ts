// One picture of the map: the areas of a level, what fills them, and the lines between them.

import type { MapColours } from "./colours.ts";
import type { Painting } from "./painting.ts";
import type { TileLevel } from "./tile_level.ts";

export interface Picture {
  readonly level: TileLevel;
  readonly painting: Painting;
  readonly tokens: MapColours;
}

/** Equal for pictures that look the same. */
export const pictureKey = (picture: Picture): string => JSON.stringify(picture);

/** Counts have circles above plain land, which needs stronger lines. */
export const edgeColour = ({ painting, tokens }: Picture): string =>
  painting.kind === "plain" && painting.columns.length > 0 ? tokens.hatchInk : tokens.edge;
