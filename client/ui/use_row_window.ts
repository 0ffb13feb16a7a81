// Which rows of a long table are drawn, and the row that Tab and the arrow keys are at.

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { FocusEvent, KeyboardEvent, RefObject } from "react";
import { usePrinting } from "#client/model/printing.ts";
import { PRINTED_ROWS, rowAfterKey, rowWindow, scrollTopFor } from "./row_window.ts";

export interface RowWindow {
  /** Of the element that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The rows that are drawn; `end` is the first that is not. */
  readonly first: number;
  readonly end: number;
  /** The row at which Tab stops. */
  readonly tabStop: number;
  /** On paper there are no rows to scroll to. */
  readonly isPrinting: boolean;
  onScroll(): void;
  onFocus(event: FocusEvent): void;
  /** Moves to another row; whether the key does that. */
  moveOnKey(event: KeyboardEvent): boolean;
}

/** The row that an event is on; null outside of all. */
export const rowOf = (target: EventTarget): HTMLElement | null =>
  (target as HTMLElement).closest<HTMLElement>("[data-row]");

/** The window over `rowCount` rows of one height in pixels. */
export function useRowWindow(rowCount: number, rowHeight: number): RowWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const isToFocus = useRef(false);
  const [viewport, setViewport] = useState({ top: 0, height: 400 });
  const [active, setActive] = useState(0);
  const isPrinting = usePrinting();
  const { first, end } = isPrinting
    ? { first: 0, end: Math.min(PRINTED_ROWS, rowCount) }
    : rowWindow(rowCount, rowHeight, viewport.top, viewport.height);
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
  const moveOnKey = ({ key }: KeyboardEvent): boolean => {
    const to = rowAfterKey(key, tabStop, rowCount, Math.floor(viewport.height / rowHeight) - 2);
    if (to !== undefined) goTo(to);
    return to !== undefined;
  };
  const onFocus = ({ target }: FocusEvent): void => {
    const at = rowOf(target)?.dataset["row"];
    if (at !== undefined) setActive(Number(at));
  };
  return { scroller, first, end, tabStop, isPrinting, onScroll: measure, onFocus, moveOnKey };
}
