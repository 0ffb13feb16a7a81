// A plan as it is shown: its sites with what they bring, every village's minutes, and who stays outside and why.

import type { LonLat } from "#analysis/access/road";
import { REACH_STATES } from "#domain/travel";
import type { PlanResult, PlanSite } from "#domain/contract/plan_runs";
import { mayHaveFloors, type OutsideReason, type PlanQuestion } from "#domain/planning";
import { siteFen } from "#domain/site_costs";
import type { Text } from "#domain/text";
import { floorPeople, peopleOf, workIn, type Ground } from "./ground.ts";
import { isSeated, outsideToday, seatingOf, type Seating } from "./seating.ts";
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

/** Minutes and site of every village where places count: of a village that is split those of the site that takes most. */
function assignSeated(
  { villages, travel }: Ground,
  sites: readonly OpenSite[],
  { served, outside }: Seating,
) {
  const minutes = Float32Array.from(travel.nearest);
  const nearest = new Int32Array(villages.length).fill(-1);
  const most = new Float64Array(villages.length);
  const bySites = new Float64Array(villages.length);
  for (const [v, , people] of served) bySites[v]! += people;
  for (const [v, s, people] of served) {
    // Who mostly stays with what was there keeps the minutes to it.
    const elsewhere = peopleOf(villages[v]!) - outside[v]! - bySites[v]!;
    if (people > most[v]! && bySites[v]! >= elsewhere)
      [most[v], minutes[v], nearest[v]] = [people, sites[s]!.minutes[v]!, s];
  }
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

const sumUp = (counts: Iterable<number>): number => {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
};

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

/** Who stays outside with sites open, and who goes to which of them. */
function seatsWith(
  ground: Ground,
  question: PlanQuestion,
  sites: readonly OpenSite[],
  leftOut: readonly number[],
): Seating {
  if (isSeated(question)) return seatingOf(ground, question, sites, leftOut);
  const outside = outsideToday(ground, question);
  const { nearest } = assign(ground, sites);
  const served = [...outside.keys()].flatMap((v) => {
    const people = outside[v]!;
    if (people === 0 || !sites.some(({ minutes }) => minutes[v]! <= question.minutes)) return [];
    outside[v] = 0;
    return [[v, nearest[v]!, people] as const];
  });
  return { outside, served };
}

/** The township whose floor would break without a site. */
function floorOf(
  ground: Ground,
  question: PlanQuestion,
  { sites, outside }: { readonly sites: readonly OpenSite[]; readonly outside: Float64Array },
  s: number,
): Text | null {
  const { floor, objective } = question;
  if (floor === 0 || !mayHaveFloors(objective)) return null;
  const rest = seatsWith(
    ground,
    question,
    sites.filter((_, other) => other !== s),
    [],
  ).outside;
  const people = ground.townships.map(() => ({ all: 0, with: 0, without: 0 }));
  for (const [v, village] of ground.villages.entries()) {
    const own = people[village.township]!;
    own.all += peopleOf(village);
    own.with += peopleOf(village) - outside[v]!;
    own.without += peopleOf(village) - rest[v]!;
  }
  const broken = people.findIndex(({ with: now, without }, t) => {
    const want = floorPeople(ground, floor, t);
    return now >= want && without < want;
  });
  return broken < 0 ? null : ground.townships[broken]!.names;
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
  { sites, candidates, outside }: Pick<Described, "sites" | "candidates"> & Pick<Seating, "outside">,
) {
  const { between, state, nearest } = ground.travel;
  const limit = question.minutes;
  const may = new Set(candidates);
  const reasonOf = (v: number): OutsideReason => {
    if (state[v] === NO_POINT) return "no_place";
    if (nearest[v]! <= limit || sites.some((site) => site.minutes[v]! <= limit)) return "no_room";
    let isNear = false;
    for (let entry = between.start[v]!; entry < between.start[v + 1]!; entry++)
      isNear ||= may.has(between.column[entry]!) && between.minutes[entry]! <= limit;
    if (isNear) return "not_chosen";
    return REACH_STATES[state[v]!] === "no_path" ? "no_path" : "no_candidate";
  };
  return [...ground.villages.keys()]
    .filter((v) => outside[v]! > 0)
    .map((v) => {
      const { code, names, township } = ground.villages[v]!;
      return {
        code,
        names,
        township: ground.townships[township]!.names,
        people: outside[v]!,
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
  readonly proof: Proof;
}

/** By site the villages and people that go to it. */
function loadsOf(sites: readonly OpenSite[], { served }: Seating) {
  const loads = sites.map(() => ({ villages: [] as number[], people: 0 }));
  for (const [v, s, people] of served) {
    loads[s]!.villages.push(v);
    loads[s]!.people += people;
  }
  return loads;
}

/** A plan with everything that is shown of it. */
export function planResult(
  ground: Ground,
  { question, sites, candidates, leftOut, proof }: Described,
): PlanResult {
  const seating = seatsWith(ground, question, sites, leftOut);
  const { outside } = seating;
  const today = outsideToday(ground, question);
  const { minutes, nearest } = isSeated(question)
    ? assignSeated(ground, sites, seating)
    : assign(ground, sites);
  const bySite = loadsOf(sites, seating);
  const fixed = new Set(question.candidates.fixed);
  const described = sites.map((site, s): Omit<PlanSite, "number"> & { readonly s: number } => {
    const { villages: own, people } = bySite[s]!;
    const village = ground.villages[site.village >= 0 ? site.village : villageNear(ground, site.at)]!;
    const work = site.village >= 0 ? workIn(village) : "build";
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
      floorOf: floorOf(ground, question, { sites, outside }, s),
      isFixed: site.village >= 0 && fixed.has(village.code),
      costFen: siteFen(question, work),
    };
  });
  described.sort((a, b) => b.people - a.people || a.s - b.s);
  const numberOf = new Map(described.map(({ s }, at) => [s, at + 1]));
  const people = sumOf(ground, [...ground.villages.keys()]);
  const [before, after] = [timesOf(ground, ground.travel.nearest), timesOf(ground, minutes)];
  const far = { before: sumUp(today), after: sumUp(outside) };
  return {
    ...proof,
    sites: described.map(({ s: _s, ...site }, at) => ({ number: at + 1, ...site })),
    minutes: Array.from(minutes, toMinutes),
    nearest: Array.from(nearest, (s) => numberOf.get(s) ?? 0),
    people,
    gained: far.before - far.after,
    costFen: described.reduce<number | null>(
      (sum, { costFen }) => (sum === null || costFen === null ? null : sum + costFen),
      0,
    ),
    far,
    mean: { before: before.mean, after: after.mean },
    worst: { before: before.worst, after: after.worst },
    townships: ground.townships.map(({ code, names }, t) => {
      const own = [...ground.villages.keys()].filter((v) => ground.villages[v]!.township === t);
      const all = sumOf(ground, own);
      return {
        code,
        names,
        people: all,
        before: all - sumUp(own.map((v) => today[v]!)),
        after: all - sumUp(own.map((v) => outside[v]!)),
        isLeftOut: leftOut.includes(t),
      };
    }),
    outside: outsideOf(ground, question, minutes, { sites, candidates, outside }),
  };
}
