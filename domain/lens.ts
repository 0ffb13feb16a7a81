// The three lenses: groups of indicators. One shows the need; the others show what should meet it.

import type { Text } from "./text.ts";

interface Lens {
  readonly label: Text;
  /** Whether its indicators are the need that those of the other lenses should meet; true of exactly one lens. */
  readonly isNeed: boolean;
  /** Shown first when the lens is opened, where the release has it. */
  readonly defaultIndicator: string;
  /** The second indicator beside a need, where the release has it; null for the need itself. */
  readonly secondIndicator: string | null;
}

export const LENSES = {
  poverty: {
    label: { en: "poverty", zh: "贫困状况" },
    isNeed: true,
    defaultIndicator: "mpi",
    secondIndicator: null,
  },
  supply: {
    label: { en: "supply", zh: "资源供给" },
    isNeed: false,
    defaultIndicator: "school_travel_time",
    secondIndicator: "school_travel_time",
  },
  help: {
    label: { en: "help", zh: "帮扶覆盖" },
    isNeed: false,
    defaultIndicator: "help_plan_coverage",
    secondIndicator: "donations_received",
  },
} as const satisfies Record<string, Lens>;

export type LensId = keyof typeof LENSES;
export const LENS_IDS = Object.keys(LENSES) as [LensId, ...LensId[]];

/** The lenses whose indicators may stand beside a need. */
export type SecondLensId = {
  [Id in LensId]: (typeof LENSES)[Id]["isNeed"] extends true ? never : Id;
}[LensId];
export const isSecondLens = (id: LensId): id is SecondLensId => !LENSES[id].isNeed;
export const SECOND_LENS_IDS: readonly SecondLensId[] = LENS_IDS.filter(isSecondLens);

/** `id` where its indicators may stand beside a need, else the first lens whose indicators may. */
export const secondLensOf = (id: LensId): SecondLensId => (isSecondLens(id) ? id : SECOND_LENS_IDS[0]!);

/** The lens of the need. */
export const NEED_LENS = LENS_IDS.find((id) => LENSES[id].isNeed)!;
