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
import { RankedHead } from "./RankedHead.tsx";
import { TableRow } from "./TableRow.tsx";
import type { BarSpan } from "./ValueBar.tsx";
import type { Row, Sort } from "#client/model/ranking.ts";
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

/** What the bars of the rows reach from and to; zero lies within. */
const spanOf = ({ classes: { min, max } }: Pick<ClassesResponse, "classes">): BarSpan => ({
  least: Math.min(0, min ?? 0),
  most: Math.max(0, max ?? 0),
});
const NO_SPAN: BarSpan = { least: 0, most: 0 };

export function RankedTable({ values, rows, column, sort, onSort, isSheet }: RankedTableProps) {
  const { t } = useWords();
  const { resolved, view, change } = useView();
  const openArea = useOpen();
  const { indicator, period, since, level } = column;
  const { classes, fill } = useClassFill();
  const classed = isSameColumn(classes.shown?.answer, values.shown?.answer) ? classes.shown : null;
  const hovered = useHoverCode();
  const above = useShownNamesAbove();
  const state = useTrends(values, indicator);
  const people = useChangedPeople(values, column);
  const marked = useMemo(() => [since, period].filter((end) => end !== null), [since, period]);
  const picked = useMemo(() => new Set(view.set), [view.set]);
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
      head={
        <RankedHead
          {...{ column, people, state, sort, onSort }}
          previous={values.shown?.answer.previousPeriod}
        />
      }
      renderRow={(row, at, isTabStop) => (
        <TableRow
          key={row.area.code}
          row={row}
          at={at}
          column={column}
          fill={classed ? fill : null}
          span={classed ? spanOf(classed.answer) : NO_SPAN}
          trends={state.trends}
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
