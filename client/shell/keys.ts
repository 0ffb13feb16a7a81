// Keys that hold everywhere.

import { useEffect, useEffectEvent } from "react";
import { LENS_IDS } from "#domain/lens";
import { openFigureHere } from "#client/data/figure_hotkey.ts";
import { getPicking, setPicking } from "#client/model/picking.ts";
import { useGoUp } from "#client/data/use_navigation.ts";
import { useView } from "#client/data/view_context.ts";
import { modeRow } from "#client/modes/modes.ts";

/** Id of the search field; `/` puts the focus there. */
export const SEARCH_ID = "search";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input, select, textarea");

/** Listens for `/`, `?`, `i`, Escape, 1–3 and the brackets. Cards that use a key themselves stop it. */
export function useKeys(openHelp: () => void): void {
  const here = useView();
  const { change, resolved, catalog, view } = here;
  const goUp = useGoUp();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const step = { "[": -1, "]": 1 }[event.key];
    const lens = LENS_IDS[Number(event.key) - 1];
    const takenBack = event.key === "Escape" ? modeRow(resolved.mode).onEscape?.(here) : null;
    if (takenBack) change(takenBack);
    else if (event.key === "Escape" && getPicking() !== null) setPicking(null);
    else if (event.key === "Escape" && view.facility !== null) change({ facility: null });
    else if (event.key === "Escape" && view.set !== null && view.card === "set") change({ card: "area" });
    else if (event.key === "Escape") goUp?.();
    else if (event.key === "/") document.getElementById(SEARCH_ID)?.focus();
    else if (event.key === "?") openHelp();
    else if (event.key === "i") openFigureHere(here);
    else if (lens) change({ lens, indicator: null });
    else if (step !== undefined) {
      const period = catalog.periods[catalog.periods.indexOf(resolved.period) + step];
      if (period) change({ period });
    } else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}
