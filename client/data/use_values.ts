// The values of the shown level: ranked inside the open area, and of any area by its code.

import { useMemo } from "react";
import { valuesContract } from "#domain/contract/values";
import type { AreaValue, Values } from "#domain/contract/values";
import { useWords } from "#client/i18n/words.ts";
import { rankRows } from "#client/model/ranking.ts";
import type { Row } from "#client/model/ranking.ts";
import { WHOLE_LEVEL, answeredColumn, columnOf, isSameColumn, shownInside } from "./column.ts";
import type { AnsweredColumn, ColumnQuery } from "./column.ts";
import { useAnswer } from "./use_answer.ts";
import type { AnswerState } from "./use_answer.ts";
import { useView } from "./view_context.ts";
import type { ViewValue } from "./view_context.ts";

interface Asked {
  readonly query: ColumnQuery & { readonly parent: string | null };
}

/** What is asked for the values of the shown areas, inside the open one if they lie there; null where there is no column. */
export function valuesOfView(here: ViewValue): Asked | null {
  const column = columnOf(here);
  return column && { query: { ...column, parent: shownInside(here) } };
}

/** The values inside the open area. */
export const useValues = (): AnswerState<Values, Asked> => useAnswer(valuesContract, valuesOfView(useView()));

const NO_AREAS: readonly AreaValue[] = [];

function useRows(areas: readonly AreaValue[] | undefined, column: AnsweredColumn | null): readonly Row[] {
  const words = useWords();
  const polarity = column?.indicator.polarity ?? "neutral";
  return useMemo(
    () => rankRows(areas ?? NO_AREAS, { polarity }, ({ names }) => words.text(names)),
    [areas, polarity, words],
  );
}

export interface RankedRows {
  readonly values: AnswerState<Values, Asked>;
  /** What the rows are about; null until there are any. */
  readonly column: AnsweredColumn | null;
  readonly rows: readonly Row[];
}

/** The last good values inside an area, ranked. */
export function useRankedRows(): RankedRows {
  const { catalog } = useView();
  const values = useValues();
  const answer = values.shown?.answer;
  const column = useMemo(() => answeredColumn(catalog, answer), [catalog, answer]);
  return { values, column, rows: useRows(answer?.areas, column) };
}

export interface AreaRows {
  readonly column: AnsweredColumn | null;
  /** What is known of any area of the level; only those inside the open area are ranked. */
  readonly rowOf: ReadonlyMap<string, Row>;
  /** How many of them are ranked. */
  readonly ranked: number;
}

/** What is known of any area of the shown level, all about one column. */
export function useAreaRows(): AreaRows {
  const here = useView();
  const { values, column, rows } = useRankedRows();
  const query = columnOf(here);
  const isWanted = shownInside(here) !== null && here.resolved.level.areaCount <= WHOLE_LEVEL;
  const whole = useAnswer(valuesContract, query && isWanted ? { query } : null);
  const known = isSameColumn(whole.shown?.answer, values.shown?.answer)
    ? whole.shown?.answer.areas
    : undefined;
  const others = useRows(known, column);
  return useMemo(() => {
    const rowOf = new Map<string, Row>();
    for (const row of others) rowOf.set(row.area.code, { ...row, rank: null, range: null });
    for (const row of rows) rowOf.set(row.area.code, row);
    return { column, rowOf, ranked: rows.filter(({ range }) => range !== null).length };
  }, [column, others, rows]);
}
