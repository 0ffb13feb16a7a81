// The three lenses: groups of indicators, each with one hue.

import type { Text } from "./text.ts";

interface Lens {
  readonly label: Text;
  /** Shown first when the lens is opened, where the release has it. */
  readonly defaultIndicator: string;
  /** What is held against need first, where the release has it; null for need itself. */
  readonly pairIndicator: string | null;
  /** Five steps from little to much; in the dark theme more is lighter. */
  readonly ramp: { readonly light: readonly string[]; readonly dark: readonly string[] };
}

export const LENSES = {
  poverty: {
    label: { en: "poverty", zh: "贫困状况" },
    defaultIndicator: "mpi",
    pairIndicator: null,
    ramp: {
      light: ["#fbeadd", "#f3c3a3", "#e4916c", "#c25a43", "#852a2b"],
      dark: ["#3a2a2a", "#6b3a35", "#a6523f", "#dc8258", "#fbd0a4"],
    },
  },
  supply: {
    label: { en: "supply", zh: "资源供给" },
    defaultIndicator: "school_travel_time",
    pairIndicator: "school_travel_time",
    ramp: {
      light: ["#e6f0ea", "#b5d6c9", "#74b3a5", "#2f8580", "#0b5457"],
      dark: ["#1d3234", "#22504f", "#2f7d76", "#62b3a3", "#c4ead9"],
    },
  },
  help: {
    label: { en: "help", zh: "帮扶覆盖" },
    defaultIndicator: "help_plan_coverage",
    pairIndicator: "donations_received",
    ramp: {
      light: ["#ece8f4", "#c9bde0", "#a08cc6", "#7558a6", "#4a2c7a"],
      dark: ["#2b2638", "#473a66", "#6d589b", "#a08cc6", "#ddd3f0"],
    },
  },
} as const satisfies Record<string, Lens>;

/** Five steps of a change from better over none to worse, and the colour of a change that cannot be told from none. */
export const CHANGE_COLOURS = {
  light: { ramp: ["#0b5457", "#5fa899", "#f6f3ec", "#d98f52", "#8a3b12"], unsure: "#c8c8c8" },
  dark: { ramp: ["#9fe0d2", "#2f8f88", "#191d21", "#b5652f", "#f5b98a"], unsure: "#4c4c4c" },
} as const;

export type LensId = keyof typeof LENSES;
export const LENS_IDS = Object.keys(LENSES) as [LensId, ...LensId[]];
