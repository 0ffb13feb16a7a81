// The phone's bottom sheet: profile, table and legend as tabs, three heights, by drag or by button.

import { useRef, useState } from "react";
import type { PointerEvent, ReactNode } from "react";
import { Icon } from "#client/ui/Icon.tsx";
import { useWords } from "#client/i18n/words.ts";
import { useView } from "#client/data/view_context.ts";
import { modeRow } from "#client/modes/modes.ts";
import { PANES } from "#client/model/view.ts";
import { HEIGHTS, nearestHeight } from "./sheet_heights.ts";
import type { Height } from "./sheet_heights.ts";
import "./sheet.css";

export interface SheetProps {
  readonly profile: ReactNode;
  readonly table: ReactNode;
  readonly legend: ReactNode;
  /** Stands on the map, over the upper edge. */
  readonly ledge: ReactNode;
  /** Stays whatever tab is open and however low the sheet stands. */
  readonly head: ReactNode;
}

export function Sheet(panes: SheetProps) {
  const { t } = useWords();
  const { view, change, resolved } = useView();
  const isCompared = modeRow(resolved.mode).hasOwnLegends === true;
  const [wasCompared, setWasCompared] = useState(isCompared);
  const [height, setHeight] = useState<Height>(isCompared ? "peek" : "half");
  // Several maps need the room.
  if (isCompared !== wasCompared) {
    setWasCompared(isCompared);
    setHeight(isCompared ? "peek" : "half");
  }
  const sheet = useRef<HTMLElement>(null);
  const grip = useRef<{ y: number; top: number } | null>(null);
  const at = HEIGHTS.indexOf(height);

  const onDown = (event: PointerEvent): void => {
    const top = sheet.current?.getBoundingClientRect().top ?? 0;
    grip.current = { y: event.clientY, top };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent): void => {
    if (!grip.current || !sheet.current) return;
    const top = Math.max(96, grip.current.top + event.clientY - grip.current.y);
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
    setHeight(nearestHeight(dragged, window.innerHeight));
  };
  const names = { profile: t.sheet.area, table: t.table, legend: t.legend };
  return (
    <aside
      ref={sheet}
      className={`sheet card is-${height}`}
      aria-label={t.sheet.label}
      data-covers-map={height === "full" ? undefined : true}
    >
      <div className="sheet-ledge" data-covers-map>
        {panes.ledge}
      </div>
      <div
        className="grip"
        onPointerDown={onDown}
        onPointerMove={onMove}
        onPointerUp={onUp}
        onPointerCancel={onUp}
      />
      {panes.head}
      <div className="sheet-head">
        <div role="tablist" aria-label={t.sheet.label}>
          {PANES.map((pane) => (
            <button
              key={pane}
              type="button"
              role="tab"
              id={`tab-${pane}`}
              aria-selected={view.pane === pane}
              aria-controls="sheet-pane"
              onClick={() => {
                change({ pane }, "replace");
                if (height === "peek") setHeight("half");
              }}
            >
              {names[pane]}
            </button>
          ))}
        </div>
        <button
          type="button"
          className="button is-square"
          aria-label={t.sheet.smaller}
          disabled={at === 0}
          onClick={() => setHeight(HEIGHTS[at - 1]!)}
        >
          <Icon name="down" />
        </button>
        <button
          type="button"
          className="button is-square is-flipped"
          aria-label={t.sheet.bigger}
          disabled={at === HEIGHTS.length - 1}
          onClick={() => setHeight(HEIGHTS[at + 1]!)}
        >
          <Icon name="down" />
        </button>
      </div>
      <div
        className={`sheet-pane is-${view.pane}`}
        id="sheet-pane"
        role="tabpanel"
        aria-labelledby={`tab-${view.pane}`}
      >
        {panes[view.pane]}
      </div>
    </aside>
  );
}
