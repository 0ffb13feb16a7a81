// What the screen shows: the view, with every default resolved against the catalogue and the open area.

import { isFilled } from "#domain/column_kind";
import type { AreaDetail } from "#domain/contract/areas";
import type { Catalog, CatalogIndicator, CatalogLevel } from "#domain/contract/catalog";
import { findIndicator } from "#domain/indicator";
import { isSecondLens, NEED_LENS, type LensId } from "#domain/lens";
import { LENS_RAMPS } from "#domain/lens_colours";
import { comparePeriods, nearestPeriod } from "#domain/period";
import type { MapSpec } from "./map_spec.ts";
import type { BaseView, BivariateMode, Mode, Theme } from "./view.ts";

/** Two indicators at once; the second one, of supply or help, in the period nearest to the one shown. */
export interface ResolvedBivariate extends Omit<BivariateMode, "second"> {
  readonly second: CatalogIndicator;
  readonly period: string;
}

/** The mode of a view as far as it is possible for what is shown; else one indicator. */
export type ResolvedMode = Exclude<Mode, BivariateMode> | ResolvedBivariate;

/** An indicator in a period, or its change since an earlier one: what one answer about values says. */
export interface ShownColumn {
  readonly indicator: string;
  readonly period: string;
  readonly since: string | null;
}

/** A level whose areas cannot be drawn: its tiles begin at a closer zoom, or its circles are too many. */
export interface HiddenLevel {
  readonly level: CatalogLevel;
  readonly reason: "zoom" | "circles";
}

export interface ResolvedView {
  readonly release: number;
  readonly lens: LensId;
  /** Null when the lens has no data in this release. */
  readonly indicator: CatalogIndicator | null;
  readonly period: string;
  /** Set when the indicator has nothing in `period`: the nearest period that has something. */
  readonly nearestPeriod: string | null;
  readonly level: CatalogLevel;
  /** The level that was asked for, where one above it is shown because its areas cannot be drawn; else null. */
  readonly hidden: HiddenLevel | null;
  readonly mode: ResolvedMode;
  /** The area whose inside is shown; null for the whole of a territory without a single top. */
  readonly open: AreaDetail | null;
  /** An area without children that is looked at, inside `open`. */
  readonly selected: AreaDetail | null;
  /** A sum without denominator is shown as circles, never as a fill. */
  readonly isCount: boolean;
  readonly ramp: readonly string[];
}

/** The indicator of a view, or null when its lens has none. An unknown id falls back to the default of the lens. */
export function indicatorOf(
  view: Pick<BaseView, "lens" | "indicator">,
  catalog: Catalog,
): CatalogIndicator | null {
  const known = catalog.indicators.filter(({ lens }) => lens === view.lens);
  const byId = (id: string | null | undefined): CatalogIndicator | undefined =>
    id == null ? undefined : findIndicator(known, id);
  const lens = catalog.lenses.find(({ id }) => id === view.lens);
  return byId(view.indicator) ?? byId(lens?.defaultIndicator) ?? byId(lens?.indicators[0]) ?? null;
}

/** What a link names and the release does not have, as `key=value`: it is left out, and a notice names it. */
export function unknownNames(
  view: Pick<BaseView, "lens" | "indicator" | "mode">,
  catalog: Pick<Catalog, "indicators">,
): string[] {
  const isKnown = (id: string): boolean => findIndicator(catalog.indicators, id) !== undefined;
  const { mode } = view;
  const requested: (readonly [key: string, id: string | null])[] = [
    ["indicator", view.indicator],
    ["with", mode.kind === "bivariate" ? mode.second : null],
    ...(mode.kind === "compare" ? mode.maps : []).map(({ indicator }) => ["maps", indicator] as const),
  ];
  return requested.flatMap(([key, id]) => (id === null || isKnown(id) ? [] : [`${key}=${id}`]));
}

