// How things stand before anything is planned: minutes of every village, and what a site in it would bring.

import type { Situation } from "#domain/contract/situation";
import { REACH_STATES } from "#domain/travel";
import { gains, isFar, peopleOf, type Ground } from "./ground.ts";
import { toMinutes } from "./plan_result.ts";

/** The situation of an area, as the client draws it. */
export function situationOf(ground: Ground, minutes: number): Omit<Situation, "release"> {
  const { villages, townships, travel, area, key, demand, facilities } = ground;
  const gain = gains(ground, minutes);
  return {
    area,
    period: key.period,
    demand,
    villages: villages.map((village, v) => ({
      code: village.code,
      names: village.names,
      township: village.township,
      at: village.at && [village.at[0], village.at[1]],
      people: village.people,
      minutes: toMinutes(travel.nearest[v]!),
      state: REACH_STATES[travel.state[v]!] ?? null,
      hasOne: village.hasOne,
      work: village.hasSmaller ? "extend" : "build",
      gain: gain[v]!,
    })),
    townships: townships.map((township, t) => {
      const own = [...villages.keys()].filter((v) => villages[v]!.township === t);
      const sum = (counted: readonly number[]): number =>
        counted.reduce((total, v) => total + peopleOf(villages[v]!), 0);
      return {
        ...township,
        above: [...township.above],
        people: sum(own),
        far: sum(own.filter((v) => isFar(ground, v, minutes))),
      };
    }),
    facilities: facilities.map(({ kind, names, at, isCounted }) => ({
      kind,
      names,
      at: [at[0], at[1]],
      isCounted,
    })),
  };
}
