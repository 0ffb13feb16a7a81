// Which schools are open in a year, where the pupils of every cell go, and what each school has: sums of what villages report.

import type { Land } from "#seeds/demo/land";
import { JUNIOR_SCHOOL, openSchools } from "#seeds/demo/schools";
import { schoolingIn } from "#seeds/demo/schooling";
import { juniorSchools, nearestIn } from "./junior_schools.ts";
import { addFigures, NO_FIGURES, sharesIn, type Figures } from "./shares.ts";

/** A school by its cell and its number there. */
export const schoolKey = (cell: number, school: number): number => 4 * cell + school;
export const cellOfSchool = (key: number): number => key >> 2;
export const numberOfSchool = (key: number): number => key & 3;

export interface SchoolYear {
  /** By key. */
  readonly figures: ReadonlyMap<number, Figures>;
  /** By key: cells whose pupils go there, and how many of each. */
  readonly pupilsOf: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

/** Keys of the schools that are open in `year`. */
export function openKeys(land: Land, year: number): number[] {
  const keys: number[] = [];
  for (let cell = 0; cell < land.mesh.cells; cell++) {
    const schooling = schoolingIn(land, cell, year);
    if (!schooling) continue;
    for (const school of openSchools(land, cell, schooling.pupils, schooling.isClosed))
      keys.push(schoolKey(cell, school));
  }
  return keys;
}

/** All schools in `year`; pupils of a village without a school of its own go to the nearest one of their county. */
export function schoolYear(land: Land, year: number): SchoolYear {
  const { mesh, ways, regions } = land;
  const keys = openKeys(land, year);
  const figures = new Map<number, Figures>(keys.map((key) => [key, NO_FIGURES]));
  const pupilsOf = new Map<number, Map<number, number>>(keys.map((key) => [key, new Map()]));
  const primaries = keys.filter((key) => numberOfSchool(key) === 0).map(cellOfSchool);
  const countyOfCell = Uint32Array.from(regions.townshipOf, (township) => regions.countyOf[township]!);
  const primaryOf = nearestIn(ways, primaries, countyOfCell, mesh.cells);
  const juniorOf = juniorSchools(land).of;
  const send = (cell: number, key: number, part: Figures): void => {
    const own = figures.get(key);
    if (!own)
      throw new RangeError(`pupils of cell ${cell} go to school ${key}, which is not open in ${year}`);
    figures.set(key, addFigures(own, part));
    if (part.pupils > 0) pupilsOf.get(key)!.set(cell, part.pupils);
  };
  for (let cell = 0; cell < mesh.cells; cell++) {
    const shares = sharesIn(land, cell, year);
    if (!shares) continue;
    // Where no junior school is left in reach, the primary school keeps its older pupils.
    const junior = juniorOf[cell]! < 0 ? null : schoolKey(juniorOf[cell]!, JUNIOR_SCHOOL);
    const [first, ...others] = shares.primary;
    const own = primaryOf[cell]!;
    send(cell, schoolKey(own, 0), junior === null ? addFigures(first!, shares.junior) : first!);
    for (const [at, part] of others.entries()) send(cell, schoolKey(own, 1 + at), part);
    if (junior !== null) send(cell, junior, shares.junior);
  }
  return { figures, pupilsOf };
}
