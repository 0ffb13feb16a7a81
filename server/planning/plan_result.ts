// A plan as it is shown: its sites with what they bring, every village's minutes, and who stays outside and why.

import type { LonLat } from "#analysis/access/road";
import { REACH_STATES } from "#domain/travel";
import type { PlanResult, PlanSite } from "#domain/contract/plan_runs";
import { mayHaveFloors, type OutsideReason, type PlanQuestion } from "#domain/planning";
import { siteFen } from "#domain/site_costs";
import type { Text } from "#domain/text";
import { floorPeople, isFar, peopleOf, type Ground } from "./ground.ts";
import { NO_POINT } from "./travel_messages.ts";

/** A site that is open in a plan: the village it stands in, or a point between, with the minutes of every village to it. */
export interface OpenSite {
  /** −1 for a point between villages. */
  readonly village: number;
  readonly at: LonLat;
  readonly minutes: Float32Array;
}

/** To a tenth; null for no way. */
export const toMinutes = (minutes: number): number | null =>
  Number.isFinite(minutes) ? Math.round(minutes * 10) / 10 : null;

/** A site in a village, with the minutes to it. */
export function siteIn({ villages, travel: { between } }: Ground, village: number): OpenSite {
  const minutes = new Float32Array(villages.length).fill(Infinity);
  for (let v = 0; v < between.rows; v++)
    for (let entry = between.start[v]!; entry < between.start[v + 1]!; entry++)
      if (between.column[entry] === village) minutes[v] = between.minutes[entry]!;
  return { village, at: villages[village]!.at!, minutes };
}

/** Where sites take only so many: people by village and site, in the order of the sites. */
export type Served = readonly (readonly [village: number, site: number, people: number])[];

/** Who is served where sites are filled by those who are nearest: a plan without the solver. */
export function fillNearest(
  ground: Ground,
  { minutes: limit, places }: PlanQuestion,
  sites: readonly OpenSite[],
): Served {
  const pairs = [...ground.villages.keys()]
    .filter((v) => isFar(ground, v, limit))
    .flatMap((v) => sites.map((site, s) => ({ v, s, minutes: site.minutes[v]! })))
    .filter(({ minutes }) => minutes <= limit)
    .sort((a, b) => a.minutes - b.minutes || a.v - b.v || a.s - b.s);
  const room = sites.map(() => places ?? Infinity);
  const left = ground.villages.map(peopleOf);
  return pairs.flatMap(({ v, s }) => {
    const people = Math.min(left[v]!, room[s]!);
    left[v]! -= people;
    room[s]! -= people;
    return people > 0 ? [[v, s, people] as const] : [];
  });
}

/** Minutes and site of every village where sites take only so many: of a village that is split those of the site that takes most. */
function assignServed({ villages, travel }: Ground, sites: readonly OpenSite[], served: Served) {
  const minutes = Float32Array.from(travel.nearest);
  const nearest = new Int32Array(villages.length).fill(-1);
  const most = new Float64Array(villages.length);
  for (const [v, s, people] of served)
    if (people > most[v]!) [most[v], minutes[v], nearest[v]] = [people, sites[s]!.minutes[v]!, s];
  return { minutes, nearest };
}

/** Minutes of every village with the plan, and which of the sites is nearest then: −1 for what was there. */
function assign({ villages, travel }: Ground, sites: readonly OpenSite[]) {
  const minutes = Float32Array.from(travel.nearest);
  const nearest = new Int32Array(villages.length).fill(-1);
  for (const [s, site] of sites.entries())
    for (const v of villages.keys())
      if (site.minutes[v]! < minutes[v]!) [minutes[v], nearest[v]] = [site.minutes[v]!, s];
  return { minutes, nearest };
}

const sumOf = (ground: Ground, villages: readonly number[]): number =>
  villages.reduce((sum, v) => sum + peopleOf(ground.villages[v]!), 0);

