// The table under the map (or in the sheet): its head line, and the rows when it is unfolded.

import { useMemo, useState } from "react";
import { Scatter } from "#client/modes/bivariate/Scatter.tsx";
import { Icon } from "#client/ui/Icon.tsx";
import { useWords } from "#client/i18n/words.ts";
import { useScreen } from "#client/data/screen.ts";
import {
  BivariatePeople,
  BivariateTable,
  useBivariateTableTitle,
} from "#client/modes/bivariate/BivariateTable.tsx";
import { RankedTable } from "#client/table/RankedTable.tsx";
import { DEFAULT_SORT, sortRows } from "#client/model/ranking.ts";
import type { Sort } from "#client/model/ranking.ts";
import "#client/table/table.css";

export function TablePane({ isSheet = false }: { readonly isSheet?: boolean }) {
  const words = useWords();
  const { t } = words;
  const { resolved, rows, view, change, csvAddress, inside, catalog } = useScreen();
  const pairTitle = useBivariateTableTitle();
  const [sort, setSort] = useState<Sort>(DEFAULT_SORT);
  const sorted = useMemo(() => sortRows(rows, sort, words.language), [rows, sort, words.language]);
  const isScatter = view.list === "scatter";
  const isOpen = isSheet || view.table;
  const isNeutral = resolved.indicator?.polarity === "neutral";
  const isLowWorst = resolved.indicator?.polarity === "higher-is-better";
  const byRank = isNeutral
    ? [t.largestFirst, t.smallestFirst]
    : [t.worstFirst(isLowWorst), t.bestFirst(isLowWorst)];
  const order = {
    rank: byRank[Number(sort.isReversed)]!,
    value: byRank[Number(sort.isReversed)]!,
    name: t.byName,
    numerator: t.byCount,
    change: t.byChange,
  }[sort.key];
  const answered = catalog.levels.find(({ id }) => id === inside.shown?.answer.level) ?? resolved.level;
  return (
    <section className={isSheet ? "table" : "table card"} aria-label={t.table} id="areas">
      <header>
        <h2>{resolved.pair ? pairTitle : t.tableOf(words.areas(answered, rows.length), order)}</h2>
        {resolved.open && <span>{t.tableInside(words.text(resolved.open.names))}</span>}
        {resolved.pair && <BivariatePeople />}
        {resolved.pair && isOpen && (
          <nav className="table-view" aria-label={t.table}>
            <button
              type="button"
              aria-pressed={!isScatter}
              onClick={() => change({ list: "table" }, "replace")}
            >
              {t.table}
            </button>
            <button
              type="button"
              aria-pressed={isScatter}
              onClick={() => change({ list: "scatter" }, "replace")}
            >
              {t.panels.scatter}
            </button>
          </nav>
        )}
        {csvAddress && (
          <a className="link" href={csvAddress} download>
            {t.download}
          </a>
        )}
        {!isSheet && (
          <button
            type="button"
            className="button is-square fold"
            aria-expanded={isOpen}
            aria-label={isOpen ? t.fold : t.unfold}
            title={isOpen ? t.fold : t.unfold}
            onClick={() => change({ table: !isOpen }, "replace")}
          >
            <Icon name={isOpen ? "down" : "up"} />
          </button>
        )}
      </header>
      {isOpen && resolved.pair && (isScatter ? <Scatter /> : <BivariateTable isSheet={isSheet} />)}
      {isOpen && resolved.indicator && !resolved.pair && (
        <RankedTable
          rows={sorted}
          indicator={resolved.indicator}
          sort={sort}
          onSort={setSort}
          isSheet={isSheet}
        />
      )}
    </section>
  );
}
