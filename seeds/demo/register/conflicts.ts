// Where a department of the demo reports another number than the register: in few villages, for realistic reasons.

import type { Land } from "#seeds/demo/land";
import { mix, uniform } from "#seeds/demo/random";

/** Share of the recorded villages for which a department reports another number. */
const CONFLICTING = 1 / 8;
/** First year of the registers of the departments themselves. */
const SINCE = 2018;
/** Most people or households by which the two numbers of one village differ. */
const MOST = 4;

/** People or households of `cell` by which a department's number differs in `year`; mostly 0. */
function difference(land: Land, draw: number, cell: number, year: number): number {
  const salt = mix(mix(land.seed, draw), cell);
  return year >= SINCE && uniform(salt, 0) < CONFLICTING ? 1 + Math.floor(MOST * uniform(salt, 1, year)) : 0;
}

/** Medical insurance counts who pays into the county's fund; the register also who is insured where they work. */
export const insuredByFund = (
  [insurable, insured]: readonly number[],
  land: Land,
  cell: number,
  year: number,
): number[] => [insurable!, Math.max(0, insured! - difference(land, 121, cell, year))];

/** Housing counts a rebuilt dwelling as unsafe until it is accepted; the register no longer does. */
export const unsafeUntilAccepted = (
  [assessed, unsafe, ...water]: readonly number[],
  land: Land,
  cell: number,
  year: number,
): number[] => [assessed!, Math.min(assessed!, unsafe! + difference(land, 122, cell, year)), ...water];
