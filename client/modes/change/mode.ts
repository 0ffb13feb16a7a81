// The change of an indicator since an earlier period.

import { COLUMN_MODE } from "#client/modes/column_mode.ts";
import type { ModeRow } from "#client/modes/mode.ts";
import { ChangeSettings } from "./ChangeSettings.tsx";

export const change: ModeRow = {
  ...COLUMN_MODE,
  entries: [
    {
      id: "change",
      title: (t) => t.changeMap.mode,
      what: (t) => t.changeMap.what,
      enter: ({ resolved: { indicator, period } }) => {
        const [first, last] = [indicator?.periods[0], indicator?.periods.at(-1)];
        if (first === undefined || first === last || indicator?.denominator == null) return null;
        return { mode: { kind: "change", since: first }, period: period === first ? last! : period };
      },
      isOn: ({ kind }) => kind === "change",
    },
  ],
  Settings: ChangeSettings,
};
