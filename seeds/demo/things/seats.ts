// Seats of townships: the county town where it lies there, else a lasting, large village near the middle.

import type { Land } from "#seeds/demo/land";
import { YEARS } from "#seeds/demo/periods";
import { schoolingIn } from "#seeds/demo/schooling";

const known = new WeakMap<Land, Uint32Array>();

/** Cell of the seat, by township. */
export function seatsOf(land: Land): Uint32Array {
  const found = known.get(land);
  if (found) return found;
  const { regions, mesh } = land;
  const townships = regions.countyOf.length;
  const count = new Uint32Array(townships);
  const middle = new Float64Array(2 * townships);
  for (let cell = 0; cell < mesh.cells; cell++) {
    const township = regions.townshipOf[cell]!;
    count[township]!++;
    middle[2 * township]! += mesh.sites[2 * cell]!;
    middle[2 * township + 1]! += mesh.sites[2 * cell + 1]!;
  }
  const seats = new Uint32Array(townships);
  const best = new Float64Array(townships).fill(Infinity);
  for (let cell = 0; cell < mesh.cells; cell++) {
    const township = regions.townshipOf[cell]!;
    const east = mesh.sites[2 * cell]! - middle[2 * township]! / count[township]!;
    const north = mesh.sites[2 * cell + 1]! - middle[2 * township + 1]! / count[township]!;
    const pupils = schoolingIn(land, cell, YEARS[0])?.pupils ?? 0;
    const score = Math.hypot(east, north) / (1 + pupils / 100) + (isLasting(land, cell) ? 0 : 1_000);
    if (score >= best[township]!) continue;
    best[township] = score;
    seats[township] = cell;
  }
  for (const town of regions.townOf) seats[regions.townshipOf[town]!] = town;
  known.set(land, seats);
  return seats;
}

/** Whether a cell has pupils and a school of its own in the first and the last year, and so in between. */
export const isLasting = (land: Land, cell: number): boolean =>
  [YEARS[0], YEARS.at(-1)!].every((year) => schoolingIn(land, cell, year)?.isClosed === false);
