// One picture of the map: the areas of a level, what fills them, and the lines between them.

import type { TileLevel } from "#domain/contract/tiles";
import type { MapColours } from "#client/ui/theme_colours.ts";
import type { Painting } from "#client/model/fill.ts";

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

/**
 * Gives a picture the colours of the one that is to take its place, so that it does not wait in those of another theme; null
 * where the theme is the same, or the two are not made alike.
 */
export function inColoursOf(picture: Picture, next: Picture): Picture | null {
  const [own, other] = [picture.painting, next.painting];
  if (JSON.stringify(picture.tokens) === JSON.stringify(next.tokens)) return null;
  const worn: Picture = { ...picture, tokens: next.tokens };
  if (own.kind === "plain") return worn;
  if (other.kind === "plain" || own.kind !== other.kind) return null;
  const { columns: _columns, breaks: _breaks, ...colours } = other;
  const coloured = { ...worn, painting: { ...own, ...colours } as typeof own };
  return formKey(coloured) === formKey(picture) ? coloured : null;
}

/** Counts have circles above plain land, which needs stronger lines. */
export const edgeColour = ({ painting, tokens }: Picture): string =>
  painting.kind === "plain" && painting.columns.length > 0 ? tokens.hatchInk : tokens.edge;
