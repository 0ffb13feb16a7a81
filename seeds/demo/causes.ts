// Why the target households of a cell are in need: main causes as a township would record them.

import { DEPRIVATIONS, type DeprivationId } from "#domain/registry/multidimensional";
import { CAUSES } from "#domain/register/codes";
import type { CauseId } from "#domain/registry/causes";
import type { Land } from "./land.ts";
import { bell, mix, portion, uniform } from "./random.ts";

/** Households by main cause. */
export type CauseCounts = Readonly<Record<CauseId, number>>;

export const causeCounts = (countOf: (id: CauseId) => number): CauseCounts =>
  Object.fromEntries(CAUSES.map(({ id }) => [id, countOf(id)])) as CauseCounts;

/** Parts of `whole` as the weights say, in whole numbers that add up to it (largest remainders). */
function shareOut<Id extends string>(
  whole: number,
  weights: Readonly<Record<Id, number>>,
): Record<Id, number> {
  const ids = Object.keys(weights) as Id[];
  const sum = ids.reduce((total, id) => total + weights[id], 0);
  const exact = ids.map((id) => ({ id, part: (whole * weights[id]) / sum }));
  const parts = Object.fromEntries(exact.map(({ id, part }) => [id, Math.floor(part)])) as Record<Id, number>;
  const left = whole - exact.reduce((total, { part }) => total + Math.floor(part), 0);
  const byRemainder = exact.sort((a, b) => (b.part % 1) - (a.part % 1));
  for (const { id } of byRemainder.slice(0, left)) parts[id]++;
  return parts;
}

/** The main causes of `recorded` target households of `cell`, whose poor lack things as `poorIn` counts. */
export function causesIn(land: Land, cell: number, recorded: number, poorIn: readonly number[]): CauseCounts {
  const salt = mix(land.seed, 60);
  const reasons = Math.max(
    1,
    poorIn.reduce((sum, count) => sum + count, 0),
  );
  const lacking = (id: DeprivationId): number =>
    poorIn[DEPRIVATIONS.findIndex((deprivation) => deprivation.id === id)]! / reasons;
  const bySchooling = 0.7 * (lacking("years_of_schooling") + lacking("school_attendance"));
  const schooling = portion(recorded, bySchooling, uniform(salt, cell, 7));
  const ill = Math.min(
    portion(recorded, 1.3 * lacking("long_illness"), uniform(salt, cell, 8)),
    recorded - schooling,
  );
  const disability = portion(ill, 0.23 + 0.05 * bell(salt, cell, 9), uniform(salt, cell, 10));
  const others = shareOut(recorded - schooling - ill, {
    labour: 0.05 + 1.1 * lacking("labour"),
    skill: 0.06 + 0.9 * lacking("years_of_schooling"),
    water: 0.4 * lacking("safe_water"),
    capital: 0.12 + 0.1 * uniform(salt, cell, 11),
    transport: 0.12 * Math.min(1.5, land.minutes[cell]! / 60),
    land: 0.03 + 0.06 * uniform(salt, cell, 12),
    disaster: 0.02 + 0.05 * uniform(salt, cell, 13),
    drive: 0.03 + 0.05 * uniform(salt, cell, 14),
    marriage: 0.02,
    other: 0.03,
  });
  return { ...others, schooling, disability, illness: ill - disability };
}
