// A table of rows of one height that draws only those in view, under a head that stays. The rows are one stop of Tab: arrow
// keys, Page Up and Down, Home and End move between them.

import type { KeyboardEvent, ReactElement, ReactNode } from "react";
import { rowOf, useRowWindow } from "./use_row_window.ts";
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
  const { scroller, first, end, tabStop, isPrinting, onScroll, onFocus, moveOnKey } = useRowWindow(
    rows.length,
    rowHeight,
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!rowOf(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const row = rows[tabStop];
    if (!moveOnKey(event)) {
      if (row !== undefined && key === "Enter") onEnter(row);
      else if (row !== undefined && key === " " && onSpace) onSpace(row);
      else return;
    }
    event.preventDefault();
  };
  const space = (count: number): ReactNode =>
    count > 0 && !isPrinting && <tr aria-hidden="true" style={{ height: count * rowHeight }} />;
  return (
    <div
      ref={scroller}
      className={`virtual-table ${className}`}
      role="presentation"
      onScroll={onScroll}
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
