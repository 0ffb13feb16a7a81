// How the lines on the map are drawn: strokes of borders of all levels, the open area, outlines of single areas. Pure.

import type { TileLevel } from "#domain/contract/tiles";
import type { MapColours } from "#client/ui/theme_colours.ts";
import type { MapContent } from "./map_content.ts";

/** What the lines show besides the borders of the shown level. */
export interface LineContent {
  /** Levels between the top and the shown one, highest first, whose borders lie over those of the shown one. */
  readonly above: readonly TileLevel[];
  readonly top: TileLevel;
  /** The open area and its level; null when the whole territory is open. */
  readonly open: { readonly level: TileLevel; readonly code: string } | null;
  /** Whether the shown areas lie inside the open one, so that all else is faded. */
  readonly isInside: boolean;
  readonly tokens: MapColours;
}

export interface Stroke {
  /** A CSS colour. */
  readonly colour: string;
  readonly opacity: number;
  /** CSS pixels by the zoom of the map; below one the line is a pixel wide and paler. */
  readonly widthAt: (zoom: number) => number;
}

/** Borders where areas are large: of the shown level, of the one above it, what each one further up has more, of the territory. */
const BORDER_PX = { shown: 1.5, above: 1.7, more: 0.4, top: 1.8 } as const;
/** Zooms by which the borders of higher levels come later, as their areas are larger. */
const LATER = 1.5;
/** Around single areas, in the order they are drawn. */
const AROUND_PX = { served: 1.6, hovered: 2, marked: 2.5, selected: 3 } as const;

export type Outlined = keyof typeof AROUND_PX;

/** A width by zoom: nothing where the areas are specks, `fullPx` where they are large; `later` in zooms. */
export const growing =
  ({ legibleZoom }: Pick<TileLevel, "legibleZoom">, fullPx: number, later = 0): Stroke["widthAt"] =>
  (zoom) => {
    const beyond = zoom - legibleZoom - later;
    const share = beyond < 1.5 ? ((beyond + 1.5) / 3) * 0.6 : 0.6 + ((beyond - 1.5) / 2.5) * 0.4;
    return fullPx * Math.min(1, Math.max(0, share));
  };

/** The stroke of the lines between the areas of a content; counts have circles above plain land, which needs stronger ones. */
export const edgeStroke = ({ level, fill, tokens }: MapContent): Stroke => ({
  colour: fill.kind === "plain" && fill.columns.length > 0 ? tokens.hatchInk : tokens.edge,
  opacity: 1,
  widthAt: growing(level, BORDER_PX.shown),
});

/** The strokes of the borders of higher levels, lowest first: the higher the wider. */
export const borderStrokes = ({
  above,
  top,
  tokens,
}: LineContent): { level: TileLevel; stroke: Stroke }[] => [
  ...[...above].reverse().map((level, i) => ({
    level,
    stroke: {
      colour: tokens.border,
      opacity: 0.9,
      widthAt: growing(level, BORDER_PX.above + i * BORDER_PX.more, LATER),
    },
  })),
  { level: top, stroke: { colour: tokens.border, opacity: 1, widthAt: () => BORDER_PX.top } },
];

/** Around the territory, under the areas, bottom to top. */
export const haloStrokes = ({ paper, border }: MapColours): Stroke[] => [
  { colour: border, opacity: 0.22, widthAt: () => 9 },
  { colour: paper, opacity: 1, widthAt: () => 5 },
];

/** The double line around the open area, bottom to top. */
export const openStrokes = ({ paper, ink }: MapColours): Stroke[] => [
  { colour: paper, opacity: 0.9, widthAt: () => 5.5 },
  { colour: ink, opacity: 1, widthAt: () => 2 },
];

/** The strokes around single areas, bottom to top. */
export const outlineStrokes = ({ ink }: MapColours): { of: Outlined; stroke: Stroke }[] =>
  (Object.keys(AROUND_PX) as Outlined[]).map((of) => ({
    of,
    stroke: { colour: ink, opacity: 1, widthAt: () => AROUND_PX[of] },
  }));
