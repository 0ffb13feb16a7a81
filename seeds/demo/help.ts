// Registered and monitored households of a cell in a year and what is done for them: most are covered, some poor
// townships overlooked.

import { causeMeasure } from "#domain/registry/causes";
import { causeCounts, causesIn, type CauseCounts } from "./causes.ts";
import type { Land } from "./land.ts";
import { progress } from "./periods.ts";
import { yearsBehind } from "./late.ts";
import { povertyIn } from "./poverty.ts";
import { bell, mix, portion, uniform } from "./random.ts";
import { registerCounts } from "./register/counts.ts";

export interface Help {
  /** Registered or monitored households and people. */
  readonly targets: number;
  readonly targetPersons: number;
  /** Of these, registered; the others are only monitored. */
  readonly registered: number;
  readonly registeredPersons: number;
  readonly withPlan: number;
  /** Target households with a recorded main cause, and how many have each. */
  readonly causeRecorded: number;
  readonly causes: CauseCounts;
  /** All households of the village. */
  readonly households: number;
}

/** Counts the registered or monitored households of `cell` in `year` and those of them with an active plan. */
export function helpIn(land: Land, cell: number, year: number): Help {
  const counted = registerCounts(land, cell, year);
  if (counted)
    return {
      targets: counted.targetHouseholds,
      targetPersons: counted.targetPersons,
      registered: counted.of("registered_households"),
      registeredPersons: counted.of("registered_persons"),
      withPlan: portion(
        counted.targetHouseholds,
        0.82 + 0.15 * progress(year),
        uniform(mix(land.seed, 60), cell),
      ),
      causeRecorded: counted.of("cause_recorded_households"),
      causes: causeCounts((id) => counted.of(causeMeasure(id))),
      households: counted.of("rural_households"),
    };
  const salt = mix(land.seed, 60);
  const { persons, households, poorHouseholds, poorIn } = povertyIn(land, cell, year);
  const isOverlooked = overlooks(land, cell);
  const isUnknown = isOverlooked && uniform(salt, cell, 1) < 0.45;
  const found = isOverlooked ? 0.45 : 0.88 + 0.05 * bell(salt, cell, 2);
  const targets = isUnknown ? 0 : Math.round(poorHouseholds * Math.max(0, found) + 0.0015 * households);
  const coverage = isOverlooked
    ? 0.08 + 0.1 * progress(year)
    : 0.8 + 0.14 * progress(year) + 0.06 * bell(salt, cell, 3) - 0.02 * land.hardship[cell]!;
  const registered = portion(targets, 0.86 + 0.03 * bell(salt, cell, 4), uniform(salt, cell, 5));
  const causeRecorded = portion(targets, 0.96, uniform(salt, cell, 6));
  return {
    targets,
    targetPersons: Math.round((targets * persons) / households),
    registered,
    registeredPersons: Math.round((registered * persons) / households),
    withPlan: Math.round(targets * Math.min(1, Math.max(0, coverage))),
    causeRecorded,
    causes: causesIn(land, cell, causeRecorded, poorIn),
    households,
  };
}

export interface Care {
  readonly withCadre: number;
  readonly visitsDue: number;
  readonly visitsOnTime: number;
  readonly causeAndPlan: number;
  readonly matched: number;
  readonly vocationalEligible: number;
  readonly vocationalPaid: number;
}

const VISITS_A_YEAR = 4;

/** Counts who looks after the target households of `cell` in `year`, how often, and with what. */
export function careIn(land: Land, cell: number, year: number, help: Help): Care {
  const salt = mix(mix(land.seed, 62), cell);
  const behind = 0.04 * yearsBehind(land, cell);
  const grown = progress(year) - behind;
  const { targets, targetPersons, withPlan, causeRecorded } = help;
  const visitsDue = VISITS_A_YEAR * targets;
  const causeAndPlan = Math.min(causeRecorded, portion(withPlan, 0.95, uniform(salt, 0)));
  const vocationalEligible = portion(targetPersons, 0.026 + 0.004 * bell(salt, 1), uniform(salt, 2));
  return {
    withCadre: portion(targets, 0.78 + 0.2 * grown + 0.05 * bell(salt, 3), uniform(salt, 4)),
    visitsDue,
    visitsOnTime: portion(visitsDue, 0.58 + 0.32 * grown + 0.08 * bell(salt, 5, year), uniform(salt, 6)),
    causeAndPlan,
    matched: portion(causeAndPlan, 0.55 + 0.3 * grown + 0.07 * bell(salt, 7), uniform(salt, 8)),
    vocationalEligible,
    vocationalPaid: portion(vocationalEligible, 0.6 + 0.35 * grown, uniform(salt, 9)),
  };
}

/** One in twelve townships is passed over, and there the villages that need it most. */
function overlooks({ seed, regions, hardship }: Land, cell: number): boolean {
  return uniform(mix(seed, 61), regions.townshipOf[cell]!) < 1 / 12 && hardship[cell]! > 0.3;
}
