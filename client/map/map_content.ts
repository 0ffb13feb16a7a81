// One content of the map: the areas of a level, what fills them, and the lines between them.

import type { TileLevel } from "#domain/contract/tiles";
import type { MapColours } from "#client/ui/theme_colours.ts";
import type { Fill } from "#client/model/fill.ts";

export interface MapContent {
  readonly level: TileLevel;
  readonly fill: Fill;
  readonly tokens: MapColours;
}

/** Equal for contents that look the same. */
export const contentKey = (content: MapContent): string => JSON.stringify(content);

/** Equal for contents that differ in nothing but colours: each area then keeps its swatch. */
export const keyWithoutColours = ({ level, fill }: MapContent): string =>
  JSON.stringify([level, fill], (name, value: unknown) => {
    if (name === "colours") return (value as readonly string[]).length;
    return name.endsWith("Colour") ? value !== null : value;
  });

/**
 * Gives a content the colours of the one that is to take its place, so that it does not wait in those of another theme; null
 * where the theme is the same, or the two are not made alike.
 */
export function recoloured(content: MapContent, next: MapContent): MapContent | null {
  const [own, other] = [content.fill, next.fill];
  if (JSON.stringify(content.tokens) === JSON.stringify(next.tokens)) return null;
  const worn: MapContent = { ...content, tokens: next.tokens };
  if (own.kind === "plain") return worn;
  if (other.kind === "plain" || own.kind !== other.kind) return null;
  const { columns: _columns, breaks: _breaks, ...colours } = other;
  const coloured = { ...worn, fill: { ...own, ...colours } as typeof own };
  return keyWithoutColours(coloured) === keyWithoutColours(content) ? coloured : null;
}

/** Counts have circles above plain land, which needs stronger lines. */
export const edgeColour = ({ fill, tokens }: MapContent): string =>
  fill.kind === "plain" && fill.columns.length > 0 ? tokens.hatchInk : tokens.edge;
