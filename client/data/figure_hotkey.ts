// What the key `i` asks for: the figure of the area that is pointed at, else of what is open.

import type { KeyboardEvent } from "react";
import { getHover } from "#client/model/hover.ts";
import { mapsOf, sinceOf } from "#client/model/resolved_view.ts";
import type { ViewValue } from "./view_context.ts";
import { openFigure } from "#client/model/figure_ref.ts";
import type { FigureRef, PageRect, IndicatorPeriod } from "#client/model/figure_ref.ts";

type Here = Pick<ViewValue, "view" | "resolved" | "catalog">;

/** The figures that the screen shows of every area: one, a change, two at once, or one for each of several maps. */
function shownOn({ resolved }: Pick<Here, "resolved">): IndicatorPeriod[] {
  const { indicator, period, mode } = resolved;
  const maps = mapsOf(resolved);
  if (maps) return [...maps];
  if (!indicator) return [];
  const own = { indicator: indicator.id, period, since: sinceOf(resolved) };
  return mode.kind === "bivariate" ? [own, { indicator: mode.second.id, period: mode.period }] : [own];
}

/** The question about an area, or about the open set or area for null; null where nothing is shown. */
export function figureRefAt(here: Here, code: string | null): FigureRef | null {
  const shown = shownOn(here);
  const { view, resolved, catalog } = here;
  if (shown.length === 0) return null;
  if (code === null && view.set && resolved.indicator)
    return { kind: "set", codes: view.set, indicator: resolved.indicator.id, period: resolved.period };
  const of = code ?? view.area ?? catalog.rootCode;
  return of === null ? null : { kind: "area", code: of, shown };
}

/** Opens the figure of the area under the pointer or the keyboard. */
export function openFigureHere(here: Here): void {
  const hover = getHover();
  const figureRef = figureRefAt(here, hover?.code ?? null);
  if (!figureRef) return;
  const row = document.activeElement?.closest(`[data-code="${hover?.code}"]`)?.getBoundingClientRect();
  const [left, top, right, bottom] = hover?.box ?? [];
  const box: PageRect | null =
    left === undefined ? (row ?? null) : { left, top: top!, right: right!, bottom: bottom! };
  openFigure(figureRef, box);
}

/** Opens a figure on the key `i` of a control that is about something itself, such as a class of the legend. */
export function openFigureOnKey(event: KeyboardEvent, figureRef: FigureRef): void {
  if (event.key !== "i" || event.ctrlKey || event.metaKey || event.altKey) return;
  event.stopPropagation();
  openFigure(figureRef, event.currentTarget.getBoundingClientRect());
}
