// The conditions of the view, judged for every area of the shown level inside the open area.

import { useMemo } from "react";
import { columnsContract } from "#domain/contract/columns";
import type { Columns } from "#domain/contract/columns";
import { findIndicator } from "#domain/indicator";
import type { Condition } from "#domain/condition";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { filterAreas, peopleMeasure } from "#client/model/filter.ts";
import type { Filtered } from "#client/model/filter.ts";
import { useDraftConditions } from "#client/model/draft_conditions.ts";
import { shownInside, isPlaceKnown } from "./column.ts";
import { useAnswer } from "./use_answer.ts";
import type { AnswerState } from "./use_answer.ts";
import { useView } from "./view_context.ts";

/** The conditions that are in force, those on indicators that the release has; `isDraft` while a handle is being moved. */
export function useConditions(): readonly Condition[] {
  const { view, catalog } = useView();
  const draft = useDraftConditions();
  const conditions = draft ?? view.where;
  return useMemo(
    () =>
      (conditions ?? []).flatMap((condition) => {
        const indicator: CatalogIndicator | undefined = findIndicator(
          catalog.indicators,
          condition.indicator,
        );
        return indicator ? [{ ...condition, indicator: indicator.id }] : [];
      }),
    [conditions, catalog],
  );
}

export interface Filter {
  readonly conditions: readonly Condition[];
  readonly columns: AnswerState<Columns>;
  /** The conditions with the periods of the values by which they were judged. */
  readonly asked: readonly Condition[];
  /** What an answer that holds all conditions makes of them; null while there is none. */
  readonly filtered: Filtered | null;
}

/** Judges the conditions of the view. */
export function useFilter(): Filter {
  const here = useView();
  const { catalog, resolved } = here;
  const conditions = useConditions();
  const indicators = conditions.map(({ indicator }) => indicator).sort();
  const isAsked = indicators.length > 0 && isPlaceKnown(here);
  const columns = useAnswer(
    columnsContract,
    isAsked
      ? {
          query: {
            release: catalog.address,
            level: resolved.level.id,
            parent: shownInside(here),
            period: resolved.period,
            indicators: indicators.join(),
            people: peopleMeasure(catalog),
          },
        }
      : null,
  );
  const answer = columns.data;
  const filtered = useMemo(
    () => (answer && conditions.length > 0 ? filterAreas(answer, conditions) : null),
    [answer, conditions],
  );
  const asked = useMemo(() => {
    const periods = new Map(answer?.columns.map(({ indicator, period }) => [indicator, period]));
    return conditions.map((condition) => ({
      ...condition,
      period: periods.get(condition.indicator) ?? null,
    }));
  }, [answer, conditions]);
  return { conditions, columns, filtered, asked };
}
