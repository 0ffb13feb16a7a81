// Keys that hold everywhere.

import { useEffect, useEffectEvent } from "react";
import { LENS_IDS } from "#domain/lens";
import { openFigureHere } from "#client/data/figure_hotkey.ts";
import { getPicking, setPicking } from "#client/model/picking.ts";
import { useGoUp } from "#client/data/use_navigation.ts";
import { useView } from "#client/data/view_context.ts";
import { SIDES, setPanelFolded } from "#client/model/panels.ts";
import { roomRow } from "#client/model/rooms.ts";
import type { RoomId } from "#client/model/rooms.ts";
import { DRAWER_HEIGHTS } from "#client/model/view.ts";
import type { DrawerHeight } from "#client/model/view.ts";
import { modeRow } from "#client/modes/modes.ts";
import { SEARCH_ID } from "./bar/search_id.ts";
import { useFolded } from "./panels/use_folded.ts";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input, select, textarea");

/** The height after another one: line, rows, full, line. */
const nextHeight = (height: DrawerHeight): DrawerHeight =>
  DRAWER_HEIGHTS[(DRAWER_HEIGHTS.indexOf(height) + 1) % DRAWER_HEIGHTS.length]!;

/** What keys do on the map alone; true when the key was one of them. */
function useMapKeys(): (key: string) => boolean {
  const here = useView();
  const { change, resolved, view } = here;
  const folded = { left: useFolded("left"), right: useFolded("right") };
  return (key) => {
    const lens = LENS_IDS[Number(key) - 1];
    const side = SIDES[["[", "]"].indexOf(key)];
    const takenBack = key === "Escape" ? modeRow(resolved.mode).onEscape?.(here) : null;
    if (takenBack) change(takenBack);
    else if (key === "Escape" && getPicking() !== null) setPicking(null);
    else if (key === "Escape" && view.facility !== null) change({ facility: null });
    else if (key === "Escape" && view.set !== null && view.card === "set") change({ card: "area" });
    else if (key === "i") openFigureHere(here);
    else if (key === "t") change({ table: nextHeight(view.table ?? "line") }, "replace");
    else if (side) setPanelFolded(side, !folded[side]);
    else if (lens) change({ lens, indicator: null });
    else return false;
    return true;
  };
}

/** Listens for the keys of the page. Cards that use a key themselves stop it. */
export function useKeys(room: RoomId, openHelp: () => void): void {
  const { change, resolved, catalog } = useView();
  const goUp = useGoUp();
  const onMap = useMapKeys();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const step = { ",": -1, ".": 1 }[key];
    const period = catalog.periods[catalog.periods.indexOf(resolved.period) + (step ?? 0)];
    if (room === "map" && onMap(key)) return event.preventDefault();
    if (key === "Escape" && goUp && roomRow(room).isPlaced) goUp();
    else if (key === "/") document.getElementById(SEARCH_ID)?.focus();
    else if (key === "?") openHelp();
    else if (step !== undefined && period) change({ period });
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}
