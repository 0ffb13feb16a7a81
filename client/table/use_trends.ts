// The trends of the rows in a table: asked for once the rows are there, kept while only the period moves.

import { useMemo } from "react";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { MAX_TREND_AREAS, trendsContract } from "#domain/contract/trends";
import type { Value } from "#domain/missing";
import { useResource } from "../resource.ts";
import { useScreen } from "../screen.ts";
import { sparkScale } from "./spark.ts";
import type { SparkScale } from "./spark.ts";

export interface RowTrends {
  /** Null until they are there. */
  readonly scale: SparkScale | null;
  readonly valuesOf: ReadonlyMap<string, readonly Value[]>;
}

/**
 * Gives the trends of the shown rows, null where there is one period only or too many rows to ask for; and after a failure the
 * way to ask again.
 */
export function useTrends({ id, methodChanges }: CatalogIndicator): {
  trends: RowTrends | null;
  retry: (() => void) | null;
} {
  const { catalog, inside, scene } = useScreen();
  const { level } = scene;
  const insideOf = scene.open && scene.open.code !== catalog.rootCode ? scene.open.code : null;
  const count = inside.data?.areas.length ?? inside.last?.areas.length ?? 0;
  const isMeant = catalog.periods.length > 1 && count <= MAX_TREND_AREAS;
  const { last, error, retry } = useResource(
    isMeant && inside.data
      ? {
          contract: trendsContract,
          query: { release: catalog.release, indicator: id, level: level.id, parent: insideOf },
        }
      : null,
  );
  // Rows that are still those of the last view must not get the trends of the next.
  const answer =
    last?.indicator === inside.last?.indicator && last?.level === inside.last?.level ? last : null;
  const trends = useMemo(() => {
    if (!answer) return { scale: null, valuesOf: new Map<string, readonly Value[]>() };
    const changes = methodChanges?.map(({ period }) => period);
    return {
      scale: sparkScale(
        answer.periods,
        answer.areas.map(({ values }) => values),
        changes,
      ),
      valuesOf: new Map(answer.areas.map(({ code, values }) => [code, values])),
    };
  }, [answer, methodChanges]);
  return { trends: isMeant ? trends : null, retry: error ? retry : null };
}
