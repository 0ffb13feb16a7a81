// The column of values that a view shows: how it is asked for, and what an answer says it holds.

import type { ClassMethod } from "#domain/classes";
import { isFilled } from "#domain/column_kind";
import type { Catalog, CatalogIndicator, CatalogLevel } from "#domain/contract/catalog";
import { formatColumnPeriod, parseColumnPeriod } from "#domain/column_id";
import { classRule, sinceOf } from "#client/model/resolved_view.ts";
import type { ResolvedView } from "#client/model/resolved_view.ts";
import type { ViewValue } from "./view_context.ts";

/** A level with more areas than this is asked for by parent only, and drawn without names of single areas. */
export const WHOLE_LEVEL = 6000;

/** Query of one column. A type and no interface, so that it is a record of parameters. */
// oxlint-disable-next-line typescript/consistent-type-definitions -- an interface has no index signature
export type ColumnQuery = {
  /** Address of the release. */
  readonly release: string;
  readonly indicator: string;
  /** A period, or a change `2014..2022`. */
  readonly period: string;
  readonly level: string;
};

type NamedColumn = Omit<ColumnQuery, "release">;

type Here = Pick<ViewValue, "view" | "catalog" | "resolved">;

/** Code of the open area, null for the whole of the territory. */
export const insideOf = ({
  catalog,
  resolved: { open },
}: Pick<Here, "catalog" | "resolved">): string | null =>
  open && open.code !== catalog.rootCode ? open.code : null;

/** Whether it is known which area is open. */
export const isPlaceKnown = ({ view, catalog, resolved: { open, selected } }: Here): boolean =>
  open !== null || selected?.parents.length === 0 || (view.area ?? catalog.rootCode) === null;

/** The column that the view shows: its indicator, or the change of it; null where there is none or two, or no area yet. */
export function columnOf(here: Here): ColumnQuery | null {
  const { catalog, resolved } = here;
  const { indicator, nearestPeriod, period, level, mode } = resolved;
  if (!indicator || nearestPeriod !== null || mode.kind === "bivariate" || !isPlaceKnown(here)) return null;
  const column = formatColumnPeriod({ from: sinceOf(resolved), to: period, isReliability: false });
  return { release: catalog.address, indicator: indicator.id, period: column, level: level.id };
}

/** Breaks by these methods are the same everywhere. */
const GIVEN: readonly (ClassMethod | null)[] = ["policy", "manual"];

/**
 * The open area if the areas that are shown lie within it, so that they can be listed and classed alone; null where all areas of the
 * level are shown.
 */
export function shownInside(here: Here): string | null {
  const { catalog, resolved } = here;
  const depth = (id: string | undefined): number => catalog.levels.findIndex((level) => level.id === id);
  return depth(resolved.level.id) > depth(resolved.open?.level) ? insideOf(here) : null;
}

/** Which areas make the breaks. Classes that several periods or levels share do not depend on what is shown of one. */
function classPlaceAsked(here: Here, method: ClassMethod | null) {
  const { view } = here;
  const parent = shownInside(here);
  const isFree = parent !== null && !GIVEN.includes(method);
  return {
    parent,
    within: isFree && view.classPlace === "open" ? parent : null,
    crowded: isFree && view.classPlace === "auto" && view.scope === "period" ? "within" : null,
  };
}

/** What is asked for the classes of a column, by the rule of the view. */
export function classesAsked(here: Here, indicator: CatalogIndicator, period: string) {
  const { catalog, resolved, view } = here;
  const rule = classRule(view, indicator);
  const column = { release: catalog.address, indicator: indicator.id, period, level: resolved.level.id };
  // Counts are no classes but circles of one scale.
  const place = isFilled(indicator) ? classPlaceAsked(here, rule.method) : {};
  return { query: { ...column, ...rule, ...place } };
}

/** What an answer holds, in the words of the catalogue. */
export interface AnsweredColumn {
  readonly indicator: CatalogIndicator;
  readonly level: CatalogLevel;
  readonly period: string;
  /** Set for a change. */
  readonly since: string | null;
}

/** What an answer or its question names; null where this release has no such indicator, level or period. */
export function answeredColumn(
  { indicators, levels }: Pick<Catalog, "indicators" | "levels">,
  named: NamedColumn | null | undefined,
): AnsweredColumn | null {
  const indicator = indicators.find(({ id }) => id === named?.indicator);
  const level = levels.find(({ id }) => id === named?.level);
  const period = named && parseColumnPeriod(named.period);
  return indicator && level && period ? { indicator, level, period: period.to, since: period.from } : null;
}

/** Whether two answers are about the same column. */
export const isSameColumn = (
  a: Partial<NamedColumn> | null | undefined,
  b: Partial<NamedColumn> | null | undefined,
): boolean =>
  a != null && b != null && a.indicator === b.indicator && a.period === b.period && a.level === b.level;

/** The column that a view asks for, whether its answer is there or not. */
export const requestedColumn = ({
  indicator,
  level,
  period,
  ...resolved
}: ResolvedView): AnsweredColumn | null =>
  indicator && { indicator, level, period, since: sinceOf(resolved) };
