// People and poverty of a cell in a year: who is poor, in how many ways and why.

import { DEPRIVATIONS, POVERTY_CUTOFF } from "#domain/measures";
import type { Land } from "./land.ts";
import { fractal } from "./noise.ts";
import { YEARS, progress } from "./periods.ts";
import { bell, logistic, mix, portion, uniform } from "./random.ts";

export interface Poverty {
  readonly persons: number;
  readonly households: number;
  /** Households by number of deprivations, 0 to 4; they sum to `households`. */
  readonly byCount: readonly number[];
  /** Poor households deprived in each of DEPRIVATIONS. */
  readonly poorIn: readonly number[];
}

const dimensions = DEPRIVATIONS.length;
const PATTERNS = 2 ** dimensions;
const countOf = (pattern: number) => pattern.toString(2).replaceAll("0", "").length;
const COUNTS = Array.from({ length: PATTERNS }, (_, pattern) => countOf(pattern));

/** Log-odds of being vulnerable in an average village in the first year, and how far they come down by the last. */
const FIRST_YEAR = -0.95;
const FALL = 1.56;
const SPREAD = 0.72;
/** Share of households outside the vulnerable ones that suffer a given deprivation all the same. */
const ELSEWHERE = 0.05;

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

/** Log-odds by which each of DEPRIVATIONS is commoner or rarer in a place. */
function causes(land: Land, cell: number): number[] {
  const { seed, mesh, minutes, elevation, terrain, size } = land;
  const x = mesh.sites[2 * cell]!;
  const y = mesh.sites[2 * cell + 1]!;
  const region = Math.min(size.width / 4, 1.4);
  const local = (dimension: number) =>
    0.9 * fractal(mix(seed, 40 + dimension), x / region, y / region, 2) +
    0.2 * bell(mix(seed, 44), cell, dimension);
  const west = -x / terrain.halfWidth;
  const far = Math.min(1.5, minutes[cell]! / 70) - 0.7;
  return [
    0.7 * west + 0.7 * far + local(0),
    0.15 - 0.75 * west + local(1),
    -0.3 + 1.6 * (elevation[cell]! - 0.3) + local(2),
    -0.2 + 0.3 * west - 0.3 * far + local(3),
  ];
}

/** Counts the people and households of `cell` in `year`. */
export function povertyIn(land: Land, cell: number, year: number): Poverty {
  const persons = personsIn(land, cell, year);
  const vulnerable = vulnerability(land, cell, year);
  const salt = mix(mix(land.seed, 32), cell);
  const households = Math.max(8, Math.round(persons / (3.1 + 0.7 * uniform(salt, 100))));
  const inVulnerable = causes(land, cell).map((logOdds) =>
    logistic(logOdds - 0.15 + 0.25 * land.hardship[cell]!),
  );
  const byCount = Array.from({ length: dimensions + 1 }, () => 0);
  const poorIn = Array.from({ length: dimensions }, () => 0);
  const weight = logistic(vulnerable + 0.75);
  let left = households;
  for (let pattern = 1; pattern < PATTERNS; pattern++) {
    let among = weight;
    let elsewhere = 1 - weight;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const isDeprived = (pattern >> dimension) & 1;
      among *= isDeprived ? inVulnerable[dimension]! : 1 - inVulnerable[dimension]!;
      elsewhere *= isDeprived ? ELSEWHERE : 1 - ELSEWHERE;
    }
    // The same draw every year: a village moves with its expectation, not by the luck of rounding.
    const count = Math.min(left, Math.floor(households * (among + elsewhere) + uniform(salt, pattern)));
    left -= count;
    byCount[COUNTS[pattern]!]! += count;
    if (COUNTS[pattern]! >= POVERTY_CUTOFF)
      for (let dimension = 0; dimension < dimensions; dimension++)
        if ((pattern >> dimension) & 1) poorIn[dimension]! += count;
  }
  byCount[0]! += left;
  return { persons, households, byCount, poorIn };
}
