// The column of values that a view shows: how it is asked for, and what an answer says it holds.

import type { Catalog, CatalogIndicator, CatalogLevel } from "#domain/contract/catalog";
import { formatColumnPeriod, parseColumnPeriod } from "#domain/column_id";
import { classRule, sinceOf } from "#client/model/resolved_view.ts";
import type { ResolvedView } from "#client/model/resolved_view.ts";
import type { BaseView } from "#client/model/view.ts";
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

/** What is asked for the classes of a column, by the rule of the view. */
export const classesAsked = (
  view: BaseView,
  { address: release }: Pick<Catalog, "address">,
  indicator: CatalogIndicator,
  period: string,
  { id: level }: Pick<CatalogLevel, "id">,
) => ({ query: { release, indicator: indicator.id, period, level, ...classRule(view, indicator) } });

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
