// How a cell's people live in a year: medical insurance, housing, drinking water.

import { DEPRIVATIONS } from "#domain/registry/multidimensional";
import type { Land } from "./land.ts";
import { progress } from "./periods.ts";
import { personsIn, povertyIn } from "./poverty.ts";
import { bell, mix, portion, uniform } from "./random.ts";
import { registerCounts } from "./register/counts.ts";

const HOUSING = DEPRIVATIONS.findIndex(({ id }) => id === "housing");
const WATER = DEPRIVATIONS.findIndex(({ id }) => id === "safe_water");

export interface Insurance {
  readonly insurable: number;
  readonly insured: number;
}

/** Counts the people of `cell` who should have medical insurance in `year` and those who have. */
export function insuranceIn(land: Land, cell: number, year: number): Insurance {
  const counted = registerCounts(land, cell, year);
  if (counted) return { insurable: counted.of("insurable_persons"), insured: counted.of("insured_persons") };
  const salt = mix(mix(land.seed, 92), cell);
  const insurable = portion(personsIn(land, cell, year), 0.985, uniform(salt, 0));
  const share = 0.9 + 0.07 * progress(year) - 0.012 * land.hardship[cell]! + 0.012 * bell(salt, 1, year);
  return { insurable, insured: portion(insurable, share, uniform(salt, 2)) };
}

export interface Dwelling {
  /** Households whose dwelling was assessed, and those in unsafe ones. */
  readonly homesAssessed: number;
  readonly homesUnsafe: number;
  /** The same for drinking water. */
  readonly waterAssessed: number;
  readonly waterUnsafe: number;
}

/** Counts unsafe dwellings and water of `cell` in `year`: more households than those of the poor who lack them. */
export function dwellingIn(land: Land, cell: number, year: number): Dwelling {
  const counted = registerCounts(land, cell, year);
  if (counted)
    return {
      homesAssessed: counted.of("housing_assessed_households"),
      homesUnsafe: counted.of("unsafe_housing_households"),
      waterAssessed: counted.of("water_assessed_households"),
      waterUnsafe: counted.of("unsafe_water_households"),
    };
  const salt = mix(mix(land.seed, 93), cell);
  const { persons, households, poorIn } = povertyIn(land, cell, year);
  const [housing, water] = [poorIn[HOUSING]!, poorIn[WATER]!].map((poor) => (poor / persons) * households);
  const homesAssessed = portion(households, 0.98, uniform(salt, 0));
  const waterAssessed = portion(households, 0.975, uniform(salt, 1));
  const others = 0.02 + 0.02 * uniform(salt, 2);
  return {
    homesAssessed,
    homesUnsafe: Math.min(homesAssessed, Math.ceil(housing! + others * households)),
    waterAssessed,
    waterUnsafe: Math.min(waterAssessed, Math.ceil(water! + 1.2 * others * households)),
  };
}
