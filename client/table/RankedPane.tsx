// The ranked list of the shown level inside the open area.

import { useMemo, useState } from "react";
import { valuesContract } from "#domain/contract/values";
import { addressOf } from "#client/data/api.ts";
import { useFilter } from "#client/data/use_filter.ts";
import { workbookAddress } from "#client/data/workbook.ts";
import { useKeptAreas } from "#client/model/kept_areas.ts";
import { formatColumnId } from "#domain/column_id";
import { writeConditions } from "#domain/condition";
import { requestedColumn } from "#client/data/column.ts";
import type { AnsweredColumn } from "#client/data/column.ts";
import { useOpenArea } from "#client/data/use_open_area.ts";
import { useRankedRows } from "#client/data/use_values.ts";
import { useWait } from "#client/data/use_wait.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import type { Words } from "#client/i18n/words.ts";
import { DEFAULT_SORT, sortRows } from "#client/model/ranking.ts";
import type { Sort } from "#client/model/ranking.ts";
import { PRINTED_ROWS } from "#client/ui/row_window.ts";
import { useColumnName } from "#client/ui/Waiting.tsx";
import { PaneFrame } from "./PaneFrame.tsx";
import { RankedTable } from "./RankedTable.tsx";

/** The order of the rows in words. */
function orderOf({ indicator, since }: AnsweredColumn, { key, isReversed }: Sort, { t }: Words): string {
  const isLowWorst = indicator.polarity === "higher-is-better";
  const [first, last] =
    indicator.polarity === "neutral"
      ? [t.largestFirst, t.smallestFirst]
      : since === null
        ? [t.worstFirst(isLowWorst), t.bestFirst(isLowWorst)]
        : [t.worsenedFirst, t.improvedFirst];
  const byRank = isReversed ? last : first;
  return { rank: byRank, value: byRank, name: t.byName, numerator: t.byCount, change: t.byChange }[key];
}

export function RankedPane({ isSheet }: { readonly isSheet: boolean }) {
  const words = useWords();
  const { t } = words;
  const here = useView();
  const { values, column, rows } = useRankedRows();
  const place = useOpenArea(here);
  const columnName = useColumnName();
  const [sort, setSort] = useState<Sort>(DEFAULT_SORT);
  const kept = useKeptAreas();
  const isFiltered = kept !== null && kept.level === column?.level.id;
  const listed = useMemo(
    () => (isFiltered ? rows.filter(({ area }) => kept.codes.has(area.code)) : rows),
    [rows, kept, isFiltered],
  );
  const sorted = useMemo(() => sortRows(listed, sort, words.language), [listed, sort, words.language]);
  const where = useFilter().asked;
  const wait = useWait(values, place);
  const coming = requestedColumn(here.resolved);
  const what = coming ? columnName(coming) : "";
  const { shown } = values;
  if (!shown || !column || wait === "overdue")
    return (
      <PaneFrame
        title={t.table}
        parent={undefined}
        period=""
        wait={wait}
        what={what}
        csv={null}
        xlsx={null}
        isSheet={isSheet}
      >
        {coming && <div className="skeleton" style={{ height: isSheet ? 240 : 120 }} />}
      </PaneFrame>
    );
  const { query } = shown.question;
  return (
    <PaneFrame
      title={t.tableOf(
        words.areas(column.level, listed.length),
        t.join([orderOf(column, sort, words), ...(isFiltered ? [t.filters.inTable] : [])]),
      )}
      parent={query.parent ?? null}
      period={column.since === null ? column.period : t.panels.between(column.since, column.period)}
      wait={wait}
      what={what}
      csv={addressOf({ contract: valuesContract, query: { ...query, format: "csv" } })}
      xlsx={workbookAddress({
        release: query.release,
        level: query.level,
        parent: query.parent,
        columns: formatColumnId(query),
        where: where.length > 0 ? writeConditions(where) : null,
        language: words.language,
      })}
      isSheet={isSheet}
    >
      <RankedTable
        values={values}
        rows={sorted}
        column={column}
        sort={sort}
        onSort={setSort}
        isSheet={isSheet}
      />
      {sorted.length > PRINTED_ROWS && (
        <p className="paper-only" aria-hidden="true">
          {t.printedRows(PRINTED_ROWS, words.number(sorted.length, "count", { whole: true }))}
        </p>
      )}
    </PaneFrame>
  );
}