/** Mean and largest minutes of people with a way. */
function timesOf(ground: Ground, minutes: Float32Array) {
  let [sum, people, worst] = [0, 0, null as number | null];
  for (const [v, village] of ground.villages.entries()) {
    const count = peopleOf(village);
    if (count === 0 || !Number.isFinite(minutes[v]!)) continue;
    sum += count * minutes[v]!;
    people += count;
    worst = Math.max(worst ?? 0, minutes[v]!);
  }
  return {
    mean: people === 0 ? null : toMinutes(sum / people),
    worst: worst === null ? null : toMinutes(worst),
  };
}

/** The villages that a plan brings within the limit. */
const gainedBy = (ground: Ground, sites: readonly OpenSite[], limit: number): number[] =>
  [...ground.villages.keys()].filter(
    (v) => isFar(ground, v, limit) && sites.some(({ minutes }) => minutes[v]! <= limit),
  );

/** The township whose floor would break without a site. */
function floorOf(
  ground: Ground,
  { floor, objective, minutes: limit }: PlanQuestion,
  sites: readonly OpenSite[],
  s: number,
): Text | null {
  if (floor === 0 || !mayHaveFloors(objective)) return null;
  const within = (list: readonly OpenSite[], t: number): number =>
    sumOf(
      ground,
      [...ground.villages.keys()].filter(
        (v) =>
          ground.villages[v]!.township === t &&
          (!isFar(ground, v, limit) || list.some(({ minutes }) => minutes[v]! <= limit)),
      ),
    );
  const rest = sites.filter((_, other) => other !== s);
  const broken = [...ground.townships.keys()].find((t) => {
    const want = floorPeople(ground, floor, t);
    return within(sites, t) >= want && within(rest, t) < want;
  });
  return broken === undefined ? null : ground.townships[broken]!.names;
}

/** The village next to a point. */
function villageNear({ villages }: Ground, [lon, lat]: LonLat): number {
  const width = Math.cos((lat * Math.PI) / 180);
  let [best, least] = [0, Infinity];
  for (const [v, { at }] of villages.entries()) {
    if (!at) continue;
    const distance = ((at[0] - lon) * width) ** 2 + (at[1] - lat) ** 2;
    if (distance < least) [best, least] = [v, distance];
  }
  return best;
}

function outsideOf(
  ground: Ground,
  question: PlanQuestion,
  minutes: Float32Array,
  candidates: readonly number[],
  { sites, gained }: { readonly sites: readonly OpenSite[]; readonly gained: ReadonlyMap<number, number> },
) {
  const { between, state } = ground.travel;
  const limit = question.minutes;
  const may = new Set(candidates);
  const reasonOf = (v: number): OutsideReason => {
    if (state[v] === NO_POINT) return "no_place";
    if (sites.some((site) => site.minutes[v]! <= limit)) return "no_room";
    let isNear = false;
    for (let entry = between.start[v]!; entry < between.start[v + 1]!; entry++)
      isNear ||= may.has(between.column[entry]!) && between.minutes[entry]! <= limit;
    if (isNear) return "not_chosen";
    return REACH_STATES[state[v]!] === "no_path" ? "no_path" : "no_candidate";
  };
  return [...ground.villages.keys()]
    .filter((v) => isFar(ground, v, limit) && peopleOf(ground.villages[v]!) > (gained.get(v) ?? 0))
    .map((v) => {
      const { code, names, township } = ground.villages[v]!;
      return {
        code,
        names,
        township: ground.townships[township]!.names,
        people: peopleOf(ground.villages[v]!) - (gained.get(v) ?? 0),
        minutes: toMinutes(minutes[v]!),
        reason: reasonOf(v),
      };
    })
    .sort((a, b) => b.people - a.people || (a.code < b.code ? -1 : 1));
}

/** What the solver says of a plan; of one drawn by hand nothing. */
export type Proof = Pick<
  PlanResult,
  | "status"
  | "objective"
  | "bound"
  | "gap"
  | "isChecked"
  | "seconds"
  | "method"
  | "solver"
  | "size"
  | "conflict"
  | "needs"
>;

