// How stable the exit from poverty is in a cell in a year: scores, categories under watch, who fell back.

import { type Help, helpIn } from "./help.ts";
import type { Land } from "./land.ts";
import { YEARS, progress } from "./periods.ts";
import { personsIn, poorPersonsIn } from "./poverty.ts";
import { bell, mix, portion, uniform } from "./random.ts";
import { registerCounts } from "./register/counts.ts";

export interface Monitoring extends Help {
  /** Registered households with an exit score, those below 60 and those from 60 to 80. */
  readonly scored: number;
  readonly scoredPoor: number;
  readonly scoredBorderline: number;
  /** Sum of the scores of all scored households, in hundredths of a point. */
  readonly scoreCentipoints: number;
  /** Registered, but unstable. */
  readonly unstable: number;
  /** Not registered, but under watch. */
  readonly marginal: number;
  readonly sudden: number;
  readonly withoutLabour: number;
  /** People out of poverty before `year`, and those of them who are back in it. */
  readonly exited: number;
  readonly fallenBack: number;
}

/** Counts the households and people of `cell` in `year` by how safe they are. */
export function monitoringIn(land: Land, cell: number, year: number): Monitoring {
  const salt = mix(mix(land.seed, 91), cell);
  const help = helpIn(land, cell, year);
  const counted = registerCounts(land, cell, year);
  if (counted)
    return {
      ...help,
      scored: counted.of("scored_households"),
      scoredPoor: counted.of("exit_score_poor_households"),
      scoredBorderline: counted.of("exit_score_borderline_households"),
      scoreCentipoints: counted.of("exit_score_centipoints"),
      unstable: counted.of("monitored_unstable_households"),
      marginal: counted.of("monitored_marginal_households"),
      sudden: counted.of("monitored_sudden_households"),
      withoutLabour: counted.of("no_labour_households"),
      exited: counted.of("exited_persons"),
      fallenBack: counted.of("fallen_back_persons"),
    };
  const { targets, registered } = help;
  const hardship = land.hardship[cell]!;
  const scored = portion(registered, 0.97, uniform(salt, 0));
  const low = 0.72 - 0.58 * progress(year) + 0.06 * hardship + 0.04 * bell(salt, 1);
  const scoredPoor = portion(scored, low, uniform(salt, 2));
  const scoredBorderline = portion(scored - scoredPoor, 0.55 - 0.25 * progress(year), uniform(salt, 4));
  // Mean points of those below 60, from 60 to 80, and above.
  const means = [47 + 3 * bell(salt, 10), 70 + 2 * bell(salt, 11), 88 + 2 * bell(salt, 12)] as const;
  const sudden = portion(targets - registered, 0.3, uniform(salt, 3, year));

  const poor = poorPersonsIn(land, cell, year);
  const before = year > YEARS[0] ? poorPersonsIn(land, cell, year - 1) : poor;
  const first = poorPersonsIn(land, cell, YEARS[0]);
  const left = portion(first, 0.06, uniform(salt, 9)) + Math.max(0, first - before);
  const exited = Math.min(left, personsIn(land, cell, year));
  const setback = Math.round(0.6 * Math.max(0, poor - before));
  return {
    ...help,
    scored,
    scoredPoor,
    scoredBorderline,
    scoreCentipoints: [scoredPoor, scoredBorderline, scored - scoredPoor - scoredBorderline].reduce(
      (sum, households, band) => sum + Math.round(100 * means[band]! * households),
      0,
    ),
    unstable: portion(registered, 0.07 + 0.02 * hardship, uniform(salt, 5)),
    marginal: targets - registered - sudden,
    sudden,
    withoutLabour: portion(registered, 0.13 + 0.1 * progress(year) + 0.03 * bell(salt, 6), uniform(salt, 7)),
    exited,
    fallenBack: Math.min(exited, setback + portion(exited, 0.004, uniform(salt, 8, year))),
  };
}
