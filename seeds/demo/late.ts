// How new things spread: slowly at first, then fast, and years later in some counties.

import type { Land } from "./land.ts";
import { logistic, mix, uniform } from "./random.ts";

/** By how many years the county of `cell` is behind: up to one in most, two to four in every fourth. */
export function yearsBehind({ seed, regions }: Land, cell: number): number {
  const salt = mix(seed, 80);
  const county = regions.countyOf[regions.townshipOf[cell]!]!;
  const years = uniform(salt, county, 1);
  return uniform(salt, county) < 0.25 ? 2 + 2 * years : years;
}

/** The share of places like `cell` that have, in `year`, what half of all have in `halfway`. */
export const adoption = (land: Land, cell: number, year: number, halfway: number): number =>
  logistic(1.1 * (year - yearsBehind(land, cell) - halfway) - 0.35 * land.hardship[cell]!);
