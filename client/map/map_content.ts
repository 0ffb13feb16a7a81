// What the map shows at a time: the areas of a level, what fills them, and in which colours.

import type { TileLevel } from "#domain/contract/tiles";
import type { MapColours } from "#client/ui/theme_colours.ts";
import type { Fill } from "#client/model/fill.ts";

export interface MapContent {
  readonly level: TileLevel;
  readonly fill: Fill;
  readonly tokens: MapColours;
}

/** A key that is equal for contents that look the same. */
export const contentKey = (content: MapContent): string => JSON.stringify(content);

/** A key that is equal for contents that differ in nothing but colours: each area then keeps its swatch. */
export const keyWithoutColours = ({ level, fill }: MapContent): string =>
  JSON.stringify([level, fill], (name, value: unknown) => {
    if (name === "colours") return (value as readonly string[]).length;
    return name.endsWith("Colour") ? value !== null : value;
  });

/**
 * A content in the colours of the one that is to take its place, so that it is not seen in those of another theme meanwhile; null
 * where the theme is the same, or the two are classified differently.
 */
export function recoloured(content: MapContent, next: MapContent): MapContent | null {
  const [own, other] = [content.fill, next.fill];
  if (JSON.stringify(content.tokens) === JSON.stringify(next.tokens)) return null;
  const inTheme: MapContent = { ...content, tokens: next.tokens };
  if (own.kind === "plain") return inTheme;
  if (other.kind === "plain" || own.kind !== other.kind) return null;
  const { columns: _columns, breaks: _breaks, ...colours } = other;
  const coloured = { ...inTheme, fill: { ...own, ...colours } as typeof own };
  return keyWithoutColours(coloured) === keyWithoutColours(content) ? coloured : null;
}
