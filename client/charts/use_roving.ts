// Marks of a chart or cells of a square as one stop of Tab, between which the arrow keys move.

import { useState } from "react";
import type { KeyboardEvent } from "react";
import { markTowards } from "./marks.ts";
import type { MarkPlace } from "./marks.ts";

export interface RovingPlace extends MarkPlace {
  readonly key: string;
}

export interface RovingAttributes {
  readonly "data-roving": number;
  readonly tabIndex: number;
  onFocus(): void;
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
}

/** The attributes of each of `places` by its index; Tab stops at the one that had the focus last, at first at the one with key `start`. */
export function useRoving(places: readonly RovingPlace[], start?: string): (at: number) => RovingAttributes {
  const [active, setActive] = useState<string | null>(null);
  const indexOf = (wanted: string | null | undefined): number =>
    places.findIndex(({ key }) => key === wanted);
  const last = indexOf(active);
  const stop = last >= 0 ? last : Math.max(0, indexOf(start));
  return (at) => ({
    "data-roving": at,
    tabIndex: at === stop ? 0 : -1,
    onFocus: () => setActive(places[at]!.key),
    onKeyDown(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const to = markTowards(places, at, event.key);
      if (to === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-roving="${to}"]`)?.focus();
    },
  });
}
