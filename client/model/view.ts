// What a link restores: the state of the screen that is worth sharing.

import type { ClassMethod, ClassScope, ZeroRule } from "#domain/classes";
import type { PairSort } from "#domain/contract/bivariate";
import { LENS_IDS, type LensId } from "#domain/lens";
import type { AxisBounds } from "#domain/bivariate";
import type { MapSpec } from "./map_spec.ts";
import type { Language } from "#domain/language";

export const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** What the lower pane or the phone's sheet holds. */
export const PANES = ["profile", "table", "legend"] as const;
export type Pane = (typeof PANES)[number];

export const LISTS = ["table", "scatter"] as const;
export type List = (typeof LISTS)[number];

/** Order of the areas of two indicators at once. */
export interface PairOrder {
  readonly sort: PairSort;
  readonly first: "worst" | "best";
}

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
  /** Indicator of supply or help that is shown together with the need; null shows one indicator. */
  readonly against: string | null;
  /** Period with which the shown one is compared; null shows no change. */
  readonly since: string | null;
  /** Class 0–8 of the two that is picked out, by `bivariateIndex`. */
  readonly pairClass: number | null;
  /** Bounds of the need and of what is held against it; null finds them from the values. */
  readonly needBounds: AxisBounds;
  readonly otherBounds: AxisBounds;
  readonly pairOrder: PairOrder;
  /** Codes of hand-picked areas, sorted, that are summed as one; null is no set. */
  readonly set: readonly string[] | null;
  /** Several maps instead of one, an indicator in a period each; null is one map. */
  readonly maps: readonly MapSpec[] | null;
  /** Whether two maps lie one under the other, parted by a line that can be moved. */
  readonly swipe: boolean;
  /** Code of the area that is open, or selected when it has no children; null is the whole territory. */
  readonly area: string | null;
  /** Null takes a policy's breaks where there are any, else natural ones. */
  readonly method: ClassMethod | null;
  /** Number of classes. */
  readonly classes: number;
  /** Whether exactly 0 is a class of its own. */
  readonly zero: ZeroRule;
  /** From which levels and periods the breaks are made. */
  readonly scope: ClassScope;
  /** The reader's own breaks, in the unit of the indicator as it is stored; null without any. */
  readonly breaks: readonly number[] | null;
  readonly language: Language;
  readonly theme: Theme;
  /** Null frames the open area. */
  readonly camera: Camera | null;
  /** Tab of the phone's sheet. */
  readonly pane: Pane;
  /** Whether the table under the map is unfolded. */
  readonly table: boolean;
  /** How the areas of two indicators at once are listed. */
  readonly list: List;
  /** Whether people in need stand on the map as columns. */
  readonly columns: boolean;
}

/** What the reader's own machine prefers. */
export interface Surroundings {
  readonly language: Language;
  readonly theme: Theme;
}

/** Gives the view of a bare address. */
export const defaultView = ({ language, theme }: Surroundings): View => ({
  release: null,
  lens: LENS_IDS[0],
  indicator: null,
  period: null,
  level: null,
  against: null,
  since: null,
  pairClass: null,
  needBounds: null,
  otherBounds: null,
  pairOrder: { sort: "class", first: "worst" },
  set: null,
  maps: null,
  swipe: false,
  area: null,
  method: null,
  classes: 5,
  zero: "auto",
  scope: "period",
  breaks: null,
  language,
  theme,
  camera: null,
  pane: "profile",
  table: true,
  list: "table",
  columns: false,
});

/** Classes 0–8 of two indicators that are there however few rungs an axis has. */
const CORNERS: readonly (number | null)[] = [0, 2, 6, 8];

/** Changes a view. Own breaks and bounds belong to one indicator and go with it; so does a class that new bounds may not have. */
export function withPatch(view: View, patch: Partial<View>): View {
  const next: { -readonly [K in keyof View]: View[K] } = { ...view, ...patch };
  const isOther = next.indicator !== view.indicator || next.lens !== view.lens;
  if (isOther && !("breaks" in patch)) {
    next.breaks = null;
    if (next.method === "manual") next.method = null;
  }
  if (isOther && !("needBounds" in patch)) next.needBounds = null;
  if (next.against !== view.against && !("otherBounds" in patch)) next.otherBounds = null;
  const areOther = next.needBounds !== view.needBounds || next.otherBounds !== view.otherBounds;
  if (areOther && !("pairClass" in patch) && !CORNERS.includes(next.pairClass)) next.pairClass = null;
  return next;
}
