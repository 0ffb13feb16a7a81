// Where a department of the demo states another number than the register: in few villages, for reasons as in life.

import type { Land } from "#seeds/demo/land";
import { mix, uniform } from "#seeds/demo/random";

/** Share of the recorded villages that are in dispute with a department. */
const DISPUTED = 1 / 8;
/** First year of the registers of the departments themselves. */
const SINCE = 2018;
/** Most people or households that one village is in dispute about. */
const MOST = 4;

/** How many people or households of `cell` a department sees otherwise in `year`; mostly 0. */
function disputed(land: Land, draw: number, cell: number, year: number): number {
  const salt = mix(mix(land.seed, draw), cell);
  return year >= SINCE && uniform(salt, 0) < DISPUTED ? 1 + Math.floor(MOST * uniform(salt, 1, year)) : 0;
}

/** Medical insurance counts who pays into the county's fund; the register also who is insured where they work. */
export const insuredByFund = (
  [insurable, insured]: readonly number[],
  land: Land,
  cell: number,
  year: number,
): number[] => [insurable!, Math.max(0, insured! - disputed(land, 121, cell, year))];

/** Housing counts a rebuilt dwelling as unsafe until it is accepted; the register no longer does. */
export const unsafeUntilAccepted = (
  [assessed, unsafe, ...water]: readonly number[],
  land: Land,
  cell: number,
  year: number,
): number[] => [assessed!, Math.min(assessed!, unsafe! + disputed(land, 122, cell, year)), ...water];
