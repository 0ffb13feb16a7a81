// Paved roads to the hamlets of a cell, and its clinic: far from town they come late.

import type { Land } from "./land.ts";
import { YEARS, progress } from "./periods.ts";
import { personsIn } from "./poverty.ts";
import { bell, logistic, mix, portion, uniform } from "./random.ts";

export interface Roads {
  readonly hamlets: number;
  readonly paved: number;
}

/** Counts the hamlets of `cell` and those on a paved road in `year`; what is paved stays paved. */
export function roadsIn(land: Land, cell: number, year: number): Roads {
  const salt = mix(mix(land.seed, 97), cell);
  const hamlets = 2 + Math.round(personsIn(land, cell, YEARS[0]) / 180);
  const share = logistic(1.6 + 3 * progress(year) - land.minutes[cell]! / 45 + 0.4 * bell(salt, 0));
  return { hamlets, paved: portion(hamlets, share, uniform(salt, 1)) };
}

/** Villages as near to a county town as this have its hospital and need no clinic, in minutes. */
const HOSPITAL_WITHIN = 2.5;

/** Whether `cell` has a staffed standard clinic in `year`; null where the hospital is next door. */
export function hasClinic(land: Land, cell: number, year: number): boolean | null {
  const minutes = land.minutes[cell]!;
  if (minutes < HOSPITAL_WITHIN) return null;
  return uniform(mix(land.seed, 98), cell) < logistic(0.9 + 2.6 * progress(year) - minutes / 60);
}
