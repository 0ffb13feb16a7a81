// What the key `i` asks for: the figure of the area that is pointed at, else of what is open.

import type { KeyboardEvent } from "react";
import { getHover } from "#client/model/hover.ts";
import type { Screen } from "./screen.ts";
import { ask } from "#client/model/figure_ref.ts";
import type { Asked, Box, Shown } from "#client/model/figure_ref.ts";

type Here = Pick<Screen, "view" | "scene" | "catalog">;

/** Gives the figures that the screen shows of every area: one, a change, two at once, or one for each of several maps. */
export function shownOn({ view, scene }: Here): Shown[] {
  const { indicator, period, pair, since } = scene;
  if (view.maps) return [...view.maps];
  if (!indicator) return [];
  const own = { indicator: indicator.id, period, since };
  return pair ? [own, { indicator: pair.other.id, period: pair.period }] : [own];
}

/** Gives the question about an area, or about the open set or area for null; null where nothing is shown. */
export function askedAt(here: Here, code: string | null): Asked | null {
  const shown = shownOn(here);
  const { view, scene, catalog } = here;
  if (shown.length === 0) return null;
  if (code === null && view.set && scene.indicator)
    return { kind: "set", codes: view.set, indicator: scene.indicator.id, period: scene.period };
  const of = code ?? view.area ?? catalog.rootCode;
  return of === null ? null : { kind: "area", code: of, shown };
}

/** Asks about the area under the pointer or the keyboard. */
export function askHere(here: Here): void {
  const hover = getHover();
  const asked = askedAt(here, hover?.code ?? null);
  if (!asked) return;
  const row = document.activeElement?.closest(`[data-code="${hover?.code}"]`)?.getBoundingClientRect();
  const [left, top, right, bottom] = hover?.box ?? [];
  const box: Box | null =
    left === undefined ? (row ?? null) : { left, top: top!, right: right!, bottom: bottom! };
  ask(asked, box);
}

/** Asks on the key `i` of a control that is about something itself, such as a class of the legend. */
export function askOnKey(event: KeyboardEvent, asked: Asked): void {
  if (event.key !== "i" || event.ctrlKey || event.metaKey || event.altKey) return;
  event.stopPropagation();
  ask(asked, event.currentTarget.getBoundingClientRect());
}
