// One indicator in one period.

import { COLUMN_MODE } from "#client/modes/column_mode.ts";
import type { ModeRow } from "#client/modes/mode.ts";
import { OneFinding } from "./OneFinding.tsx";

export const one: ModeRow = {
  ...COLUMN_MODE,
  against: (_mode, { t }) => t.sentence.nothing,
  Finding: OneFinding,
  entries: [
    {
      id: "one",
      title: (t) => t.modes.one,
      what: (t) => t.modes.oneWhat,
      enter: () => ({ mode: { kind: "one" } }),
      isOn: ({ kind }) => kind === "one",
    },
  ],
};
