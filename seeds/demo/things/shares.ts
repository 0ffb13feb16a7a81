// What of a village's figures belongs to which school: every number of a village is divided among the schools that its pupils go to.

import type { Land } from "#seeds/demo/land";
import { bell, mix, portion, uniform } from "#seeds/demo/random";
import { JUNIOR_SCHOOL, hasFastNetwork, openSchools, schoolsIn } from "#seeds/demo/schools";
import { schoolingIn } from "#seeds/demo/schooling";

/** What is divided, in the order of the measures of the demo's schools. */
export interface Figures {
  readonly pupils: number;
  readonly places: number;
  readonly teachers: number;
  readonly classes: number;
  readonly devices: number;
  readonly boarding_beds: number;
}
const FIGURES = ["pupils", "places", "teachers", "classes", "devices", "boarding_beds"] as const;

export interface SchoolShares {
  /** Of pupils of the primary years by school of the cell where they learn: 0, and 1 where it has a second one. */
  readonly primary: readonly Figures[];
  readonly junior: Figures;
}

/** Six of nine years are primary. */
const JUNIOR_SHARE = 0.32;
/** The second school is the smaller one. */
const SECOND_SHARE = 0.42;

/** The figures of `cell` in `year` by school; null where there are no pupils. Their sums are those of `schoolsIn`. */
export function sharesIn(land: Land, cell: number, year: number): SchoolShares | null {
  const counted = schoolsIn(land, cell, year);
  const schooling = schoolingIn(land, cell, year);
  if (counted === null || schooling === null) return null;
  const salt = mix(mix(land.seed, 54), cell);
  const whole: Figures = {
    pupils: counted.pupils,
    places: schooling.places,
    teachers: counted.teachers,
    classes: counted.classes,
    devices: counted.teaching_terminals,
    boarding_beds: counted.boarding_beds,
  };
  const [junior, primary] = divide(whole, JUNIOR_SHARE + 0.03 * bell(salt, 0), salt);
  const own = openSchools(land, cell, counted.pupils, schooling.isClosed).filter(
    (school) => school !== JUNIOR_SCHOOL,
  );
  if (own.length < 2) return { primary: [primary], junior };
  const [second, first] = divide(primary, SECOND_SHARE + 0.05 * bell(salt, 1), mix(salt, 1));
  return { primary: [first, second], junior };
}

/** Divides figures in two: about `share` of each, and the rest, which keeps a teacher, a class and a place. */
function divide(whole: Figures, share: number, salt: number): [Figures, Figures] {
  const part = { ...whole };
  const rest = { ...whole };
  for (const [at, figure] of FIGURES.entries()) {
    const count = portion(whole[figure], share, uniform(salt, 10 + at));
    const leftOver = figure === "devices" || figure === "boarding_beds" ? 0 : 1;
    part[figure] = Math.max(0, Math.min(count, whole[figure] - leftOver));
    rest[figure] = whole[figure] - part[figure];
  }
  return [part, rest];
}

/** Downlink of a school of a cell, in kbps: 100 Mbps or more exactly where the village counts it so. */
export function bandwidthIn(land: Land, cell: number, school: number, year: number): number {
  const salt = mix(mix(mix(land.seed, 55), cell), school);
  const steps = hasFastNetwork(land, cell, school, year)
    ? [100_000, 100_000, 200_000, 500_000]
    : [4_000, 8_000, 20_000, 50_000];
  return steps[Math.floor(uniform(salt, 0) * steps.length)]!;
}

export const NO_FIGURES: Figures = {
  pupils: 0,
  places: 0,
  teachers: 0,
  classes: 0,
  devices: 0,
  boarding_beds: 0,
};

/** The sum of two. */
export const addFigures = (a: Figures, b: Figures): Figures => ({
  pupils: a.pupils + b.pupils,
  places: a.places + b.places,
  teachers: a.teachers + b.teachers,
  classes: a.classes + b.classes,
  devices: a.devices + b.devices,
  boarding_beds: a.boarding_beds + b.boarding_beds,
});
