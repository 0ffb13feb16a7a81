// What a question stands on: villages with their people, what is there already, and the minutes between them.

import type { LonLat } from "#analysis/access/road";
import type { PlanQuestion } from "#domain/planning";
import type { SiteWork } from "#domain/site_costs";
import type { Text } from "#domain/text";
import type { Travel } from "./travel_messages.ts";

export interface GroundVillage {
  readonly code: string;
  readonly names: Text;
  /** Position among the townships. */
  readonly township: number;
  readonly at: LonLat | null;
  /** Null where nobody has counted. */
  readonly people: number | null;
  readonly hasOne: boolean;
  /** Whether a smaller facility of the same stage stands in it, which a site would enlarge. */
  readonly hasSmaller: boolean;
}

export interface GroundFacility {
  readonly kind: string;
  readonly names: Text;
  readonly at: LonLat;
  readonly village: string | null;
  /** Whether it is of the kind that is planned, and so counts as there. */
  readonly isCounted: boolean;
  /** People of the area that it can take: all its places, of one outside the area those that are free; null where nobody says. */
  readonly places: number | null;
}

export type GroundKey = Pick<PlanQuestion, "area" | "kind" | "travel"> & { readonly period: string };

export interface Ground {
  readonly key: GroundKey;
  /** Number and address of the release. */
  readonly release: number;
  readonly area: {
    readonly code: string;
    readonly names: Text;
    readonly bbox: [number, number, number, number];
  };
  readonly demand: string;
  readonly villages: readonly GroundVillage[];
  /** `above` are the codes of the areas that a township lies in. */
  readonly townships: readonly {
    readonly code: string;
    readonly names: Text;
    readonly above: readonly string[];
  }[];
  readonly facilities: readonly GroundFacility[];
  readonly travel: Travel;
  /** Minutes from every village to a point between villages. */
  minutesTo(at: LonLat): Promise<Float32Array>;
}

export const peopleOf = ({ people }: GroundVillage): number => people ?? 0;

/** Whether the people of a village are farther than the limit from what is there. */
export const isFar = ({ travel, villages }: Ground, v: number, minutes: number): boolean =>
  peopleOf(villages[v]!) > 0 && !(travel.nearest[v]! <= minutes);

/** What a site in a village would be: what is there is enlarged. */
export const workIn = ({ hasOne, hasSmaller }: GroundVillage): SiteWork =>
  hasOne || hasSmaller ? "extend" : "build";

/** By village, of people who are outside today, how many a site in it would bring within the limit. */
export function gains({ travel: { between } }: Ground, minutes: number, outside: Float64Array): Float64Array {
  const gain = new Float64Array(outside.length);
  for (let v = 0; v < between.rows; v++) {
    if (outside[v] === 0) continue;
    for (let entry = between.start[v]!; entry < between.start[v + 1]!; entry++)
      if (between.minutes[entry]! <= minutes) gain[between.column[entry]!]! += outside[v]!;
  }
  return gain;
}

/** People of a township who must be within the limit for its floor to hold. */
export function floorPeople({ villages }: Ground, floor: number, township: number): number {
  const people = villages.reduce(
    (sum, village) => sum + (village.township === township ? peopleOf(village) : 0),
    0,
  );
  return Math.ceil(floor * people - 1e-9);
}