/** How an indicator is classed: the reader's choice as far as it has a meaning for it. */
export function classRule(
  {
    method,
    classes,
    zero,
    scope,
    breaks,
  }: Pick<BaseView, "method" | "classes" | "zero" | "scope" | "breaks">,
  indicator: Pick<CatalogIndicator, "policyBreaks">,
) {
  const isMeant = method !== "policy" || indicator.policyBreaks !== undefined;
  const isManual = method === "manual" && breaks !== null;
  return {
    method: (method === "manual" && !isManual) || !isMeant ? null : method,
    k: classes,
    zero,
    scope,
    breaks: isManual ? breaks.join() : null,
  };
}

/** Two indicators at once; null where the need is a sum and cannot be shaded, or has nothing in the period. */
function resolveBivariate(
  { second: id, ...rest }: BivariateMode,
  { lens }: Pick<BaseView, "lens">,
  catalog: Pick<Catalog, "indicators">,
  need: CatalogIndicator | null,
  period: string,
): ResolvedBivariate | null {
  if (lens !== NEED_LENS || !need || !isFilled(need) || !need.periods.includes(period)) return null;
  const second = findIndicator(
    catalog.indicators.filter((indicator) => isSecondLens(indicator.lens)),
    id,
  );
  const at = second && (second.periods.includes(period) ? period : nearestPeriod(period, second.periods));
  return second && at ? { ...rest, second, period: at } : null;
}

/** Whether there is a change to show: two periods with values to subtract, and no sum, which is no shade. */
const isChangeKnown = (since: string, indicator: CatalogIndicator | null, period: string): boolean =>
  indicator !== null &&
  isFilled(indicator) &&
  [since, period].every((end) => indicator.periods.includes(end)) &&
  comparePeriods(since, period) < 0;

/** The mode of a view as far as the indicator has it in the period. */
export function resolveMode(
  view: Pick<BaseView, "lens" | "mode">,
  catalog: Pick<Catalog, "indicators">,
  indicator: CatalogIndicator | null,
  period: string,
): ResolvedMode {
  const { mode } = view;
  const one = { kind: "one" } as const;
  if (mode.kind === "bivariate") return resolveBivariate(mode, view, catalog, indicator, period) ?? one;
  if (mode.kind === "change") return isChangeKnown(mode.since, indicator, period) ? mode : one;
  return mode;
}

/** The period with which the shown one is compared; null where a figure is shown and no change. */
export const sinceOf = ({ mode }: Pick<ResolvedView, "mode">): string | null =>
  mode.kind === "change" ? mode.since : null;

/** The maps that stand side by side; null where there is one. */
export const mapsOf = ({ mode }: Pick<ResolvedView, "mode">): readonly MapSpec[] | null =>
  mode.kind === "compare" ? mode.maps : null;

/** Zooms beyond the first legible one at which an area is large enough to read its colour and to be pressed. */
const COMFORT = 2.5;
/** Fewer children than this say little; their children are shown at once. */
const FEW = 6;

/**
 * The level shown automatically: the deepest that is comfortable at `zoom`, at least the children of `open`, and
 * one below them where the children are few.
 */
export function automaticLevel(
  levels: readonly CatalogLevel[],
  zoom: number,
  open: Pick<AreaDetail, "level" | "childCount"> | null,
): CatalogLevel {
  const openAt = levels.findIndex(({ id }) => id === open?.level);
  const least = openAt + (open && open.childCount < FEW ? 2 : 1);
  const comfortable = levels.findLastIndex(({ legibleZoom }) => legibleZoom + COMFORT <= zoom);
  return levels[Math.min(Math.max(least, comfortable), levels.length - 1)]!;
}

/** Most circles of a whole territory, and of an open area: no more centres are given at a time. */
const MOST_CIRCLES = { whole: 6000, inside: 10_000 } as const;
/** The fullest area of a level holds hardly more than this many times the mean. */
const FULLEST = 4;

