// Who is served within the limit, today and with sites opened, where what is there or a site takes only so many.

import type { Matrix } from "#analysis/access/matrix";
import { Seats, type SeatFloor } from "#analysis/access/seats";
import { mayHaveFloors, type PlanQuestion } from "#domain/planning";
import { floorPeople, isFar, peopleOf, type Ground } from "./ground.ts";

/** The parts of a question that say who is served by what is there. */
export type AskedReach = Pick<PlanQuestion, "minutes" | "existingPlaces">;

/** What is there already of the kind, in the order of `travel.existing`. */
export const existing = ({ facilities }: Ground) => facilities.filter(({ isCounted }) => isCounted);

const allPeople = ({ villages }: Ground): Float64Array => Float64Array.from(villages, peopleOf);

/** Everybody with a place in what is there. */
function seatsToday(ground: Ground, limit: number): Seats {
  const seats = new Seats(allPeople(ground));
  const places = existing(ground).map((facility) => facility.places ?? Infinity);
  seats.open(ground.travel.existing, places, limit);
  return seats;
}

/** By village the people who are outside today: farther than the limit, or without a place within it. */
export function outsideToday(ground: Ground, { minutes, existingPlaces }: AskedReach): Float64Array {
  if (existingPlaces) return seatsToday(ground, minutes).left();
  return Float64Array.from(ground.villages, (village, v) =>
    isFar(ground, v, minutes) ? peopleOf(village) : 0,
  );
}

/** Whether a plan says who goes where, since not everybody within the limit finds a place. */
export const isSeated = ({ places, existingPlaces }: PlanQuestion): boolean =>
  places !== null || existingPlaces;

export interface Seating {
  /** By village the people who stay outside. */
  readonly outside: Float64Array;
  /** People by village and site, in the order of the sites. */
  readonly served: readonly (readonly [village: number, site: number, people: number])[];
}

/** Villages by site, as far as they are within the limit. */
function matrixOf(columns: readonly Float32Array[], rows: number, limit: number): Matrix {
  const start = new Uint32Array(rows + 1);
  const [column, minutes] = [[] as number[], [] as number[]];
  for (let v = 0; v < rows; v++) {
    for (const [site, own] of columns.entries())
      if (own[v]! <= limit) {
        column.push(site);
        minutes.push(own[v]!);
      }
    start[v + 1] = column.length;
  }
  return {
    rows,
    columns: columns.length,
    start,
    column: Uint32Array.from(column),
    minutes: Float32Array.from(minutes),
  };
}

/** Who goes where with sites opened: as many as can be served, nobody loses a place but for the floor of another township. */
export function seatingOf(
  ground: Ground,
  question: PlanQuestion,
  sites: readonly { readonly minutes: Float32Array }[],
  leftOut: readonly number[],
): Seating {
  const { minutes: limit, places, existingPlaces } = question;
  const seats = existingPlaces ? seatsToday(ground, limit) : new Seats(outsideToday(ground, question));
  const first = existingPlaces ? ground.travel.existing.columns : 0;
  const columns = sites.map(({ minutes }) => minutes);
  seats.open(
    matrixOf(columns, ground.villages.length, limit),
    sites.map(() => places ?? Infinity),
    limit,
  );
  seats.raise(seatFloors(ground, question, leftOut));
  const served = seats
    .taken()
    .flatMap(([v, facility, people]) => (facility < first ? [] : [[v, facility - first, people] as const]));
  return { outside: seats.left(), served };
}

/** The floors of townships in people of the villages that take part. */
function seatFloors(ground: Ground, question: PlanQuestion, leftOut: readonly number[]): SeatFloor[] {
  const { floor, objective, existingPlaces, minutes } = question;
  if (floor === 0 || !mayHaveFloors(objective)) return [];
  return [...ground.townships.keys()].flatMap((t) => {
    if (leftOut.includes(t)) return [];
    const own = [...ground.villages.keys()].filter((v) => ground.villages[v]!.township === t);
    // Where what is there takes everybody within the limit, those have no part in the places of sites.
    const within = existingPlaces
      ? 0
      : own.reduce((sum, v) => sum + (isFar(ground, v, minutes) ? 0 : peopleOf(ground.villages[v]!)), 0);
    return [{ villages: own, people: Math.max(0, floorPeople(ground, floor, t) - within) }];
  });
}
