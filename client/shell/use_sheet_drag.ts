// The grip of the phone's sheet: the sheet follows the finger, and takes the nearest of its heights when it is let go.

import { useRef } from "react";
import type { PointerEvent, RefObject } from "react";
import { nearestHeight } from "./sheet_heights.ts";
import type { Height } from "./sheet_heights.ts";

/** Of the map, pixels that stay free above the sheet while it is dragged. */
const FREE_PX = 96;

export interface SheetDrag {
  /** Of the sheet. */
  readonly sheet: RefObject<HTMLElement | null>;
  readonly grip: {
    onPointerDown(event: PointerEvent): void;
    onPointerMove(event: PointerEvent): void;
    onPointerUp(): void;
    onPointerCancel(): void;
  };
}

/** The sheet to be dragged, and the handlers of its grip. */
export function useSheetDrag(onHeight: (height: Height) => void): SheetDrag {
  const sheet = useRef<HTMLElement>(null);
  const grip = useRef<{ y: number; top: number } | null>(null);

  const onDown = (event: PointerEvent): void => {
    const top = sheet.current?.getBoundingClientRect().top ?? 0;
    grip.current = { y: event.clientY, top };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent): void => {
    if (!grip.current || !sheet.current) return;
    const top = Math.max(FREE_PX, grip.current.top + event.clientY - grip.current.y);
    sheet.current.style.transition = "none";
    const foot = sheet.current.getBoundingClientRect().bottom;
    sheet.current.style.height = `${foot - top}px`;
  };
  const onUp = (): void => {
    if (!grip.current || !sheet.current) return;
    grip.current = null;
    const dragged = sheet.current.getBoundingClientRect().height;
    sheet.current.style.transition = "";
    sheet.current.style.height = "";
    onHeight(nearestHeight(dragged, window.innerHeight));
  };
  return {
    sheet,
    grip: { onPointerDown: onDown, onPointerMove: onMove, onPointerUp: onUp, onPointerCancel: onUp },
  };
}
