// Colours of values: the ramp of each lens, that of a change, and which steps of a ramp a map takes.

import type { Indicator } from "./indicator.ts";
import type { LensId } from "./lens.ts";

/** Five steps of each lens from little to much; in the dark theme more is lighter. */
export const LENS_RAMPS = {
  poverty: {
    light: ["#fbeadd", "#f3c3a3", "#e4916c", "#c25a43", "#852a2b"],
    dark: ["#3a2a2a", "#6b3a35", "#a6523f", "#dc8258", "#fbd0a4"],
  },
  supply: {
    light: ["#e6f0ea", "#b5d6c9", "#74b3a5", "#2f8580", "#0b5457"],
    dark: ["#1d3234", "#22504f", "#2f7d76", "#62b3a3", "#c4ead9"],
  },
  help: {
    light: ["#ece8f4", "#c9bde0", "#a08cc6", "#7558a6", "#4a2c7a"],
    dark: ["#2b2638", "#473a66", "#6d589b", "#a08cc6", "#ddd3f0"],
  },
} as const satisfies Record<LensId, { readonly light: readonly string[]; readonly dark: readonly string[] }>;

/** Seven steps of a change from better over none to worse, and the colour of a change whose interval holds 0. */
export const CHANGE_COLOURS = {
  light: {
    ramp: ["#0b5457", "#35877d", "#acd9cb", "#f6f3ec", "#f0c296", "#cb7835", "#7d3310"],
    unsure: "#aaaaaa",
  },
  dark: {
    ramp: ["#b6eee2", "#5cb8aa", "#2a736c", "#2a3138", "#8a5429", "#d08140", "#fbd0a8"],
    unsure: "#4c4c4c",
  },
} as const;

/** The steps of a lens for rising values. The worse end is the strongest: what is lacking is painted, not what is covered. */
export const rampOfIndicator = (
  { lens, polarity }: Pick<Indicator, "lens" | "polarity">,
  theme: keyof typeof CHANGE_COLOURS,
): readonly string[] =>
  polarity === "higher-is-better" ? [...LENS_RAMPS[lens][theme]].reverse() : LENS_RAMPS[lens][theme];

/** The colours of `k` classes taken from a ramp so that both ends are used. */
export function rampOf(ramp: readonly string[], k: number): string[] {
  if (k <= 1) return [ramp[Math.floor(ramp.length / 2)]!];
  return Array.from({ length: k }, (_, i) => ramp[Math.round((i * (ramp.length - 1)) / (k - 1))]!);
}

/**
 * The colours of `k` classes of a change from a diverging ramp: class `noChange` has the middle, the classes of either side
 * run to its end. Where no class stands for no change, both ends are used as by `rampOf`.
 */
export function changeRampOf(ramp: readonly string[], k: number, noChange: number | undefined): string[] {
  if (noChange === undefined) return rampOf(ramp, k);
  const middle = Math.floor(ramp.length / 2);
  const side = (colours: readonly string[], count: number): string[] =>
    count === 0 ? [] : rampOf(colours, count);
  return [
    ...side(ramp.slice(0, middle), noChange),
    ramp[middle]!,
    ...side(ramp.slice(middle + 1), k - 1 - noChange),
  ];
}
