// Two or four maps side by side, or one under another.

import { isFilled } from "#domain/column_kind";
import { COLUMN_MODE } from "#client/modes/column_mode.ts";
import type { ModeEntry, ModeRow } from "#client/modes/mode.ts";
import type { ResolvedMode } from "#client/model/resolved_view.ts";
import { spreadMaps } from "#client/model/map_spec.ts";

const WAYS = [
  { id: "two", count: 2, swipe: false },
  { id: "four", count: 4, swipe: false },
  { id: "swipe", count: 2, swipe: true },
] as const;

const isWay = (mode: ResolvedMode, count: number, swipe: boolean): boolean =>
  mode.kind === "compare" && mode.swipe === swipe && (swipe || mode.maps.length === count);

export const compare: ModeRow = {
  ...COLUMN_MODE,
  against: (mode, { t }) => {
    const way = WAYS.find(({ count, swipe }) => isWay(mode, count, swipe));
    return way ? t.compare[way.id] : t.compare.label;
  },
  entries: WAYS.map(({ id, count, swipe }): ModeEntry => ({
    id,
    title: (t) => t.compare[id],
    what: (t) => t.compare.what[id],
    enter: ({ resolved: { indicator } }) =>
      indicator === null || !isFilled(indicator) || indicator.periods.length < 2
        ? null
        : { mode: { kind: "compare", maps: spreadMaps(indicator, count), swipe } },
    isOn: (mode) => isWay(mode, count, swipe),
  })),
  hasOwnLegends: true,
};
