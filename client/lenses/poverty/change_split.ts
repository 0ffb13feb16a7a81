// How much of a change of M0 is fewer poor, and how much is less deprivation among them.

import type { ProfileIndicator } from "#domain/contract/areas";
import { shapleyChange } from "#domain/method/alkire_foster";

export interface ChangeSplit {
  readonly from: { readonly period: string; readonly mpi: number };
  readonly to: { readonly period: string; readonly mpi: number };
  /** H at both ends. */
  readonly headcountRatios: readonly [number, number];
  /** A at both ends. */
  readonly intensities: readonly [number, number];
  /** Change of M0 through the headcount ratio H; the two parts add up to the change. */
  readonly incidence: number;
  /** Change of M0 through the intensity A. */
  readonly intensity: number;
}

type Trend = Pick<ProfileIndicator, "trend">;

/** Splits the change of M0 = H × A between the first period with both values and `period`; null without two such periods. */
export function splitChange(
  headcount: Trend | undefined,
  intensity: Trend | undefined,
  period: string,
): ChangeSplit | null {
  const at = headcount?.trend.findIndex((point) => point.period === period) ?? -1;
  const pairs = (headcount?.trend.slice(0, at + 1) ?? []).flatMap(({ period: label, value }) => {
    const depth = intensity?.trend.find((point) => point.period === label)?.value;
    return value === undefined || depth === undefined
      ? []
      : [{ period: label, headcountRatio: value, intensity: depth, mpi: value * depth }];
  });
  const [from, to] = [pairs[0], pairs[pairs.length - 1]];
  if (!from || !to || from === to || to.period !== period) return null;
  return {
    from: { period: from.period, mpi: from.mpi },
    to: { period: to.period, mpi: to.mpi },
    headcountRatios: [from.headcountRatio, to.headcountRatio],
    intensities: [from.intensity, to.intensity],
    ...shapleyChange(from, to),
  };
}
