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

/** Equal for pictures that differ in nothing but colours: each area then keeps its swatch. */
export const formKey = ({ level, painting }: Picture): string =>
  JSON.stringify([level, painting], (name, value: unknown) => {
    if (name === "colours") return (value as readonly string[]).length;
    return name.endsWith("Colour") ? value !== null : value;
  });

/** Counts have circles above plain land, which needs stronger lines. */
export const edgeColour = ({ painting, tokens }: Picture): string =>
  painting.kind === "plain" && painting.columns.length > 0 ? tokens.hatchInk : tokens.edge;
