// Registered households of a cell in a year and their help plans: most are covered, some poor townships overlooked.

import type { Land } from "./land.ts";
import { progress } from "./periods.ts";
import { povertyIn } from "./poverty.ts";
import { bell, mix, uniform } from "./random.ts";

export interface Help {
  readonly targets: number;
  readonly withPlan: number;
}

/** Counts the registered or monitored households of `cell` in `year` and those of them with an active plan. */
export function helpIn(land: Land, cell: number, year: number): Help {
  const salt = mix(land.seed, 60);
  const { byCount } = povertyIn(land, cell, year);
  const poor = byCount[2]! + byCount[3]! + byCount[4]!;
  const isOverlooked = overlooks(land, cell);
  if (isOverlooked && uniform(salt, cell, 1) < 0.45) return { targets: 0, withPlan: 0 };
  const registered = isOverlooked ? 0.45 : 0.88 + 0.05 * bell(salt, cell, 2);
  const targets = Math.round(poor * Math.max(0, registered) + 0.012 * byCount[1]!);
  const coverage = isOverlooked
    ? 0.08 + 0.1 * progress(year)
    : 0.8 + 0.14 * progress(year) + 0.06 * bell(salt, cell, 3) - 0.02 * land.hardship[cell]!;
  return { targets, withPlan: Math.round(targets * Math.min(1, Math.max(0, coverage))) };
}

/** One in twelve townships is passed over, and there the villages that need it most. */
function overlooks({ seed, regions, hardship }: Land, cell: number): boolean {
  return uniform(mix(seed, 61), regions.townshipOf[cell]!) < 1 / 12 && hardship[cell]! > 0.3;
}
