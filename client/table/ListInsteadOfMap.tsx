// The ranked list in the place of the map, for a territory whose areas have no geometry.

import { useMemo, useState } from "react";
import { useRankedRows } from "#client/data/use_values.ts";
import { useWords } from "#client/i18n/words.ts";
import { DEFAULT_SORT, sortRows } from "#client/model/ranking.ts";
import type { Sort } from "#client/model/ranking.ts";
import { RankedTable } from "./RankedTable.tsx";
import "./table.css";

export function ListInsteadOfMap() {
  const { t, language } = useWords();
  const { values, column, rows } = useRankedRows();
  const [sort, setSort] = useState<Sort>(DEFAULT_SORT);
  const sorted = useMemo(() => sortRows(rows, sort, language), [rows, sort, language]);
  return (
    <section className="list-instead-of-map table card" aria-label={t.noGeometry.title}>
      <h2>{t.noGeometry.title}</h2>
      <p>{t.noGeometry.what}</p>
      {column && (
        <RankedTable
          values={values}
          rows={sorted}
          column={column}
          sort={sort}
          onSort={setSort}
          isSheet={false}
        />
      )}
    </section>
  );
}
