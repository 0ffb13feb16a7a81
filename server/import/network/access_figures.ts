// What travel times and places say of every village in a period: the rows of the computed table.

import { twoStepCatchments } from "#analysis/access/catchments";
import { coverageOf } from "#analysis/access/coverage";
import type { Matrix } from "#analysis/access/matrix";
import { assignNearestFirst } from "#analysis/access/places_left";
import { E2SFCA_ZONES, stepWeight } from "#analysis/access/weights";
import type { FactRow } from "#domain/dataset";
import type { Value } from "#domain/missing";
import { REACH_STATES } from "#domain/travel";

/** Measures of the computed table, in the order of its values. The last three are those that departments state, too. */
export const ACCESS_MEASURES = [
  "pupils_within_15",
  "pupils_within_30",
  "pupils_within_45",
  "pupils_within_60",
  "pupils_with_place",
  "pupils_without_place",
  "pupils_out_of_reach",
  "routed_pupils",
  "pupil_travel_min",
  "accessible_milliplaces",
] as const;

/** Pupils within so many minutes of a school with a free place have one. */
export const PLACE_MINUTES = 30;

export interface AccessInput {
  readonly codes: readonly string[];
  readonly period: string;
  /** Not a number where not known. */
  readonly pupils: Float64Array;
  /** Minutes to all schools that are open. */
  readonly matrix: Matrix;
  /** By village; Infinity where there is none. */
  readonly nearestMinutes: Float32Array;
  /** Position in REACH_STATES, or NO_POINT. */
  readonly state: Uint8Array;
  /** Places by school; null where those of a school are not known. */
  readonly places: readonly (number | null)[];
}

/** State of a village of which no place is known. */
export const NO_POINT = 255;
const INCOMPLETE = REACH_STATES.indexOf("network_incomplete");

/** Rows of all villages; not-surveyed where pupils, place or network are not known well enough, and places where a school states none. */
export function accessRows({
  codes,
  period,
  pupils,
  matrix,
  nearestMinutes,
  state,
  places,
}: AccessInput): FactRow[] {
  const people = pupils.map((count) => (Number.isNaN(count) ? 0 : count));
  const { within, personMinutes, timed } = coverageOf(people, nearestMinutes);
  const hasPlaces = places.every((count) => count !== null);
  const supply = places.map((count) => count ?? 0);
  const { access } = twoStepCatchments(matrix, people, supply, stepWeight(E2SFCA_ZONES));
  const { withPlace, withoutPlace, outside } = assignNearestFirst(matrix, people, supply, PLACE_MINUTES);
  return codes.map((code, v): FactRow => {
    const isKnown = !Number.isNaN(pupils[v]) && state[v] !== NO_POINT && state[v] !== INCOMPLETE;
    const known = (value: number): Value => (isKnown ? Math.round(value) : "not-surveyed");
    const placed = (value: number): Value => (hasPlaces ? known(value) : "not-surveyed");
    return {
      code,
      period,
      values: [
        known(within[15][v]!),
        known(within[30][v]!),
        known(within[45][v]!),
        known(within[60][v]!),
        placed(withPlace[v]!),
        placed(withoutPlace[v]!),
        placed(outside[v]!),
        known(timed[v]!),
        known(personMinutes[v]!),
        placed(access[v]! * people[v]! * 1000),
      ],
    };
  });
}
