// What pupils of a cell find at school in a year: classes, beds, devices, network, money; and who is on no roll.

import { helpIn } from "./help.ts";
import { adoption } from "./late.ts";
import type { Land } from "./land.ts";
import { YEARS, progress } from "./periods.ts";
import { bell, logistic, mix, portion, uniform } from "./random.ts";
import { schoolingIn } from "./schooling.ts";
import { juniorSchools } from "./things/junior_schools.ts";

/** One member of staff for so many pupils. */
const PUPILS_PER_POST = 19;
/** A school with fewer pupils gets money for so many. */
const FUNDED_AT_LEAST = 100;
/** From so many pupils on a village has two schools. */
const TWO_SCHOOLS_FROM = 450;
/** Schools nearer to a county town, in minutes, are not counted as village schools. */
const TOWN_WITHIN = 8;

/** Numbers of the schools of a cell: its primary schools are 0 and 1, its junior school 2. */
export const JUNIOR_SCHOOL = 2;

/** The schools that are open in a cell with so many pupils. */
export const openSchools = (land: Land, cell: number, pupils: number, isClosed: boolean): number[] => [
  ...(isClosed ? [] : pupils < TWO_SCHOOLS_FROM ? [0] : [0, 1]),
  ...(juniorSchools(land).cells.has(cell) ? [JUNIOR_SCHOOL] : []),
];

/** Whether a school of a cell has a downlink of 100 Mbps or more in `year`. */
export const hasFastNetwork = (land: Land, cell: number, school: number, year: number): boolean =>
  uniform(mix(mix(land.seed, 52), cell), 10, school) < adoption(land, cell, year, 2017);

/** By measure; the figures of pupils are those of the village, wherever their school is. */
export function schoolsIn(land: Land, cell: number, year: number) {
  const schooling = schoolingIn(land, cell, year);
  if (schooling === null) return null;
  const { pupils, teachers, places, walk, isClosed } = schooling;
  const salt = mix(mix(land.seed, 52), cell);
  const grown = progress(year);
  const minutes = land.minutes[cell]!;

  const size = Math.min(60, Math.max(10, 12 + (1.25 * pupils) / teachers + 3 * bell(salt, 0)));
  const classes = Math.max(1, Math.round(pupils / size));
  const crowded = ((pupils / classes - 38) / 14) * (1 - 0.5 * grown);
  const villageClasses = isClosed || minutes < TOWN_WITHIN ? 0 : classes;

  const routed = portion(pupils, 0.995 - 0.05 * Math.min(1, minutes / 120), uniform(salt, 2));
  const boarders = portion(pupils, Math.min(0.7, (walk - 22) / 55), uniform(salt, 4));
  const dayPupils = pupils - boarders;
  const reach = Math.min(2, places / pupils) * Math.exp(-((walk / 45) ** 2));

  const digital = adoption(land, cell, year, 2018);
  const open = openSchools(land, cell, pupils, isClosed);
  const funded = isClosed ? pupils : Math.max(pupils, FUNDED_AT_LEAST);
  const yuanPerPupil = (600 + 20 * (year - YEARS[0])) * (0.97 + 0.02 * bell(salt, 8, year));
  return {
    pupils,
    teachers,
    pupil_travel_min: Math.round(routed * walk),
    routed_pupils: routed,
    schools: open.length,
    schools_100_mbps: open.filter((school) => hasFastNetwork(land, cell, school, year)).length,
    teacher_shortage: Math.max(0, Math.ceil(pupils / PUPILS_PER_POST) - teachers),
    school_place_shortage: Math.max(0, pupils - places),
    classes,
    oversize_classes: portion(classes, crowded, uniform(salt, 1)),
    village_school_classes: villageClasses,
    multigrade_classes: portion(villageClasses, ((70 - pupils) / 60) * (1 - 0.4 * grown), uniform(salt, 3)),
    day_pupils: dayPupils,
    far_day_pupils: portion(dayPupils, logistic((walk - 30) / 5), 0.5),
    boarders,
    boarding_beds: Math.max(0, Math.round(boarders * (0.74 + 0.26 * grown + 0.1 * bell(salt, 5)))),
    accessible_milliplaces: Math.round(1000 * pupils * reach),
    teaching_terminals: Math.round(pupils * (0.03 + 0.17 * digital) * (1 + 0.15 * bell(salt, 7))),
    school_funds_fen: Math.round(funded * yuanPerPupil) * 100,
  };
}

/** By measure: children of school age, those on no roll, and pupils who should get aid and do. */
export function rollsIn(land: Land, cell: number, year: number) {
  const schooling = schoolingIn(land, cell, year);
  if (schooling === null) return null;
  const { pupils } = schooling;
  const salt = mix(mix(land.seed, 53), cell);
  const { targets, households } = helpIn(land, cell, year);
  const hardship = land.hardship[cell]!;
  const missed = (0.014 + 0.006 * hardship) * (1 - 0.8 * progress(year));
  const dropouts = portion(pupils, missed, uniform(salt, 0, year));
  const eligible = portion(pupils, 0.06 + (1.2 * targets) / households, uniform(salt, 1));
  const paid = 0.8 + 0.17 * progress(year) - 0.02 * hardship + 0.04 * bell(salt, 2);
  return {
    school_age_residents: pupils + dropouts + portion(pupils, 0.03, uniform(salt, 3)),
    suspected_dropouts: dropouts,
    aid_eligible_pupils: eligible,
    aid_paid_pupils: portion(eligible, paid, uniform(salt, 4)),
  };
}
