// What a link restores: the state of the screen that is worth sharing.

import type { ClassMethod, ClassPlace, ClassScope, ZeroRule } from "#domain/classes";
import type { Condition } from "#domain/condition";
import type { ContextLayerId } from "#domain/context";
import type { PairSort } from "#domain/contract/bivariate";
import { LENS_IDS, type LensId } from "#domain/lens";
import type { AxisBounds } from "#domain/bivariate";
import type { MapSpec } from "./map_spec.ts";
import { WALL_SECONDS } from "./playlist.ts";
import type { Display } from "./playlist.ts";
import type { Language } from "#domain/language";

export const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** What the lower pane or the phone's sheet holds. */
export const PANES = ["profile", "table", "legend"] as const;
export type Pane = (typeof PANES)[number];

/** Heights of the drawer under the map: one line, a few rows, all that there is room for. */
export const DRAWER_HEIGHTS = ["line", "rows", "full"] as const;
export type DrawerHeight = (typeof DRAWER_HEIGHTS)[number];

export const LISTS = ["table", "scatter"] as const;
export type List = (typeof LISTS)[number];

/** What the card beside the map is about: the areas in the basket as one, or the open area. */
export const CARDS = ["set", "area"] as const;
export type Card = (typeof CARDS)[number];

/** What the card of an area tells: the whole in short, why, what helps, and every figure. */
export const TABS = ["summary", "causes", "help", "figures"] as const;
export type Tab = (typeof TABS)[number];

/** Order of the areas in the list of two indicators at once. */
export interface ListOrder {
  readonly sort: PairSort;
  readonly first: "worst" | "best";
}

/** Two indicators at once: that of the view, which is a need, and a second one of supply or help. */
export interface BivariateMode {
  readonly kind: "bivariate";
  readonly second: string;
  /** Class 0–8 that is picked out, by `bivariateIndex`; null for none. */
  readonly class: number | null;
  /** Bounds of the need and of the second indicator; null finds them from the values. */
  readonly bounds: AxisBounds;
  readonly secondBounds: AxisBounds;
  readonly order: ListOrder;
}

/** Several maps instead of one, an indicator in a period each. */
export interface CompareMode {
  readonly kind: "compare";
  readonly maps: readonly MapSpec[];
  /** Whether two maps lie one under the other, parted by a line that can be moved. */
  readonly swipe: boolean;
}

/** What the map shows of its indicator. */
export type Mode =
  | { readonly kind: "one" }
  /** The change since an earlier period. */
  | { readonly kind: "change"; readonly since: string }
  | BivariateMode
  | CompareMode
  /** A mode that needs nothing in the link but its name, which is its key in `MODES`. */
  | { readonly kind: "named"; readonly id: string };

export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

export interface View {
  /** Null is the latest published release. */
  readonly release: number | null;
  readonly lens: LensId;
  /** Null is the default indicator of the lens. */
  readonly indicator: string | null;
  /** Null is the last period in which the indicator has a value. */
  readonly period: string | null;
  /** Null follows the zoom. */
  readonly level: string | null;
  readonly mode: Mode;
  /** Codes of the areas in the basket, sorted, that are summed as one; null is an empty one. */
  readonly set: readonly string[] | null;
  /** What the reader calls the basket; null without a name. */
  readonly setName: string | null;
  /** Of a link with a basket: whether its sum is open. */
  readonly card: Card;
  /** What an area has to meet to be shown, all of it; null for nothing. */
  readonly where: readonly Condition[] | null;
  /** Codes of the places that are compared in columns, in their order; null for none. */
  readonly places: readonly string[] | null;
  /** Code of the area that is open, or selected when it has no children; null is the whole territory. */
  readonly area: string | null;
  /** Code of the facility whose card is open; null for none. */
  readonly facility: string | null;
  /** Layers of facilities and roads that are switched off, sorted. */
  readonly off: readonly string[];
  /** Null takes a policy's breaks where there are any, else natural ones. */
  readonly method: ClassMethod | null;
  /** Number of classes. */
  readonly classes: number;
  /** Whether exactly 0 is a class of its own. */
  readonly zero: ZeroRule;
  /** From which levels and periods the breaks are made. */
  readonly scope: ClassScope;
  /** Whether the breaks are made of all areas or of those within the open one. */
  readonly classPlace: ClassPlace;
  /** The reader's own breaks, in the unit of the indicator as it is stored; null without any. */
  readonly breaks: readonly number[] | null;
  readonly language: Language;
  readonly theme: Theme;
  /** Null frames the open area. */
  readonly camera: Camera | null;
  /** Tab of the phone's sheet. */
  readonly pane: Pane;
  /** What the card of the area tells. */
  readonly tab: Tab;
  /** Height of the drawer under the map, with the table in it; null is one line. */
  readonly table: DrawerHeight | null;
  /** How the areas of two indicators at once are listed. */
  readonly list: List;
  /** Whether people in need stand on the map as columns. */
  readonly columns: boolean;
  /** Layers beside the areas that are on; null for the usual ones. */
  readonly layers: readonly ContextLayerId[] | null;
  /** Whether it hangs on a wall, where nobody presses anything. */
  readonly display: Display;
  /** The links that a wall display walks through; null stays at this view. */
  readonly playlist: readonly string[] | null;
  /** How long each of them stays. */
  readonly seconds: number;
}

