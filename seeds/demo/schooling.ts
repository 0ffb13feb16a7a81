// Pupils, teachers and the way to school of a cell in a year: schools follow the people late and badly.

import type { Land } from "./land.ts";
import { YEARS, progress } from "./periods.ts";
import { personsIn } from "./poverty.ts";
import { bell, mix, uniform } from "./random.ts";
import { isRecorded } from "./register/county.ts";

export interface Schooling {
  readonly pupils: number;
  readonly teachers: number;
  /** Places for pupils of the village, wherever their school is. */
  readonly places: number;
  /** Minutes on the way to school. */
  readonly walk: number;
  /** The village has no school of its own any more. */
  readonly isClosed: boolean;
}

/** Villages with fewer pupils have lost their teaching point by the end, one after the other. */
const CLOSING_BELOW = 55;
const NO_PUPILS_BELOW = 26;
const DELAY_YEARS = 4;

function pupilsIn(land: Land, cell: number, year: number): number {
  const salt = mix(land.seed, 50);
  const persons = personsIn(land, cell, year);
  const ageing = Math.min(1.2, land.minutes[cell]! / 100);
  const rate = 0.096 - 0.022 * ageing * (0.4 + progress(year)) + 0.012 * bell(salt, cell);
  const pupils = Math.round(persons * Math.max(0.012, rate));
  return pupils < NO_PUPILS_BELOW && !isRecorded(land, cell) && uniform(salt, cell, 1) < 0.6 ? 0 : pupils;
}

/** What the schools serving `cell` have in `year`; null where there are no pupils. */
export function schoolingIn(land: Land, cell: number, year: number): Schooling | null {
  const pupils = pupilsIn(land, cell, year);
  if (pupils === 0) return null;
  const salt = mix(land.seed, 51);
  const minutes = land.minutes[cell]!;
  // Posts were given for the pupils of some years ago: too few where people move in, too many where they leave.
  const planned = pupilsIn(land, cell, Math.max(YEARS[0], year - DELAY_YEARS));
  const atFringe = Math.exp(-(((minutes - 14) / 7) ** 2));
  const isShort = minutes > 60 && uniform(salt, cell) < 0.14;
  const ratio =
    (16 + 2.5 * bell(salt, cell, 1)) * (1 + 0.95 * atFringe * uniform(salt, cell, 2)) * (isShort ? 2.4 : 1);
  const teachers = Math.max(1, Math.round(planned / Math.max(8, ratio)));
  const roomy = 1.14 + 0.06 * bell(salt, cell, 6) - 0.3 * atFringe * uniform(salt, cell, 7);
  const closes = pupilsIn(land, cell, YEARS[0]) < CLOSING_BELOW + 40 * uniform(salt, cell, 3);
  const isClosed = closes && uniform(salt, cell, 4) < 0.25 + 0.6 * progress(year);
  const walk = 7 + 0.14 * minutes + 5 * uniform(salt, cell, 5) + (isClosed ? 10 + 0.17 * minutes : 0);
  return { pupils, teachers, places: Math.max(1, Math.round(planned * roomy)), walk, isClosed };
}
