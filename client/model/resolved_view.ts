// What the screen shows: the view, with every default resolved against the catalogue and the open area.

import { isFilled } from "#domain/column_kind";
import type { AreaDetail } from "#domain/contract/areas";
import type { Catalog, CatalogIndicator, CatalogLevel } from "#domain/contract/catalog";
import { findIndicator } from "#domain/indicator";
import { isSecondLens, NEED_LENS, type LensId } from "#domain/lens";
import { LENS_RAMPS } from "#domain/lens_colours";
import { comparePeriods, periodSpan } from "#domain/period";
import type { Theme, View } from "./view.ts";

/** What is held against the need: an indicator of supply or help, in the period nearest to the one shown. */
export interface SecondIndicator {
  readonly other: CatalogIndicator;
  readonly period: string;
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
  /** Set when the change since an earlier period is shown instead of the figure itself. */
  readonly since: string | null;
  /** Set when two indicators are shown at once. */
  readonly pair: SecondIndicator | null;
  /** The area whose inside is shown; null for the whole of a territory without a single top. */
  readonly open: AreaDetail | null;
  /** An area without children that is looked at, inside `open`. */
  readonly selected: AreaDetail | null;
  /** A sum without denominator is shown as circles, never as a fill. */
  readonly isCount: boolean;
  readonly ramp: readonly string[];
}

/** Gives the indicator of a view, or null when its lens has none. An unknown id falls back to the default of the lens. */
export function indicatorOf(
  view: Pick<View, "lens" | "indicator">,
  catalog: Catalog,
): CatalogIndicator | null {
  const known = catalog.indicators.filter(({ lens }) => lens === view.lens);
  const byId = (id: string | null | undefined): CatalogIndicator | undefined =>
    id == null ? undefined : findIndicator(known, id);
  const lens = catalog.lenses.find(({ id }) => id === view.lens);
  return byId(view.indicator) ?? byId(lens?.defaultIndicator) ?? byId(lens?.indicators[0]) ?? null;
}

/** Gives what a link names and the release does not have, as `key=value`: it is shown without, and the reader is told. */
export function unknownNames(
  view: Pick<View, "lens" | "indicator" | "against" | "maps">,
  catalog: Pick<Catalog, "indicators">,
): string[] {
  const isKnown = (id: string): boolean => findIndicator(catalog.indicators, id) !== undefined;
  const requested: (readonly [key: string, id: string | null])[] = [
    ["indicator", view.indicator],
    ["with", view.against],
    ...(view.maps ?? []).map(({ indicator }) => ["maps", indicator] as const),
  ];
  return requested.flatMap(([key, id]) => (id === null || isKnown(id) ? [] : [`${key}=${id}`]));
}

/** How an indicator is classed: the reader's choice as far as it has a meaning for it. */
export function classRule(
  { method, classes, zero, scope, breaks }: Pick<View, "method" | "classes" | "zero" | "scope" | "breaks">,
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

/** Gives the period of `candidates` that is closest in time to `period`, the later of two. */
export function nearestPeriod(period: string, candidates: readonly string[]): string | null {
  const at = periodSpan(period).start;
  const distance = (other: string): number => Math.abs(periodSpan(other).start - at);
  return candidates.reduce<string | null>(
    (best, other) => (best === null || distance(other) <= distance(best) ? other : best),
    null,
  );
}

/** Gives the second indicator of a view; null where one is shown, or where the need is a sum and cannot be shaded. */
export function pairOf(
  view: Pick<View, "lens" | "against">,
  catalog: Catalog,
  need: CatalogIndicator | null,
  period: string,
): SecondIndicator | null {
  if (view.lens !== NEED_LENS || need === null || !isFilled(need)) return null;
  const others = catalog.indicators.filter(({ lens }) => isSecondLens(lens));
  const other = view.against === null ? undefined : findIndicator(others, view.against);
  const at = other && (other.periods.includes(period) ? period : nearestPeriod(period, other.periods));
  return other && at && need.periods.includes(period) ? { other, period: at } : null;
}

/** Gives the period that the shown one is compared with; null where there is nothing to subtract, or a sum, which is no shade. */
export function sinceOf(
  view: Pick<View, "since">,
  indicator: CatalogIndicator | null,
  period: string,
): string | null {
  if (!indicator || !isFilled(indicator) || view.since === null) return null;
  const isKnown = [view.since, period].every((one) => indicator.periods.includes(one));
  return isKnown && comparePeriods(view.since, period) < 0 ? view.since : null;
}

/** Zooms beyond the first legible one at which an area is large enough to read its colour and to be pressed. */
const COMFORT = 2.5;
/** Fewer children than this say little; their children are shown at once. */
const FEW = 6;

/**
 * Gives the level shown automatically: the deepest that is comfortable at `zoom`, at least the children of `open`, and
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

/** Resolves a view. `area` is the area the view names (the root for none), null while it is unknown. */
export function resolveView(
  view: View,
  catalog: Catalog,
  area: AreaDetail | null,
  parent: AreaDetail | null,
  zoom: number,
): ResolvedView {
  const isLeaf = area !== null && area.childLevel === null;
  const open = isLeaf ? parent : area;
  const indicator = indicatorOf(view, catalog);
  const periods = indicator?.periods ?? catalog.periods;
  const last = periods[periods.length - 1] ?? catalog.periods[catalog.periods.length - 1] ?? "";
  const period = view.period !== null && catalog.periods.includes(view.period) ? view.period : last;
  const fixed = catalog.levels.find(({ id }) => id === view.level);
  const pair = pairOf(view, catalog, indicator, period);
  const since = pair ? null : sinceOf(view, indicator, period);
  return {
    release: catalog.release,
    lens: view.lens,
    indicator,
    period,
    nearestPeriod:
      indicator && period !== "" && !indicator.periods.includes(period)
        ? nearestPeriod(period, indicator.periods)
        : null,
    since,
    pair,
    level: fixed ?? automaticLevel(catalog.levels, zoom, open),
    open,
    selected: isLeaf ? area : null,
    isCount: indicator !== null && !isFilled(indicator),
    ramp: LENS_RAMPS[view.lens][view.theme satisfies Theme],
  };
}

/** Gives where Escape leads: the code one level up, null for the whole, undefined when there is no way up. */
export function areaAbove(area: AreaDetail | null, rootCode: string | null): string | null | undefined {
  if (!area || area.code === rootCode) return undefined;
  const above = area.parents[area.parents.length - 1]?.code ?? null;
  return above === rootCode ? null : above;
}