export interface Described {
  readonly question: PlanQuestion;
  readonly sites: readonly OpenSite[];
  readonly candidates: readonly number[];
  readonly leftOut: readonly number[];
  /** Who is served where sites take only so many; null where they take all. */
  readonly served: Served | null;
  readonly proof: Proof;
}

/** People whom a plan brings within the limit, by village, and by site which villages and how many people. */
function gainsOf(
  ground: Ground,
  sites: readonly OpenSite[],
  nearest: Int32Array,
  { served, question }: Pick<Described, "served" | "question">,
) {
  const flows: Served =
    served ??
    gainedBy(ground, sites, question.minutes).map(
      (v) => [v, nearest[v]!, peopleOf(ground.villages[v]!)] as const,
    );
  const byVillage = new Map<number, number>();
  const bySite = sites.map(() => ({ villages: [] as number[], people: 0 }));
  for (const [v, s, people] of flows) {
    byVillage.set(v, (byVillage.get(v) ?? 0) + people);
    bySite[s]!.villages.push(v);
    bySite[s]!.people += people;
  }
  return { byVillage, bySite };
}

/** A plan with everything that is shown of it. */
export function planResult(
  ground: Ground,
  { question, sites, candidates, leftOut, served, proof }: Described,
): PlanResult {
  const limit = question.minutes;
  const { minutes, nearest } = served ? assignServed(ground, sites, served) : assign(ground, sites);
  const { byVillage, bySite } = gainsOf(ground, sites, nearest, { served, question });
  const fixed = new Set(question.candidates.fixed);
  const described = sites.map((site, s): Omit<PlanSite, "number"> & { readonly s: number } => {
    const { villages: own, people } = bySite[s]!;
    const village = ground.villages[site.village >= 0 ? site.village : villageNear(ground, site.at)]!;
    const work = site.village >= 0 && village.hasSmaller ? "extend" : "build";
    const farthest = own.reduce((most, v) => Math.max(most, site.minutes[v]!), -1);
    return {
      s,
      code: site.village < 0 ? null : village.code,
      names: village.names,
      township: ground.townships[village.township]!.names,
      at: [site.at[0], site.at[1]],
      work,
      villages: own.length,
      people,
      farthest: farthest < 0 ? null : toMinutes(farthest),
      floorOf: floorOf(ground, question, sites, s),
      isFixed: site.village >= 0 && fixed.has(village.code),
      costFen: siteFen(question, work),
    };
  });
  described.sort((a, b) => b.people - a.people || a.s - b.s);
  const numberOf = new Map(described.map(({ s }, at) => [s, at + 1]));
  const far = [...ground.villages.keys()].filter((v) => isFar(ground, v, limit));
  const people = sumOf(ground, [...ground.villages.keys()]);
  const [before, after] = [timesOf(ground, ground.travel.nearest), timesOf(ground, minutes)];
  const farBefore = sumOf(ground, far);
  const gain = [...byVillage.values()].reduce((sum, count) => sum + count, 0);
  return {
    ...proof,
    sites: described.map(({ s: _s, ...site }, at) => ({ number: at + 1, ...site })),
    minutes: Array.from(minutes, toMinutes),
    nearest: Array.from(nearest, (s) => numberOf.get(s) ?? 0),
    people,
    gained: gain,
    costFen: described.reduce<number | null>(
      (sum, { costFen }) => (sum === null || costFen === null ? null : sum + costFen),
      0,
    ),
    far: { before: farBefore, after: farBefore - gain },
    mean: { before: before.mean, after: after.mean },
    worst: { before: before.worst, after: after.worst },
    townships: ground.townships.map(({ code, names }, t) => {
      const own = [...ground.villages.keys()].filter((v) => ground.villages[v]!.township === t);
      const before = sumOf(
        ground,
        own.filter((v) => !isFar(ground, v, limit)),
      );
      return {
        code,
        names,
        people: sumOf(ground, own),
        before,
        after: own.reduce((sum, v) => sum + (byVillage.get(v) ?? 0), before),
        isLeftOut: leftOut.includes(t),
      };
    }),
    outside: outsideOf(ground, question, minutes, candidates, { sites, gained: byVillage }),
  };
}
