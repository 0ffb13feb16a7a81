// How things stand before anything is planned: minutes of every village, and what a site in it would bring.

import type { Situation } from "#domain/contract/situation";
import { REACH_STATES } from "#domain/travel";
import { gains, peopleOf, workIn, type Ground } from "./ground.ts";
import { toMinutes } from "./plan_result.ts";
import { existing, outsideToday, type AskedReach } from "./seating.ts";

/** The situation of an area, as the client draws it. */
export function situationOf(ground: Ground, asked: AskedReach): Omit<Situation, "release"> {
  const { villages, townships, travel, area, key, demand, facilities } = ground;
  const outside = outsideToday(ground, asked);
  const gain = gains(ground, asked.minutes, outside);
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
      work: workIn(village),
      outside: outside[v]!,
      gain: gain[v]!,
    })),
    townships: townships.map((township, t) => {
      const own = [...villages.keys()].filter((v) => villages[v]!.township === t);
      return {
        ...township,
        above: [...township.above],
        people: own.reduce((sum, v) => sum + peopleOf(villages[v]!), 0),
        far: own.reduce((sum, v) => sum + outside[v]!, 0),
      };
    }),
    places: existing(ground).reduce<Situation["places"]>(
      ({ known, unknown }, { places }) =>
        places === null ? { known, unknown: unknown + 1 } : { known: known + places, unknown },
      { known: 0, unknown: 0 },
    ),
    facilities: facilities.map(({ kind, names, at, isCounted }) => ({
      kind,
      names,
      at: [at[0], at[1]],
      isCounted,
    })),
  };
}