/** All but the camera, which moves too often for everything to follow it. */
export type BaseView = Omit<View, "camera">;

/** What the reader's own machine prefers. */
export interface Surroundings {
  readonly language: Language;
  readonly theme: Theme;
}

/** The view of a bare address. */
export const defaultView = ({ language, theme }: Surroundings): View => ({
  release: null,
  lens: LENS_IDS[0],
  indicator: null,
  period: null,
  level: null,
  mode: { kind: "one" },
  set: null,
  setName: null,
  card: "set",
  where: null,
  places: null,
  area: null,
  facility: null,
  off: [],
  method: null,
  classes: 5,
  zero: "auto",
  scope: "period",
  classPlace: "auto",
  breaks: null,
  language,
  theme,
  camera: null,
  pane: "profile",
  tab: "summary",
  table: null,
  list: "table",
  columns: false,
  layers: null,
  display: "screen",
  playlist: null,
  seconds: WALL_SECONDS.usual,
});

export const DEFAULT_ORDER: ListOrder = { sort: "class", first: "worst" };

/** Two indicators as they are entered: no class picked out, bounds found from the values. */
export const bivariateMode = (second: string): BivariateMode => ({
  kind: "bivariate",
  second,
  class: null,
  bounds: null,
  secondBounds: null,
  order: DEFAULT_ORDER,
});

/** Classes 0–8 of two indicators that are there however few terciles an axis has. */
const CORNERS: readonly (number | null)[] = [0, 2, 6, 8];

/** Changes how two indicators are shown. Bounds go with their indicator; so does a class that new bounds may not have. */
export function changedBivariate(
  mode: BivariateMode,
  patch: Partial<Omit<BivariateMode, "kind">>,
): BivariateMode {
  const next: { -readonly [K in keyof BivariateMode]: BivariateMode[K] } = { ...mode, ...patch };
  if (next.second !== mode.second && !("secondBounds" in patch)) next.secondBounds = null;
  const areOther = next.bounds !== mode.bounds || next.secondBounds !== mode.secondBounds;
  if (areOther && !("class" in patch) && !CORNERS.includes(next.class)) next.class = null;
  return next;
}

/** Changes a view. Own breaks and bounds belong to one indicator and go with it. */
export function withPatch(view: View, patch: Partial<View>): View {
  const next: { -readonly [K in keyof View]: View[K] } = { ...view, ...patch };
  // Its card gives way to what is opened next.
  if ((next.area !== view.area || next.set !== view.set) && !("facility" in patch)) next.facility = null;
  const isOther = next.indicator !== view.indicator || next.lens !== view.lens;
  if (isOther && !("breaks" in patch)) {
    next.breaks = null;
    if (next.method === "manual") next.method = null;
  }
  if (isOther && !("mode" in patch) && next.mode.kind === "bivariate")
    next.mode = changedBivariate(next.mode, { bounds: null });
  return next;
}
