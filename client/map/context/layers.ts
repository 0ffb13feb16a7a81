// How the layers beside the areas look: a row for each that can be switched. What they hold is a row of `#domain/context`.

import { leastCatchment, type ContextLayerId, type PictureLayerId } from "#domain/context";
import type { Theme } from "#client/model/view.ts";

type Themed<T> = Readonly<Record<Theme, T>>;

interface Ink {
  /** A CSS colour. */
  readonly colour: string;
  readonly opacity: number;
}

export interface LineLook {
  readonly kind: "line";
  /** CSS pixels of a feature of a rank at a zoom of the map; nothing is drawn where it is 0. */
  readonly widthPx: (zoom: number, rank: number) => number;
  readonly ink: Themed<Ink>;
  /** What the line stands on, so much wider than itself; null for none. */
  readonly casing: Themed<Ink | null>;
  readonly casingPx: number;
}

export interface PolygonLook {
  readonly kind: "polygon";
  readonly ink: Themed<Ink>;
}

/** Signs of points: one to three rings around a dot, an empty ring, a square, a triangle. */
export type Sign = "rings-3" | "rings-2" | "ring" | "square" | "triangle";

export interface PointLook {
  readonly kind: "point";
  readonly sign: Sign;
  /** CSS pixels from the middle of the sign to its edge. */
  readonly radiusPx: number;
  /** Its colour; null for that of text. */
  readonly ink: Themed<string | null>;
}

export type Look = LineLook | PolygonLook | PointLook;

export interface LayerLook {
  /** Whether it is on where the link does not say. */
  readonly isOn: boolean;
  /** By class of the layer; the first is drawn at the bottom. Layers of pictures have none. */
  readonly looks: Readonly<Record<string, Look>>;
}

const WATER = { light: "#74a3bd", dark: "#4f7f9b" } as const;
const NO_CASING = { light: null, dark: null } as const;

const textColour = { light: null, dark: null } as const;

/** Half a pixel and more by every doubling of the catchment over the least that is shown at a zoom. */
function riverPx(zoom: number, sqkm: number): number {
  const least = leastCatchment(zoom);
  return sqkm < least ? 0 : Math.min(3.6, 0.55 + 0.26 * Math.log2(sqkm / least + 1));
}

/** In the order in which they are drawn and listed. */
export const LAYER_LOOKS: Readonly<Record<ContextLayerId, LayerLook>> = {
  settlement: { isOn: true, looks: {} },
  relief: { isOn: true, looks: {} },
  water: {
    isOn: true,
    looks: {
      lake: {
        kind: "polygon",
        ink: { light: { colour: "#b7d0dc", opacity: 1 }, dark: { colour: "#26424f", opacity: 1 } },
      },
      river: {
        kind: "line",
        widthPx: riverPx,
        ink: {
          light: { colour: WATER.light, opacity: 0.9 },
          dark: { colour: WATER.dark, opacity: 0.9 },
        },
        casing: { ...NO_CASING, light: { colour: "#ffffff", opacity: 0.38 } },
        casingPx: 1.2,
      },
    },
  },
  seats: {
    isOn: true,
    looks: {
      township_seat: { kind: "point", sign: "ring", radiusPx: 2.9, ink: textColour },
      county_seat: { kind: "point", sign: "rings-2", radiusPx: 5, ink: textColour },
      prefecture_seat: { kind: "point", sign: "rings-3", radiusPx: 6, ink: textColour },
    },
  },
};

/** The layers that are on where a link does not say. */
export const USUAL_LAYERS = (Object.keys(LAYER_LOOKS) as ContextLayerId[]).filter(
  (id) => LAYER_LOOKS[id].isOn,
);

/** How strongly shadow and light of a picture cover what lies under them. */
export interface PictureStrength {
  readonly shadow: number;
  readonly light: number;
}

const RELIEF = {
  whole: { shadow: 0.34, light: 0.28 },
  change: { shadow: 0.3, light: 0.26 },
  inside: { shadow: 0.43, light: 0.35 },
  outside: { shadow: 0.2, light: 0.3 },
  dark: { shadow: 0.62, light: 0.13 },
} as const satisfies Record<string, PictureStrength>;

/** Weak enough that the class of a dark area can still be read from its colour. */
const SETTLEMENT = {
  light: { shadow: 0.17, light: 0 },
  dark: { shadow: 0.34, light: 0 },
} as const satisfies Record<Theme, PictureStrength>;

/** The strength of a picture inside and outside of the open area. */
export interface PictureStrengths {
  readonly inside: PictureStrength;
  readonly outside: PictureStrength;
}

function reliefStrength(theme: Theme, isWhole: boolean, isChange: boolean): PictureStrengths {
  if (theme === "dark") return { inside: RELIEF.dark, outside: RELIEF.dark };
  const inside = isChange ? RELIEF.change : isWhole ? RELIEF.whole : RELIEF.inside;
  return { inside, outside: isWhole ? inside : RELIEF.outside };
}

/** The strengths of a layer of pictures. */
export const pictureStrengths = (
  layer: PictureLayerId,
  theme: Theme,
  isWhole: boolean,
  isChange: boolean,
): PictureStrengths =>
  layer === "relief"
    ? reliefStrength(theme, isWhole, isChange)
    : { inside: SETTLEMENT[theme], outside: SETTLEMENT[theme] };
