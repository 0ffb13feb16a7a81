// How many people are within so many minutes of their nearest facility.

import type { COVERAGE_MINUTES } from "#domain/travel";

export interface Coverage {
  /** People by village and threshold of COVERAGE_MINUTES: all of a village or none, since it has one time. */
  readonly within: Readonly<Record<(typeof COVERAGE_MINUTES)[number], Float64Array>>;
  /** Minutes to the nearest summed over people, rounded to whole ones; 0 where no minutes are known. */
  readonly personMinutes: Float64Array;
  /** People whose minutes are known. */
  readonly timed: Float64Array;
}

/** People within reach, by village, from minutes to the nearest facility (Infinity where there is none). */
export function coverageOf(people: ArrayLike<number>, nearestMinutes: ArrayLike<number>): Coverage {
  const byVillage = (of: (count: number, minutes: number) => number): Float64Array =>
    Float64Array.from({ length: people.length }, (_, v) => of(people[v]!, nearestMinutes[v]!));
  const upTo = (limit: number): Float64Array => byVillage((count, minutes) => (minutes <= limit ? count : 0));
  return {
    within: { 15: upTo(15), 30: upTo(30), 45: upTo(45), 60: upTo(60) },
    personMinutes: byVillage((count, minutes) => (minutes < Infinity ? Math.round(count * minutes) : 0)),
    timed: byVillage((count, minutes) => (minutes < Infinity ? count : 0)),
  };
}

/** Share (0–1) of people within a threshold; null where there are no people. */
export function coverageShare(within: Float64Array, people: ArrayLike<number>): number | null {
  let all = 0;
  for (let v = 0; v < people.length; v++) all += people[v]!;
  return all === 0 ? null : within.reduce((sum, count) => sum + count, 0) / all;
}
