// Which rows of a long table are drawn, and where keys lead in it. All lengths in pixels.

export interface RowWindow {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

const OVERSCAN = 8;

/** Rows of a long table that one page of paper holds beside the map. */
export const PRINTED_ROWS = 12;

/** The rows that a viewport shows, and a few around them. */
export function rowWindow(count: number, rowHeight: number, scrollTop: number, height: number): RowWindow {
  const first = Math.max(0, Math.min(count, Math.floor(scrollTop / rowHeight)) - OVERSCAN);
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + OVERSCAN);
  return { first, end };
}

/** The scroll position nearest to the present one that shows a row whole; `height` is what head and foot leave free. */
export function scrollTopFor(at: number, rowHeight: number, scrollTop: number, height: number): number {
  const top = at * rowHeight;
  return Math.min(top, Math.max(scrollTop, top + rowHeight - height));
}

/** The row that a key leads to from row `at`, `page` rows at a time for the page keys; undefined for another key, or without rows. */
export function rowAfterKey(key: string, at: number, count: number, page: number): number | undefined {
  const step = Math.max(1, page);
  const to: number | undefined = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + step,
    PageUp: at - step,
    Home: 0,
    End: count - 1,
  }[key];
  return to === undefined || count === 0 ? undefined : Math.max(0, Math.min(to, count - 1));
}
