// The head of the ranked table: a button in each column that sorts by it.

import type { AnsweredColumn } from "#client/data/column.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { countedMeasure } from "#client/model/ranking.ts";
import type { Sort, SortKey } from "#client/model/ranking.ts";
import { EndHeads, PeopleHead, RelativeHead } from "./change_cells.tsx";
import type { ChangedPeople } from "./use_people.ts";
import type { TrendsState } from "./use_trends.ts";

export interface RankedHeadProps {
  readonly column: AnsweredColumn;
  /** The period that the change of a value counts from; undefined where there is none. */
  readonly previous: string | undefined;
  readonly people: ChangedPeople | null;
  readonly state: TrendsState;
  readonly sort: Sort;
  onSort(sort: Sort): void;
}

const CELL_CLASS: Readonly<Record<SortKey, string>> = {
  rank: "num rank",
  name: "",
  value: "value",
  numerator: "num counted",
  change: "num change-head",
};

interface HeadCell {
  readonly key: SortKey;
  readonly label: string;
}

/** The columns that rows can be sorted by, with their names. */
function useHeadCells({ indicator, since, level }: AnsweredColumn, previous: string | undefined): HeadCell[] {
  const words = useWords();
  const { t } = words;
  const { catalog, resolved } = useView();
  const isChange = since !== null;
  const changeUnit = words.unitOfChange(indicator.unit);
  const unit = isChange ? changeUnit : words.unit(indicator.unit);
  const withUnit = (name: string, of: string): string => name + (of ? t.unitSuffix(of) : "");
  const measure = isChange ? null : countedMeasure(indicator);
  const counted = catalog.measures.find(({ id }) => id === measure);
  const changeName = previous === undefined ? t.changeNone : t.changeSince(previous, resolved.period);
  return [
    { key: "rank", label: t.rank },
    { key: "name", label: words.label(level.label) },
    { key: "value", label: withUnit(words.shortTitle(indicator), unit) },
    ...(counted ? [{ key: "numerator" as const, label: words.label(counted.label) }] : []),
    ...(isChange ? [] : [{ key: "change" as const, label: withUnit(changeName, changeUnit) }]),
  ];
}

export function RankedHead({ column, previous, people, state, sort, onSort }: RankedHeadProps) {
  const { t } = useWords();
  const { catalog } = useView();
  const cells = useHeadCells(column, previous);
  const { period, since } = column;
  const { trends, retry } = state;
  const span = `${catalog.periods[0]}–${catalog.periods[catalog.periods.length - 1]}`;
  return (
    <>
      {cells.map(({ key, label }) => [
        key === "value" && since !== null && trends && <EndHeads key="ends" since={since} period={period} />,
        <th
          key={key}
          scope="col"
          className={CELL_CLASS[key]}
          aria-sort={sort.key === key ? (sort.isReversed ? "descending" : "ascending") : undefined}
        >
          <button
            type="button"
            title={t.sortBy(label)}
            onClick={() => onSort({ key, isReversed: sort.key === key && !sort.isReversed })}
          >
            {label}
          </button>
        </th>,
      ])}
      {since !== null && trends && <RelativeHead />}
      {people && <PeopleHead people={people} period={period} />}
      {trends && (
        <th scope="col" className="trend-cell" title={t.trendHeadWhat(span)}>
          {retry ? (
            <button type="button" className="link" title={t.trendsFailed} onClick={retry}>
              {t.problem.retry}
            </button>
          ) : (
            t.trendHead
          )}
        </th>
      )}
    </>
  );
}
