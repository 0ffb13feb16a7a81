// The map's twin: a ranked table that shares hover, selection and colours with it. Draws only the rows in view.

import { useEffect, useMemo, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import type { ClassesResponse } from "#domain/contract/values";
import { setHover, useHoverCode } from "#client/model/hover.ts";
import { useWords } from "#client/i18n/words.ts";
import { isSameColumn } from "#client/data/column.ts";
import type { AnsweredColumn } from "#client/data/column.ts";
import { useClassFill } from "#client/data/use_classes.ts";
import { useOpen } from "#client/data/use_navigation.ts";
import type { RankedRows } from "#client/data/use_values.ts";
import { useView } from "#client/data/view_context.ts";
import { toggled } from "#client/model/area_set.ts";
import { TableRow } from "./TableRow.tsx";
import { countedMeasure } from "#client/model/ranking.ts";
import type { Row, Sort, SortKey } from "#client/model/ranking.ts";
import { useTrends } from "./use_trends.ts";
import { rowWindow } from "#client/ui/row_window.ts";

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

/** The largest distance from zero in any class: the length of the longest bar. */
const mostOf = ({ classes: { min, max } }: Pick<ClassesResponse, "classes">): number =>
  Math.max(Math.abs(min ?? 0), Math.abs(max ?? 0));

export function RankedTable({ values, rows, column, sort, onSort, isSheet }: RankedTableProps) {
  const words = useWords();
  const { t } = words;
  const { catalog, resolved, view, change } = useView();
  const openArea = useOpen();
  const { indicator, period, since, level } = column;
  const { classes, fill } = useClassFill();
  const classed = isSameColumn(classes.shown?.answer, values.shown?.answer) ? classes.shown : null;
  const hovered = useHoverCode();
  const { trends, retry } = useTrends(values, indicator);
  const box = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState({ top: 0, height: 400 });
  const [active, setActive] = useState(0);
  const rowHeight = isSheet ? 44 : 28;
  const { first, end } = rowWindow(rows.length, rowHeight, scroll.top, scroll.height);
  const activeAt = Math.min(active, rows.length - 1);

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = (): void => setScroll({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const goTo = (at: number): void => {
    const row = rows[Math.max(0, Math.min(at, rows.length - 1))];
    if (!row) return;
    const index = rows.indexOf(row);
    setActive(index);
    setHover({ code: row.area.code, name: row.name, from: "table", point: null, box: null });
    const element = box.current;
    if (!element) return;
    const head = 28;
    const top = index * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    if (top + rowHeight > element.scrollTop + element.clientHeight - head)
      element.scrollTop = top + rowHeight + head - element.clientHeight;
    const drawn = (): HTMLElement | null => element.querySelector<HTMLElement>(`[data-row="${index}"]`);
    if (drawn()) drawn()?.focus();
    else requestAnimationFrame(() => requestAnimationFrame(() => drawn()?.focus()));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(scroll.height / rowHeight) - 2);
    const to: number | undefined = {
      ArrowDown: activeAt + 1,
      ArrowUp: activeAt - 1,
      PageDown: activeAt + page,
      PageUp: activeAt - page,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    if (to !== undefined) goTo(to);
    else if (event.key === "Enter" && rows[activeAt]) openArea(rows[activeAt].area.code);
    else if (event.key === " " && rows[activeAt])
      change({ set: toggled(view.set, rows[activeAt].area.code) });
    else return;
    event.preventDefault();
  };

  const previous = catalog.periods[catalog.periods.indexOf(period) - 1];
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
    { key: "name", label: words.text(level.label) },
    {
      key: "value",
      label: (indicator.symbol ?? words.text(indicator.label)) + (unit ? t.unitSuffix(unit) : ""),
    },
    ...(counted ? [{ key: "numerator" as const, label: words.text(counted.label) }] : []),
    ...(isChange
      ? []
      : [
          {
            key: "change" as const,
            label:
              (previous ? t.changeSince(previous) : t.changeNone) +
              (changeUnit ? t.unitSuffix(changeUnit) : ""),
          },
        ]),
  ];
  return (
    <div
      ref={box}
      className="table-scroll"
      onScroll={(event) =>
        setScroll({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })
      }
      onPointerLeave={() => setHover(null)}
    >
      <table
        aria-rowcount={rows.length + 1}
        aria-label={t.tableHelp}
        data-indicator={indicator.id}
        data-period={since === null ? period : `${since}..${period}`}
        data-level={level.id}
      >
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ key, label }) => (
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
              </th>
            ))}
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
          </tr>
        </thead>
        <tbody>
          {first > 0 && <tr aria-hidden="true" style={{ height: first * rowHeight }} />}
          {rows.slice(first, end).map((row, i) => (
            <TableRow
              key={row.area.code}
              row={row}
              at={first + i}
              column={column}
              fill={classed ? fill : null}
              most={classed ? mostOf(classed.answer) : 0}
              trends={trends}
              marked={marked}
              isSelected={picked.has(row.area.code) || resolved.selected?.code === row.area.code}
              isHovered={hovered === row.area.code}
              isActive={activeAt === first + i}
              onOpen={openArea}
              onKeyDown={onKeyDown}
            />
          ))}
          {end < rows.length && <tr aria-hidden="true" style={{ height: (rows.length - end) * rowHeight }} />}
        </tbody>
      </table>
    </div>
  );
}
