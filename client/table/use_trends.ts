// The trends of the rows in a table: asked for once the rows are there, kept while only the period moves.

import { useMemo } from "react";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { MAX_TREND_AREAS, trendsContract } from "#domain/contract/trends";
import type { Trends } from "#domain/contract/trends";
import { useAnswer } from "#client/data/use_answer.ts";
import type { RankedRows } from "#client/data/use_values.ts";
import { useView } from "#client/data/view_context.ts";
import { sparkScale } from "./spark.ts";
import type { SparkScale } from "./spark.ts";

export interface RowTrends {
  /** Periods of the values, in order. */
  readonly periods: readonly string[];
  /** Null until they are there. */
  readonly scale: SparkScale | null;
  readonly of: ReadonlyMap<string, Trends["areas"][number]>;
}

export interface TrendsState {
  readonly trends: RowTrends | null;
  readonly retry: (() => void) | null;
}

/**
 * The trends of the rows of an answer, null where there is one period only or too many rows to ask for; and after a failure the
 * way to ask again.
 */
export function useTrends(
  { data, shown }: RankedRows["values"],
  { methodChanges }: CatalogIndicator,
): TrendsState {
  const { catalog } = useView();
  const isMeant = catalog.periods.length > 1 && (shown?.answer.areas.length ?? 0) <= MAX_TREND_AREAS;
  const query = data && shown?.question.query;
  const { release, indicator, level, parent } = query ?? {};
  const trended = useAnswer(
    trendsContract,
    isMeant && query ? { query: { release, indicator, level, parent } } : null,
  );
  // Rows that are still those of the last view must not get the trends of the next.
  const known = trended.shown?.answer;
  const answer =
    known?.indicator === shown?.answer.indicator && known?.level === shown?.answer.level ? known : null;
  const trends = useMemo(() => {
    if (!answer) return { periods: [], scale: null, of: new Map<string, Trends["areas"][number]>() };
    const changes = methodChanges?.map(({ period }) => period);
    return {
      periods: answer.periods,
      scale: sparkScale(
        answer.periods,
        answer.areas.map(({ values }) => values),
        changes,
      ),
      of: new Map(answer.areas.map((area) => [area.code, area])),
    };
  }, [answer, methodChanges]);
  return { trends: isMeant ? trends : null, retry: trended.error ? trended.retry : null };
}
