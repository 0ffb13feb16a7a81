// The income survey: how many households of a village are asked in a year.

import type { Land } from "./land.ts";
import { povertyIn } from "./poverty.ts";
import { mix, uniform } from "./random.ts";

/** Fewer households than this are never asked, unless a village has no more. */
const FEWEST_ASKED = 15;
/** One township in ten asks everybody, for lack of a sampling plan. */
const EVERYBODY = 0.1;

export interface Survey {
  readonly asked: number;
  /** Households that could have been drawn. */
  readonly frame: number;
}

/** Draws the size of the sample of `cell` in `year`: the same share in a whole township, from 25 to 85 %. */
export function surveyIn(land: Land, cell: number, year: number): Survey {
  const township = land.regions.townshipOf[cell]!;
  const salt = mix(mix(land.seed, 95), township);
  const frame = povertyIn(land, cell, year).households;
  if (uniform(salt, 0) < EVERYBODY) return { asked: frame, frame };
  const share = 0.25 + 0.6 * uniform(salt, 1);
  return { asked: Math.min(frame, Math.max(FEWEST_ASKED, Math.round(frame * share))), frame };
}
