// Where the junior schools are: at the seats of townships with enough pupils, in every county at least at one.

import { spread } from "#seeds/demo/graph";
import type { Land } from "#seeds/demo/land";
import { YEARS } from "#seeds/demo/periods";
import { schoolingIn } from "#seeds/demo/schooling";
import { isLasting, seatsOf } from "./seats.ts";

/** A township with fewer pupils of all years sends them to the next one. */
const FEWEST_PUPILS = 350;

interface JuniorSchools {
  /** Cells that have one, by township. */
  readonly cells: ReadonlySet<number>;
  /** By cell: the cell of the junior school that its pupils go to; −1 where there is none. */
  readonly of: Int32Array;
}

const known = new WeakMap<Land, JuniorSchools>();

/** The junior schools of `land`, which are open in all years; pupils go to the nearest one of their county. */
export function juniorSchools(land: Land): JuniorSchools {
  const found = known.get(land);
  if (found) return found;
  const { regions, mesh, ways } = land;
  const pupils = new Float64Array(regions.countyOf.length);
  for (let cell = 0; cell < mesh.cells; cell++)
    pupils[regions.townshipOf[cell]!]! += schoolingIn(land, cell, YEARS[0])?.pupils ?? 0;
  const largest = new Map<number, number>();
  const seats = seatsOf(land);
  const cells: number[] = [];
  for (const [township, cell] of seats.entries()) {
    if (!isLasting(land, cell)) continue;
    const county = regions.countyOf[township]!;
    const before = largest.get(county);
    if (before === undefined || pupils[township]! > pupils[before]!) largest.set(county, township);
    if (pupils[township]! >= FEWEST_PUPILS) cells.push(cell);
  }
  const all = new Set([...cells, ...[...largest.values()].map((township) => seats[township]!)]);
  const countyOfCell = Uint32Array.from(regions.townshipOf, (township) => regions.countyOf[township]!);
  const made = { cells: all, of: nearestIn(land.ways, [...all], countyOfCell, ways.start.length - 1) };
  known.set(land, made);
  return made;
}

/** By cell: the nearest of `sources` in the same group of `within`, else the nearest of all; −1 where there is none. */
export function nearestIn(
  ways: Land["ways"],
  sources: readonly number[],
  within: ArrayLike<number>,
  cells: number,
): Int32Array {
  const near = spread(ways, sources, within).source;
  const anywhere = near.includes(-1) ? spread(ways, sources).source : near;
  return Int32Array.from({ length: cells }, (_, cell) => {
    const source = near[cell]! >= 0 ? near[cell]! : anywhere[cell]!;
    return source < 0 ? -1 : sources[source]!;
  });
}
