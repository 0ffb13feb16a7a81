// The requests to the server when two indicators are shown: their classes, the list of one class, and any area inside.

import { useMemo } from "react";
import { pairAreasContract, pairsContract } from "#domain/contract/bivariate";
import type { PairArea, PairAreas, PairsResponse } from "#domain/contract/bivariate";
import { bivariateClassAt, writeAxisBounds } from "#domain/bivariate";
import type { Catalog, CatalogIndicator, CatalogLevel } from "#domain/contract/catalog";
import { WHOLE_LEVEL, shownInside, isPlaceKnown } from "#client/data/column.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import type { AnswerState } from "#client/data/use_answer.ts";
import { useView } from "#client/data/view_context.ts";
import type { ViewValue } from "#client/data/view_context.ts";
import { peopleInNeedOf } from "#client/model/people_in_need.ts";
import { changedBivariate } from "#client/model/view.ts";
import type { BivariateMode } from "#client/model/view.ts";

/** What is asked for the nine classes; null where one indicator is shown. */
export function bivariateAsked(here: ViewValue) {
  const { view, catalog, resolved } = here;
  const { indicator, period, level, mode } = resolved;
  if (mode.kind !== "bivariate" || !indicator || !isPlaceKnown(here)) return null;
  return {
    query: {
      release: catalog.address,
      need: `${indicator.id}@${period}`,
      other: `${mode.second.id}@${mode.period}`,
      level: level.id,
      // A sum grows with the size of its area, so that levels have no bounds in common.
      scope: view.scope === "levels" ? "periods" : view.scope,
      needBounds: writeAxisBounds(mode.bounds) || null,
      otherBounds: writeAxisBounds(mode.secondBounds) || null,
    },
  };
}

/** The indicator whose people are counted beside the values; null where there is none in the period. */
function peopleAsked({ catalog, resolved: { indicator, period } }: ViewValue): string | null {
  const counted = indicator && peopleInNeedOf(indicator, catalog);
  return counted?.indicator.periods.includes(period) ? counted.indicator.id : null;
}

/** What is asked for the areas of the picked class (of all) inside the open area. */
export function bivariateListAsked(here: ViewValue) {
  const classes = bivariateAsked(here);
  const { indicator, mode } = here.resolved;
  if (!classes || !indicator || mode.kind !== "bivariate") return null;
  const picked = mode.class === null ? null : bivariateClassAt(mode.class);
  const people = peopleAsked(here);
  const parent = shownInside(here);
  const { sort, first } = mode.order;
  return {
    query: {
      ...classes.query,
      sort,
      first,
      parent,
      people,
      needRung: picked?.need ?? null,
      otherRung: picked?.other ?? null,
    },
  };
}

type ClassesAsked = NonNullable<ReturnType<typeof bivariateAsked>>;
type ListAsked = NonNullable<ReturnType<typeof bivariateListAsked>>;

/** The bounds of both axes and how many areas each class holds. */
export const useBivariateClasses = (): AnswerState<PairsResponse, ClassesAsked> =>
  useAnswer(pairsContract, bivariateAsked(useView()));

/** The areas of the picked class, of all nine without one. */
export const useBivariateList = (): AnswerState<PairAreas, ListAsked> =>
  useAnswer(pairAreasContract, bivariateListAsked(useView()));

/** What the two columns of an answer are. */
export interface BivariateColumns {
  readonly need: CatalogIndicator;
  readonly period: string;
  readonly second: CatalogIndicator;
  readonly secondPeriod: string;
  readonly level: CatalogLevel;
}

/** What a question about two columns names; null where this release has no such indicator or level. */
export function bivariateColumns(
  { indicators, levels }: Pick<Catalog, "indicators" | "levels">,
  query: { readonly need: string; readonly other: string; readonly level: string } | undefined,
): BivariateColumns | null {
  const [need, period] = query?.need.split("@") ?? [];
  const [second, secondPeriod] = query?.other.split("@") ?? [];
  const find = (id: string | undefined): CatalogIndicator | undefined =>
    indicators.find((indicator) => indicator.id === id);
  const [first, other] = [find(need), find(second)];
  const level = levels.find(({ id }) => id === query?.level);
  return first && other && level
    ? { need: first, period: period!, second: other, secondPeriod: secondPeriod!, level }
    : null;
}

/** Whether two questions are about the same two columns. */
export const areSameColumns = (
  a: { readonly need: string; readonly other: string; readonly level: string } | null | undefined,
  b: { readonly need: string; readonly other: string; readonly level: string } | null | undefined,
): boolean => a != null && b != null && a.need === b.need && a.other === b.other && a.level === b.level;

const NO_AREAS: readonly PairArea[] = [];

export interface BivariateAreas {
  readonly state: AnswerState<PairAreas, ClassesAsked>;
  readonly columns: BivariateColumns | null;
  readonly areaOf: ReadonlyMap<string, PairArea>;
}

/** Every area inside the open one, by code; none where there are too many to ask for. */
export function useBivariateAreas(): BivariateAreas {
  const here = useView();
  const asked = bivariateAsked(here);
  const parent = shownInside(here);
  const people = peopleAsked(here);
  const isSmall = parent !== null || here.resolved.level.areaCount <= WHOLE_LEVEL;
  const state = useAnswer(
    pairAreasContract,
    asked && isSmall ? { query: { ...asked.query, parent, people, limit: 10_000 } } : null,
  );
  const { shown } = state;
  const areas = shown?.answer.areas ?? NO_AREAS;
  const areaOf = useMemo(() => new Map(areas.map((area) => [area.code, area])), [areas]);
  const { catalog } = here;
  const columns = useMemo(() => bivariateColumns(catalog, shown?.question.query), [catalog, shown]);
  return { state, columns, areaOf };
}

/** The writer of the mode: how two indicators are shown.. */
export function useChangeBivariate(): (
  patch: Partial<Omit<BivariateMode, "kind">>,
  how?: "push" | "replace",
) => void {
  const { view, change } = useView();
  return (patch, how) => {
    if (view.mode.kind === "bivariate") change({ mode: changedBivariate(view.mode, patch) }, how);
  };
}
