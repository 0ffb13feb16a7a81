// People and poverty of a cell in a year: who is poor, in which ways and how many.

import { DEPRIVATIONS, POVERTY_CUTOFF } from "#domain/registry/multidimensional";
import type { Land } from "./land.ts";
import { YEARS } from "./periods.ts";
import { bell, logistic, mix, portion, uniform } from "./random.ts";
import { registerCounts } from "./register/counts.ts";
import { causes, ELSEWHERE, vulnerability } from "./vulnerability.ts";

export interface Poverty {
  readonly persons: number;
  readonly households: number;
  /** People whose deprivations are all known, and the multidimensionally poor among them. */
  readonly scored: number;
  readonly poor: number;
  /** Poor people deprived in each of DEPRIVATIONS. */
  readonly poorIn: readonly number[];
  /** Households of the poor. */
  readonly poorHouseholds: number;
}

const weights: readonly number[] = DEPRIVATIONS.map(({ weight }) => weight);
/** Which patterns of deprivations, one bit each, make poor. */
const POOR_PATTERNS = Array.from({ length: 2 ** weights.length }, (_, pattern) => pattern).filter(
  (pattern) =>
    weights.reduce((score, weight, at) => score + weight * ((pattern >> at) & 1), 0) >= POVERTY_CUTOFF,
);

/** The people of `cell` in `year`: fewer every year where it is remote, more near towns. */
export function personsIn(land: Land, cell: number, year: number): number {
  const counted = registerCounts(land, cell, year);
  if (counted) return counted.of("persons");
  const salt = mix(land.seed, 31);
  const minutes = land.minutes[cell]!;
  const nearTown = Math.exp(-minutes / 14);
  const first = Math.exp(7.05 + 0.4 * bell(salt, cell) - 0.12 * land.hardship[cell]!) * (1 + 2.2 * nearTown);
  const growth = 0.009 + 0.03 * nearTown - 0.022 * Math.min(1.3, minutes / 90) + 0.006 * bell(salt, cell, 1);
  return Math.max(25, Math.round(first * (1 + growth) ** (year - YEARS[0])));
}

/** Counts the people of `cell` below the poverty line of `year`. */
export function poorPersonsIn(land: Land, cell: number, year: number): number {
  const counted = registerCounts(land, cell, year);
  if (counted) return counted.of("poor_persons");
  const salt = mix(mix(land.seed, 32), cell);
  const odds = vulnerability(land, cell, year) + 0.12 * bell(salt, 101);
  return portion(personsIn(land, cell, year), logistic(odds), uniform(salt, 102));
}

/** Chances of every pattern of deprivations that come independently with `chances`. */
function patternChances(chances: readonly number[]): Float64Array {
  const patterns = new Float64Array(2 ** chances.length);
  patterns[0] = 1;
  chances.forEach((chance, at) => {
    const bit = 1 << at;
    for (let pattern = 0; pattern < bit; pattern++) {
      patterns[pattern + bit] = patterns[pattern]! * chance;
      patterns[pattern]! *= 1 - chance;
    }
  });
  return patterns;
}

const elsewhere = patternChances(weights.map(() => ELSEWHERE));

/** Counts the people and households of `cell` in `year`, and the multidimensionally poor. */
export function povertyIn(land: Land, cell: number, year: number): Poverty {
  const counted = registerCounts(land, cell, year);
  if (counted)
    return {
      persons: counted.of("persons"),
      households: counted.of("rural_households"),
      scored: counted.of("deprivation_scored_persons"),
      poor: counted.of("multidimensionally_poor_persons"),
      poorIn: DEPRIVATIONS.map(({ id }) => counted.of(`poor_persons_deprived_in_${id}`)),
      poorHouseholds: counted.of("registered_households"),
    };
  const persons = personsIn(land, cell, year);
  const vulnerable = logistic(vulnerability(land, cell, year) + 0.75);
  const salt = mix(mix(land.seed, 32), cell);
  const households = Math.max(8, Math.round(persons / (3.1 + 0.7 * uniform(salt, 100))));
  const scored = portion(persons, 0.97 + 0.01 * bell(salt, 99), uniform(salt, 98));
  const logOdds = causes(land, cell);
  const among = patternChances(DEPRIVATIONS.map(({ id }) => logistic(logOdds[id])));
  let isPoor = 0;
  const isPoorIn = weights.map(() => 0);
  for (const pattern of POOR_PATTERNS) {
    const chance = vulnerable * among[pattern]! + (1 - vulnerable) * elsewhere[pattern]!;
    isPoor += chance;
    for (let at = 0; at < weights.length; at++) if ((pattern >> at) & 1) isPoorIn[at]! += chance;
  }
  // The same draws every year: a village moves with its expectation, not by the luck of rounding.
  const poor = portion(scored, isPoor, uniform(salt, 0));
  const poorIn = isPoorIn.map((chance, at) => portion(poor, chance / isPoor, uniform(salt, at + 1)));
  raiseToCutoff(poor, poorIn, isPoorIn);
  return {
    persons,
    households,
    scored,
    poor,
    poorIn,
    poorHouseholds: portion(households, poor / scored, 0.5),
  };
}

/** Few poor people can round down to less than makes them poor: the likeliest deprivations make up for it. */
function raiseToCutoff(poor: number, poorIn: number[], chances: readonly number[]): void {
  const order = chances.map((_, at) => at).sort((a, b) => chances[b]! - chances[a]!);
  let lack = POVERTY_CUTOFF * poor - poorIn.reduce((score, count, at) => score + weights[at]! * count, 0);
  for (const at of order) for (; lack > 0 && poorIn[at]! < poor; lack -= weights[at]!) poorIn[at]!++;
}
