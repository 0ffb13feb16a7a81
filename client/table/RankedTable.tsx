// The map's twin: a ranked table that shares hover, selection and colours with it.

import { useMemo } from "react";
import type { ClassesResponse } from "#domain/contract/values";
import { setHover, useHoverCode } from "#client/model/hover.ts";
import { useWords } from "#client/i18n/words.ts";
import { useShownNamesAbove } from "#client/figures/use_names_above.ts";
import { isSameColumn } from "#client/data/column.ts";
import type { AnsweredColumn } from "#client/data/column.ts";
import { useClassFill } from "#client/data/use_classes.ts";
import { useOpen } from "#client/data/use_navigation.ts";
import type { RankedRows } from "#client/data/use_values.ts";
import { useView } from "#client/data/view_context.ts";
import { toggledIn } from "#client/model/basket.ts";
import { EndHeads, PeopleHead, RelativeHead } from "./change_cells.tsx";
import { TableRow } from "./TableRow.tsx";
import type { BarSpan } from "./ValueBar.tsx";
import { countedMeasure } from "#client/model/ranking.ts";
import type { Row, Sort, SortKey } from "#client/model/ranking.ts";
import { useChangedPeople } from "./use_people.ts";
import { useTrends } from "./use_trends.ts";
import { VirtualTable } from "#client/ui/VirtualTable.tsx";

export interface RankedTableProps {
  /** The answer that the rows are made of. */
  readonly values: RankedRows["values"];
  readonly rows: readonly Row[];
  /** What they are about. */
  readonly column: AnsweredColumn;
  readonly sort: Sort;
  onSort(sort: Sort): void;
  readonly isSheet: boolean;
}

const CELL_CLASS: Readonly<Record<SortKey, string>> = {
  rank: "num rank",
  name: "",
  value: "value",
  numerator: "num counted",
  change: "num change-head",
};

/** What the bars of the rows reach from and to; zero lies within. */
const spanOf = ({ classes: { min, max } }: Pick<ClassesResponse, "classes">): BarSpan => ({
  least: Math.min(0, min ?? 0),
  most: Math.max(0, max ?? 0),
});
const NO_SPAN: BarSpan = { least: 0, most: 0 };

export function RankedTable({ values, rows, column, sort, onSort, isSheet }: RankedTableProps) {
  const words = useWords();
  const { t } = words;
  const { catalog, resolved, view, change } = useView();
  const openArea = useOpen();
  const { indicator, period, since, level } = column;
  const { classes, fill } = useClassFill();
  const classed = isSameColumn(classes.shown?.answer, values.shown?.answer) ? classes.shown : null;
  const hovered = useHoverCode();
  const above = useShownNamesAbove();
  const { trends, retry } = useTrends(values, indicator);
  const people = useChangedPeople(values, column);
  const previous = values.shown?.answer.previousPeriod;
  const isChange = since !== null;
  const unit = isChange ? words.unitOfChange(indicator.unit) : words.unit(indicator.unit);
  const changeUnit = words.unitOfChange(indicator.unit);
  const measure = isChange ? null : countedMeasure(indicator);
  const counted = catalog.measures.find(({ id }) => id === measure);
  const marked = useMemo(() => [since, period].filter((end) => end !== null), [since, period]);
  const picked = useMemo(() => new Set(view.set), [view.set]);
  const span = `${catalog.periods[0]}–${catalog.periods[catalog.periods.length - 1]}`;
  const columns: { key: SortKey; label: string }[] = [
    { key: "rank", label: t.rank },
    { key: "name", label: words.label(level.label) },
    {
      key: "value",
      label: words.shortTitle(indicator) + (unit ? t.unitSuffix(unit) : ""),
    },
    ...(counted ? [{ key: "numerator" as const, label: words.label(counted.label) }] : []),
    ...(isChange
      ? []
      : [
          {
            key: "change" as const,
            label:
              (previous === undefined ? t.changeNone : t.changeSince(previous, resolved.period)) +
              (changeUnit ? t.unitSuffix(changeUnit) : ""),
          },
        ]),
  ];
  const head = (
    <>
      {columns.map(({ key, label }) => [
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
  return (
    <VirtualTable
      rows={rows}
      rowHeight={isSheet ? 44 : 28}
      label={t.tableHelp}
      about={{
        indicator: indicator.id,
        period: since === null ? period : `${since}..${period}`,
        level: level.id,
      }}
      head={head}
      renderRow={(row, at, isTabStop) => (
        <TableRow
          key={row.area.code}
          row={row}
          at={at}
          column={column}
          fill={classed ? fill : null}
          span={classed ? spanOf(classed.answer) : NO_SPAN}
          trends={trends}
          marked={marked}
          people={people}
          above={above.get(row.area.code)}
          isSelected={picked.has(row.area.code) || resolved.selected?.code === row.area.code}
          isHovered={hovered === row.area.code}
          isTabStop={isTabStop}
          onOpen={openArea}
        />
      )}
      onEnter={({ area }) => openArea(area.code)}
      onSpace={({ area }) => change(toggledIn(view, area.code))}
      onPointerLeave={() => setHover(null)}
    />
  );
}
