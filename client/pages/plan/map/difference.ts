// Minutes that a village gains or loses between two plans, in classes with nothing apart.

/** Minutes at which the classes of a gain begin; a loss has the first two. */
export const GAIN_STEPS = [0, 10, 20] as const;

/** Less than this is no difference: minutes are shown to a tenth. */
const NOTHING_MIN = 0.05;

export type DifferenceClass = "is-more-0" | "is-more-1" | "is-more-2" | "is-same" | "is-less-0" | "is-less-1";

/** The class of a village from its minutes in one plan to those in another; null stands for no way, which is longer than any. */
export function differenceClass(from: number | null, to: number | null): DifferenceClass {
  if (from === null || to === null)
    return from === to ? "is-same" : from === null ? "is-more-2" : "is-less-1";
  const gained = from - to;
  if (Math.abs(gained) < NOTHING_MIN) return "is-same";
  if (gained < 0) return -gained >= GAIN_STEPS[1] ? "is-less-1" : "is-less-0";
  return gained >= GAIN_STEPS[2] ? "is-more-2" : gained >= GAIN_STEPS[1] ? "is-more-1" : "is-more-0";
}
