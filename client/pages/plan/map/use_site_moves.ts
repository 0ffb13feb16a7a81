// How a site on the map is moved and taken out: dragged by the pointer, or by keys.

import { useRef, useState } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import type { PlanSite } from "#domain/contract/plan_runs";
import type { Situation } from "#domain/contract/situation";
import { placeOf, worldOf } from "#client/map/drawing/area_paths.ts";
import type { Frame } from "#client/map/drawing/area_paths.ts";
import type { SitePlace } from "#client/pages/plan/draft.ts";
import { nextThatWay, WAYS } from "./next_that_way.ts";

/** A site this near to the middle of a village stands in it, pixels. */
const SNAP_PX = 14;
/** Pixels that a pointer moves before it drags. */
const DRAG_PX = 3;

export interface SiteMoves {
  /** Hears of every place that a site is dragged over, and at last where it was let go. Without it the map is only looked at. */
  readonly onMove?: ((site: PlanSite, to: SitePlace, isDone: boolean) => void) | undefined;
  readonly onRemove?: ((site: PlanSite) => void) | undefined;
}

/** [lon, lat] of a place in the drawing. */
function lonLatOf({ scale, left, top }: Frame, x: number, y: number): [number, number] {
  const [wx, wy] = [(x + left) / scale, (y + top) / scale];
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * wy))) * 180) / Math.PI;
  const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
  return [round((wx - 0.5) * 360), round(lat)];
}

/** What the keys do to the site that has the focus: arrows move it to the next village that way, Delete takes it out. */
export function useKeys(frame: Frame | null, { villages }: Situation, { onMove, onRemove }: SiteMoves) {
  const [focused, setFocused] = useState<string | null>(null);
  return {
    focused,
    onKey(event: KeyboardEvent<SVGGElement>, site: PlanSite): void {
      const isGone = event.key === "Delete" || event.key === "Backspace";
      const way = WAYS[event.key];
      if (!isGone && !way) return;
      event.preventDefault();
      if (isGone || !way) return onRemove?.(site);
      const places = villages.flatMap(({ code, at }) =>
        at && code !== site.code ? [{ code, at: placeOf(frame!, worldOf(...at)) }] : [],
      );
      const next = nextThatWay(placeOf(frame!, worldOf(...site.at)), way, places);
      if (next === null) return;
      setFocused(next);
      onMove?.(site, next, true);
    },
  };
}

interface Grip {
  readonly site: PlanSite;
  readonly x: number;
  readonly y: number;
  isMoved: boolean;
}

/** What a drawing listens to while a site is dragged over it. It holds the pointer, since the site is drawn anew meanwhile. */
export function useGrip(frame: Frame | null, { villages }: Situation, onMove: SiteMoves["onMove"]) {
  const grip = useRef<Grip | null>(null);
  const placeAt = (event: PointerEvent<SVGSVGElement>): SitePlace => {
    const box = event.currentTarget.getBoundingClientRect();
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    const near = villages.find(({ at }) => {
      if (!at) return false;
      const [vx, vy] = placeOf(frame!, worldOf(...at));
      return Math.hypot(vx - px, vy - py) <= SNAP_PX;
    });
    return near?.code ?? lonLatOf(frame!, px, py);
  };
  return {
    onGrip(event: PointerEvent<SVGGElement>, site: PlanSite): void {
      event.currentTarget.ownerSVGElement!.setPointerCapture(event.pointerId);
      grip.current = { site, x: event.clientX, y: event.clientY, isMoved: false };
    },
    listeners: {
      onPointerMove(event: PointerEvent<SVGSVGElement>): void {
        const held = grip.current;
        if (!held) return;
        held.isMoved ||= Math.hypot(event.clientX - held.x, event.clientY - held.y) > DRAG_PX;
        if (held.isMoved) onMove?.(held.site, placeAt(event), false);
      },
      onPointerUp(event: PointerEvent<SVGSVGElement>): void {
        const held = grip.current;
        grip.current = null;
        if (held?.isMoved) onMove?.(held.site, placeAt(event), true);
      },
    },
  };
}
