// The trends of the rows in a table: asked for once the rows are there, kept while only the period moves.

import { useMemo } from "react";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { MAX_TREND_AREAS, trendsContract } from "#domain/contract/trends";
import type { Trends } from "#domain/contract/trends";
import { useAnswer } from "#client/data/use_answer.ts";
import { useScreen } from "#client/data/screen.ts";
import { sparkScale } from "./spark.ts";
import type { SparkScale } from "./spark.ts";

export interface RowTrends {
  /** Null until they are there. */
  readonly scale: SparkScale | null;
  readonly of: ReadonlyMap<string, Trends["areas"][number]>;
}

/**
 * Gives the trends of the shown rows, null where there is one period only or too many rows to ask for; and after a failure the
 * way to ask again.
 */
export function useTrends({ id, methodChanges }: CatalogIndicator): {
  trends: RowTrends | null;
  retry: (() => void) | null;
} {
  const { catalog, inside, resolved } = useScreen();
  const { level } = resolved;
  const insideOf = resolved.open && resolved.open.code !== catalog.rootCode ? resolved.open.code : null;
  const count = inside.data?.areas.length ?? inside.shown?.answer.areas.length ?? 0;
  const isMeant = catalog.periods.length > 1 && count <= MAX_TREND_AREAS;
  const { shown, error, retry } = useAnswer(
    trendsContract,
    isMeant && inside.data
      ? {
          query: { release: catalog.release, indicator: id, level: level.id, parent: insideOf },
        }
      : null,
  );
  const last = shown?.answer;
  // Rows that are still those of the last view must not get the trends of the next.
  const answer =
    last?.indicator === inside.shown?.answer.indicator && last?.level === inside.shown?.answer.level
      ? last
      : null;
  const trends = useMemo(() => {
    if (!answer) return { scale: null, of: new Map<string, Trends["areas"][number]>() };
    const changes = methodChanges?.map(({ period }) => period);
    return {
      scale: sparkScale(
        answer.periods,
        answer.areas.map(({ values }) => values),
        changes,
      ),
      of: new Map(answer.areas.map((area) => [area.code, area])),
    };
  }, [answer, methodChanges]);
  return { trends: isMeant ? trends : null, retry: error ? retry : null };
}
