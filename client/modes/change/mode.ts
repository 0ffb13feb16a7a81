// The change of an indicator since an earlier period.

import { isFilled } from "#domain/column_kind";
import { COLUMN_MODE } from "#client/modes/column_mode.ts";
import type { ModeRow } from "#client/modes/mode.ts";
import { ChangeFinding } from "./ChangeFinding.tsx";

export const change: ModeRow = {
  ...COLUMN_MODE,
  against: (_mode, { t }) => t.sentence.change,
  Finding: ChangeFinding,
  entries: [
    {
      id: "change",
      title: (t) => t.changeMap.mode,
      what: (t) => t.changeMap.what,
      // From the period before the shown one; from the first on to the second.
      enter: ({ resolved: { indicator, period } }) => {
        if (!indicator || !isFilled(indicator)) return null;
        const to = Math.max(1, indicator.periods.indexOf(period));
        const [since, until] = indicator.periods.slice(to - 1, to + 1);
        return since === undefined || until === undefined
          ? null
          : { mode: { kind: "change", since }, period: until };
      },
      isOn: ({ kind }) => kind === "change",
    },
  ],
};