function canBeCircles(
  level: CatalogLevel,
  levels: readonly CatalogLevel[],
  open: Pick<AreaDetail, "level"> | null,
): boolean {
  const openAt = levels.findIndex(({ id }) => id === open?.level);
  // A level that does not lie inside the open area is shown whole.
  const openCount = openAt < levels.indexOf(level) ? (levels[openAt]?.areaCount ?? 1) : 1;
  const { areaCount } = level;
  if (openCount <= 1) return areaCount <= MOST_CIRCLES.whole;
  return Math.min(areaCount, (areaCount / openCount) * FULLEST) <= MOST_CIRCLES.inside;
}

/**
 * The level that is shown for the one asked: itself where it can be drawn, else the deepest above that can, inside the open area
 * if there is one. `zoom` is null where no map is there yet; `isCount` asks for circles.
 */
export function drawnLevel(
  levels: readonly CatalogLevel[],
  asked: CatalogLevel,
  zoom: number | null,
  isCount: boolean,
  open: Pick<AreaDetail, "level"> | null,
): { level: CatalogLevel; hidden: HiddenLevel | null } {
  const canBeSeen = ({ minZoom }: CatalogLevel): boolean => isCount || zoom === null || minZoom <= zoom;
  const canBeDrawn = (level: CatalogLevel): boolean =>
    canBeSeen(level) && (!isCount || canBeCircles(level, levels, open));
  const openAt = levels.findIndex(({ id }) => id === open?.level);
  const upTo = levels.slice(0, levels.indexOf(asked) + 1);
  // Far out of the open area nothing of its inside can be drawn: it is shown among its neighbours then.
  const level = canBeDrawn(asked)
    ? asked
    : (upTo.slice(openAt + 1).findLast(canBeDrawn) ?? upTo.findLast(canBeDrawn) ?? asked);
  if (level === asked) return { level, hidden: null };
  return { level, hidden: { level: asked, reason: canBeSeen(asked) ? "circles" : "zoom" } };
}

/** The area whose inside is shown: that of the view, or the parent of one without children. */
export const openOf = (area: AreaDetail | null, parent: AreaDetail | null): AreaDetail | null =>
  area !== null && area.childLevel === null ? parent : area;

/**
 * Resolves a view. `area` is the area the view names (the root for none), null while it is unknown; `automatic` the level that
 * the zoom asks for; `zoom` is null where no map is there yet.
 */
export function resolveView(
  view: BaseView,
  catalog: Catalog,
  area: AreaDetail | null,
  parent: AreaDetail | null,
  automatic: CatalogLevel,
  zoom: number | null,
): ResolvedView {
  const isCount = (shown: CatalogIndicator | null): boolean => shown !== null && !isFilled(shown);
  const indicator = indicatorOf(view, catalog);
  const periods = indicator?.periods ?? catalog.periods;
  const last = periods[periods.length - 1] ?? catalog.periods[catalog.periods.length - 1] ?? "";
  const period = view.period !== null && catalog.periods.includes(view.period) ? view.period : last;
  const asked = catalog.levels.find(({ id }) => id === view.level) ?? automatic;
  const open = openOf(area, parent);
  return {
    release: catalog.release,
    lens: view.lens,
    indicator,
    period,
    nearestPeriod:
      indicator && period !== "" && !indicator.periods.includes(period)
        ? nearestPeriod(period, indicator.periods)
        : null,
    mode: resolveMode(view, catalog, indicator, period),
    ...drawnLevel(catalog.levels, asked, zoom, isCount(indicator), open),
    open,
    selected: area !== null && area.childLevel === null ? area : null,
    isCount: isCount(indicator),
    ramp: LENS_RAMPS[view.lens][view.theme satisfies Theme],
  };
}

/** Where Escape leads: the code one level up, null for the whole, undefined when there is no way up. */
export function areaAbove(area: AreaDetail | null, rootCode: string | null): string | null | undefined {
  if (!area || area.code === rootCode) return undefined;
  const above = area.parents[area.parents.length - 1]?.code ?? null;
  return above === rootCode ? null : above;
}
