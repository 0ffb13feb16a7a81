// The phone's bottom sheet: profile, table and legend as tabs, three heights, by drag or by button.

import { useState } from "react";
import type { ReactNode } from "react";
import { Icon } from "#client/ui/Icon.tsx";
import { useWords } from "#client/i18n/words.ts";
import { useView } from "#client/data/view_context.ts";
import { modeRow } from "#client/modes/modes.ts";
import { PANES } from "#client/model/view.ts";
import { HEIGHTS } from "./sheet_heights.ts";
import type { Height } from "./sheet_heights.ts";
import { useSheetDrag } from "./use_sheet_drag.ts";
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
  const { view, resolved } = useView();
  const isCompared = modeRow(resolved.mode).hasOwnLegends === true;
  const [wasCompared, setWasCompared] = useState(isCompared);
  const [height, setHeight] = useState<Height>(isCompared ? "peek" : "half");
  // Several maps need the room.
  if (isCompared !== wasCompared) {
    setWasCompared(isCompared);
    setHeight(isCompared ? "peek" : "half");
  }
  const { sheet, grip } = useSheetDrag(setHeight);

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
      <div className="grip" {...grip} />
      {panes.head}
      <SheetHead height={height} onHeight={setHeight} />
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

interface SheetHeadProps {
  readonly height: Height;
  onHeight(height: Height): void;
}

/** The tabs of the sheet, and two buttons that make it lower and higher. */
function SheetHead({ height, onHeight }: SheetHeadProps) {
  const { t } = useWords();
  const { view, change } = useView();
  const at = HEIGHTS.indexOf(height);
  const names = { profile: t.sheet.area, table: t.table, legend: t.legend };
  return (
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
              if (height === "peek") onHeight("half");
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
        onClick={() => onHeight(HEIGHTS[at - 1]!)}
      >
        <Icon name="down" />
      </button>
      <button
        type="button"
        className="button is-square is-flipped"
        aria-label={t.sheet.bigger}
        disabled={at === HEIGHTS.length - 1}
        onClick={() => onHeight(HEIGHTS[at + 1]!)}
      >
        <Icon name="down" />
      </button>
    </div>
  );
}
