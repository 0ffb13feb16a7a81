// Which rows of a long table are worth drawing.

export interface RowWindow {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

const OVERSCAN = 8;

/** Gives the rows that a viewport shows, and a few around them. All lengths in pixels. */
export function rowWindow(count: number, rowHeight: number, scrollTop: number, height: number): RowWindow {
  const first = Math.max(0, Math.min(count, Math.floor(scrollTop / rowHeight)) - OVERSCAN);
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + OVERSCAN);
  return { first, end };
}
