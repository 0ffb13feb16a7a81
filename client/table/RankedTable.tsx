// The map's twin: a ranked table that shares hover, selection and colours with it. Draws only the rows in view.

import { useEffect, useMemo, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { setHover, useHoverCode } from "#client/model/hover.ts";
import { useWords } from "#client/i18n/words.ts";
import { useNamesAbove } from "#client/data/names_above.ts";
import { useScreen } from "#client/data/screen.ts";
import { toggled } from "#client/model/area_set.ts";
import { TableRow } from "./TableRow.tsx";
import { countedMeasure } from "#client/model/ranking.ts";
import type { Row, Sort, SortKey } from "#client/model/ranking.ts";
import { useTrends } from "./use_trends.ts";
import { rowWindow } from "#client/ui/row_window.ts";

export interface RankedTableProps {
  readonly rows: readonly Row[];
  readonly indicator: CatalogIndicator;
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

export function RankedTable({ rows, indicator, sort, onSort, isSheet }: RankedTableProps) {
  const words = useWords();
  const { t } = words;
  const { openArea, catalog, resolved, view, change } = useScreen();
  const hovered = useHoverCode();
  const above = useNamesAbove();
  const { trends, retry } = useTrends(indicator);
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

  const previous = catalog.periods[catalog.periods.indexOf(resolved.period) - 1];
  const isChange = resolved.since !== null;
  const unit = isChange ? words.unitOfChange(indicator.unit) : words.unit(indicator.unit);
  const changeUnit = words.unitOfChange(indicator.unit);
  const measure = isChange ? null : countedMeasure(indicator);
  const counted = catalog.measures.find(({ id }) => id === measure);
  const marked = useMemo(
    () => [resolved.since, resolved.period].filter((period) => period !== null),
    [resolved.since, resolved.period],
  );
  const span = `${catalog.periods[0]}–${catalog.periods[catalog.periods.length - 1]}`;
  const columns: { key: SortKey; label: string }[] = [
    { key: "rank", label: t.rank },
    { key: "name", label: words.label(resolved.level.label) },
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
              (previous ? t.changeSince(previous, resolved.period) : t.changeNone) +
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
      <table aria-rowcount={rows.length + 1} aria-label={t.tableHelp}>
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
              indicator={indicator}
              trends={trends}
              marked={marked}
              above={above.get(row.area.code)}
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
