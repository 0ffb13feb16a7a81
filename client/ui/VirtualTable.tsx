// A table of rows of one height that draws only those in view, under a head that stays. The rows are one stop of Tab: arrow
// keys, Page Up and Down, Home and End move between them.

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { FocusEvent, KeyboardEvent, ReactElement, ReactNode } from "react";
import { usePrinting } from "#client/model/printing.ts";
import { PRINTED_ROWS, rowAfterKey, rowWindow, scrollTopFor } from "./row_window.ts";
import "./virtual_table.css";

export interface VirtualTableProps<Row> {
  readonly rows: readonly Row[];
  /** In pixels. */
  readonly rowHeight: number;
  readonly label?: string;
  readonly className?: string;
  /** What the rows are about, for whoever reads the page by program. */
  readonly about?: { readonly indicator: string; readonly period: string; readonly level: string };
  /** Cells of the head. */
  readonly head: ReactNode;
  /** Rows under the others that stay in view. */
  readonly foot?: readonly ReactElement[] | undefined;
  /** A `<tr>` with the attributes of `rowAttributes(at, isTabStop)`; `at` is its place in `rows`. */
  renderRow(row: Row, at: number, isTabStop: boolean): ReactElement;
  /** Called for Enter on a row. */
  onEnter(row: Row): void;
  /** Called for the space bar on a row. */
  onSpace?(row: Row): void;
  onPointerLeave?(): void;
  /** What follows the table inside the scrolled part. */
  readonly children?: ReactNode;
}

export interface RowAttributes {
  readonly "data-row": number;
  readonly "aria-rowindex": number;
  readonly tabIndex: number;
}

/** The attributes of row `at` by which keys and screen readers find it. */
export const rowAttributes = (at: number, isTabStop: boolean): RowAttributes => ({
  "data-row": at,
  "aria-rowindex": at + 2,
  tabIndex: isTabStop ? 0 : -1,
});

const rowOf = (target: EventTarget): HTMLElement | null =>
  (target as HTMLElement).closest<HTMLElement>("[data-row]");

export function VirtualTable<Row>({
  rows,
  rowHeight,
  label,
  className = "",
  about,
  head,
  foot = [],
  renderRow,
  onEnter,
  onSpace,
  onPointerLeave,
  children,
}: VirtualTableProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const isToFocus = useRef(false);
  const [viewport, setViewport] = useState({ top: 0, height: 400 });
  const [active, setActive] = useState(0);
  const isPrinting = usePrinting();
  const { first, end } = isPrinting
    ? { first: 0, end: Math.min(PRINTED_ROWS, rows.length) }
    : rowWindow(rows.length, rowHeight, viewport.top, viewport.height);
  // Scrolled out of view, the active row is not drawn: Tab then stops at the first that is.
  const tabStop = active >= first && active < end ? active : first;

  const measure = useCallback((): void => {
    const element = scroller.current;
    if (element) setViewport({ top: element.scrollTop, height: element.clientHeight });
  }, []);
  useEffect(() => {
    const observer = new ResizeObserver(measure);
    observer.observe(scroller.current!);
    return () => observer.disconnect();
  }, [measure]);
  useLayoutEffect(() => {
    if (!isToFocus.current) return;
    isToFocus.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-row="${active}"]`)?.focus({ preventScroll: true });
  });

  const goTo = (at: number): void => {
    const element = scroller.current!;
    const covered = [...element.querySelectorAll<HTMLElement>("thead, tfoot")];
    const height = covered.reduce((left, { offsetHeight }) => left - offsetHeight, element.clientHeight);
    element.scrollTop = scrollTopFor(at, rowHeight, element.scrollTop, height);
    isToFocus.current = true;
    setActive(at);
    measure();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!rowOf(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const to = rowAfterKey(key, tabStop, rows.length, Math.floor(viewport.height / rowHeight) - 2);
    const row = rows[tabStop];
    if (to !== undefined) goTo(to);
    else if (row !== undefined && key === "Enter") onEnter(row);
    else if (row !== undefined && key === " " && onSpace) onSpace(row);
    else return;
    event.preventDefault();
  };
  const onFocus = ({ target }: FocusEvent): void => {
    const at = rowOf(target)?.dataset["row"];
    if (at !== undefined) setActive(Number(at));
  };
  const space = (count: number): ReactNode =>
    count > 0 && !isPrinting && <tr aria-hidden="true" style={{ height: count * rowHeight }} />;
  return (
    <div
      ref={scroller}
      className={`virtual-table ${className}`}
      role="presentation"
      onScroll={measure}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onPointerLeave={onPointerLeave}
    >
      <table
        aria-rowcount={1 + rows.length + foot.length}
        aria-label={label}
        data-indicator={about?.indicator}
        data-period={about?.period}
        data-level={about?.level}
      >
        <thead>
          <tr aria-rowindex={1}>{head}</tr>
        </thead>
        <tbody>
          {space(first)}
          {rows.slice(first, end).map((row, i) => renderRow(row, first + i, first + i === tabStop))}
          {space(rows.length - end)}
        </tbody>
        {foot.length > 0 && <tfoot>{foot}</tfoot>}
      </table>
      {children}
    </div>
  );
}
