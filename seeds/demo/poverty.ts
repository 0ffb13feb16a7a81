// People and poverty of a cell in a year: who is poor, in which ways and how many.

import { DEPRIVATIONS, POVERTY_CUTOFF, type DeprivationId } from "#domain/measures";
import type { Land } from "./land.ts";
import { fractal } from "./noise.ts";
import { YEARS, progress } from "./periods.ts";
import { bell, logistic, mix, portion, uniform } from "./random.ts";

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

/** Log-odds of being vulnerable in an average village in the first year, and how far they come down by the last. */
const FIRST_YEAR = -0.95;
const FALL = 1.56;
const SPREAD = 0.72;
/** Share of people outside the vulnerable ones who suffer a given deprivation all the same. */
const ELSEWHERE = 0.04;

/** Log-odds of a household of `cell` being vulnerable in `year`. */
function vulnerability({ seed, hardship, regions }: Land, cell: number, year: number): number {
  const salt = mix(seed, 30);
  const county = regions.countyOf[regions.townshipOf[cell]!]!;
  const prefecture = regions.prefectureOf[county]!;
  const speed = 1 + 0.32 * bell(salt, county, 1);
  return (
    FIRST_YEAR +
    SPREAD * hardship[cell]! -
    FALL * speed * progress(year) +
    0.09 * bell(salt, county, year) +
    disaster(salt, prefecture, county, year) +
    0.07 * bell(mix(salt, 2), cell, year)
  );
}

/** Every third prefecture has one year of flood or drought, which takes two years to get over; counties differ. */
function disaster(salt: number, prefecture: number, county: number, year: number): number {
  if (prefecture % 3 !== 1) return 0;
  const struck = 2016 + Math.floor(uniform(salt, prefecture, 3) * 5);
  const weight = [0.75, 0.35][year - struck] ?? 0;
  return weight * (0.4 + 0.8 * uniform(salt, county, 4));
}

/** Gives the people of `cell` in `year`: fewer every year where it is remote, more near towns. */
export function personsIn(land: Land, cell: number, year: number): number {
  const salt = mix(land.seed, 31);
  const minutes = land.minutes[cell]!;
  const nearTown = Math.exp(-minutes / 14);
  const first = Math.exp(7.05 + 0.4 * bell(salt, cell) - 0.12 * land.hardship[cell]!) * (1 + 2.2 * nearTown);
  const growth = 0.009 + 0.03 * nearTown - 0.022 * Math.min(1.3, minutes / 90) + 0.006 * bell(salt, cell, 1);
  return Math.max(25, Math.round(first * (1 + growth) ** (year - YEARS[0])));
}

/** Counts the people of `cell` below the poverty line of `year`. */
export function poorPersonsIn(land: Land, cell: number, year: number): number {
  const salt = mix(mix(land.seed, 32), cell);
  const odds = vulnerability(land, cell, year) + 0.12 * bell(salt, 101);
  return portion(personsIn(land, cell, year), logistic(odds), uniform(salt, 102));
}

/** Log-odds of each of DEPRIVATIONS among the vulnerable of a place, by its id. */
function causes(land: Land, cell: number): Readonly<Record<DeprivationId, number>> {
  const { seed, mesh, minutes, elevation, terrain, size, hardship } = land;
  const x = mesh.sites[2 * cell]!;
  const y = mesh.sites[2 * cell + 1]!;
  const region = Math.min(size.width / 4, 1.4);
  const local = (field: number) =>
    0.9 * fractal(mix(seed, 40 + field), x / region, y / region, 2) + 0.2 * bell(mix(seed, 44), cell, field);
  const west = -x / terrain.halfWidth;
  const far = Math.min(1.5, minutes[cell]! / 70) - 0.7;
  const high = elevation[cell]! - 0.3;
  const hard = 0.25 * hardship[cell]!;
  return {
    years_of_schooling: 0.25 + hard + 0.7 * west + 0.7 * far + local(0),
    school_attendance: -1.6 + hard + 0.3 * west + 0.8 * far + local(4),
    long_illness: 0.15 + hard - 0.75 * west + local(1),
    medical_insurance: -0.75 + hard + 0.4 * far + local(5),
    housing: -0.35 + hard + 1.6 * high + local(2),
    safe_water: -0.45 + hard + 1.2 * high - 0.4 * west + local(6),
    labour: -0.5 + hard + 0.3 * west - 0.3 * far + local(3),
  };
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
