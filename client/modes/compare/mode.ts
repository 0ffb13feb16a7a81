// Two or four maps side by side, or one under another.

import { isFilled } from "#domain/column_kind";
import { COLUMN_MODE } from "#client/modes/column_mode.ts";
import type { ModeEntry, ModeRow } from "#client/modes/mode.ts";
import { spreadMaps } from "#client/model/map_spec.ts";

const WAYS = [
  { id: "two", count: 2, swipe: false },
  { id: "four", count: 4, swipe: false },
  { id: "swipe", count: 2, swipe: true },
] as const;

export const compare: ModeRow = {
  ...COLUMN_MODE,
  entries: WAYS.map(({ id, count, swipe }): ModeEntry => ({
    id,
    title: (t) => t.compare[id],
    what: (t) => t.compare.what[id],
    enter: ({ resolved: { indicator } }) =>
      indicator === null || !isFilled(indicator) || indicator.periods.length < 2
        ? null
        : { mode: { kind: "compare", maps: spreadMaps(indicator, count), swipe } },
    isOn: (mode) => mode.kind === "compare" && mode.swipe === swipe && (swipe || mode.maps.length === count),
  })),
  hasOwnLegends: true,
};
