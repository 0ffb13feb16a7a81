// A planner's question as a location problem that `lens compute` reads.

import { readLocationProblem } from "#analysis/allocation/input";
import type { LocationKind, LocationProblem } from "#analysis/allocation/problem";
import { mayHaveBudget, mayHaveFloors, mayHavePlaces, type PlanQuestion } from "#domain/planning";
import { siteFen } from "#domain/site_costs";
import { ProblemError } from "#server/errors";
import { floorPeople, gains, isFar, peopleOf, workIn, type Ground } from "./ground.ts";
import { existing, outsideToday } from "./seating.ts";

/** Minutes are rounded up to a hundredth, so that a run file stays small and nobody beyond a limit comes within it. */
const STEP = 100;

/** Nodes of branch and bound of a run: the same on every machine, which seconds are not. */
const NODE_LIMIT = 200_000;

export interface PosedProblem {
  /** What goes into a run file. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly problem: LocationProblem;
  /** Village of every point. */
  readonly points: readonly number[];
  /** Village of every site; −1 for what is there already, taken as one, or each with its places. */
  readonly sites: readonly number[];
  /** People who have a place today and count in the objective. */
  readonly seated: number;
  /** Townships whose floor no candidates could meet. */
  readonly leftOut: readonly number[];
}

const villageNumbers = ({ villages }: Ground, codes: readonly string[], key: string): number[] =>
  codes.map((code) => {
    const at = villages.findIndex((village) => village.code === code);
    if (at >= 0) return at;
    throw new ProblemError(
      400,
      "bad body",
      `field "question.candidates.${key}" has "${code}": no village of the area`,
    );
  });

/** Whether a village lies in one of the areas that a question names. */
function liesIn({ villages, townships }: Ground, only: readonly string[]): (village: number) => boolean {
  if (only.length === 0) return () => true;
  const wanted = new Set(only);
  const found = new Set<string>();
  const own = villages.map(({ code, township }) => {
    const { code: parent, above } = townships[township]!;
    const hits = [code, parent, ...above].filter((area) => wanted.has(area));
    for (const area of hits) found.add(area);
    return hits.length > 0;
  });
  if (found.size > 0) return (village) => own[village]!;
  throw new ProblemError(
    400,
    "bad body",
    `field "question.candidates.only" has "${only[0]}": none of its areas has a village of the planned area`,
  );
}

/** Villages where a site may go, ascending. */
export function candidateVillages(ground: Ground, question: PlanQuestion): number[] {
  const { candidates, minutes, existingPlaces } = question;
  const isIn = liesIn(ground, candidates.only);
  const gain = gains(ground, minutes, outsideToday(ground, question));
  const fixed = villageNumbers(ground, candidates.fixed, "fixed");
  const forbidden = villageNumbers(ground, candidates.forbidden, "forbidden");
  return [...ground.villages.keys()].filter((v) => {
    const { at, hasOne } = ground.villages[v]!;
    if (at === null || forbidden.includes(v)) return false;
    // Where places count, one that is there may be enlarged.
    const mayHave = existingPlaces || !hasOne;
    return fixed.includes(v) || (mayHave && isIn(v) && gain[v]! > 0 && gain[v]! >= candidates.least);
  });
}

const rounded = (minutes: number): number => Math.ceil(minutes * STEP) / STEP;

/** Minutes of every point to every site; `isOne` where the first site is all that is there already. */
function costRows(
  ground: Ground,
  points: readonly number[],
  sites: readonly number[],
  { limit, isOne }: { readonly limit: number; readonly isOne: boolean },
) {
  const { between, nearest } = ground.travel;
  const columnOf = new Map(sites.map((village, j) => [village, j]));
  return points.map((v) => {
    const row = Array.from({ length: sites.length }, (): number | null => null);
    if (isOne && nearest[v]! < Infinity) row[0] = rounded(nearest[v]!);
    for (let entry = between.start[v]!; entry < between.start[v + 1]!; entry++) {
      const j = columnOf.get(between.column[entry]!);
      if (j !== undefined && between.minutes[entry]! <= limit) row[j] = rounded(between.minutes[entry]!);
    }
    return row;
  });
}

/** Floors by township as shares of the demand in the problem, and those that no candidates could meet. */
function floorsOf(
  ground: Ground,
  { floor, minutes, existingPlaces }: PlanQuestion,
  points: readonly number[],
  rows: readonly (readonly (number | null)[])[],
) {
  const floors: Record<string, number> = {};
  const leftOut: number[] = [];
  const sum = (villages: readonly number[]): number =>
    villages.reduce((all, v) => all + peopleOf(ground.villages[v]!), 0);
  for (const t of ground.townships.keys()) {
    const isOwn = (v: number): boolean => ground.villages[v]!.township === t;
    const own = points.filter(isOwn);
    // Where places count, nobody is within for certain.
    const far = existingPlaces ? own : own.filter((v) => isFar(ground, v, minutes));
    const within = sum([...ground.villages.keys()].filter(isOwn)) - sum(far);
    const missing = floorPeople(ground, floor, t) - within;
    if (missing <= 0) continue;
    const isReached = (v: number): boolean =>
      rows[points.indexOf(v)]!.some((value) => value !== null && value <= minutes);
    if (sum(far.filter(isReached)) < missing) leftOut.push(t);
    // Where the problem has those who are within too, they count in its floor.
    else floors[t] = (sum(own) - sum(far) + missing) / sum(own);
  }
  return { floors, leftOut };
}

/** The kind of problem that a question is, with its limits. */
function kindOf({ objective, budgetFen, places, existingPlaces }: PlanQuestion): LocationKind {
  const refuse = (key: string, rule: string): never => {
    throw new ProblemError(
      400,
      "bad body",
      `field "question.${key}" does not go with "${objective}": ${rule}`,
    );
  };
  if (budgetFen !== null && !mayHaveBudget(objective))
    refuse("budgetFen", "money limits mclp and max_min_share");
  if (places !== null && !mayHavePlaces(objective)) refuse("places", "places limit mclp");
  if (existingPlaces && !mayHavePlaces(objective)) refuse("existingPlaces", "places limit mclp");
  if (objective === "max_min_share") return "max_min_mclp";
  if (objective !== "mclp") return objective;
  return places !== null || existingPlaces
    ? "capacitated_mclp"
    : budgetFen !== null
      ? "budgeted_mclp"
      : "mclp";
}

/** Fen of each site; throws a ProblemError where nobody says what one costs. */
function siteCosts(ground: Ground, question: PlanQuestion, sites: readonly number[]): number[] {
  return sites.map((v) => {
    if (v < 0) return 0;
    const work = workIn(ground.villages[v]!);
    const fen = siteFen(question, work);
    if (fen !== null) return fen;
    throw new ProblemError(
      400,
      "bad body",
      `field "question.${work === "build" ? "costFen" : "extendFen"}" is null: nobody says what a ${question.kind} costs`,
    );
  });
}

/** What limits the sites of a problem: their number, their money, what each can take. */
function limitsOf(
  ground: Ground,
  question: PlanQuestion,
  kind: LocationKind,
  { sites, most }: { readonly sites: readonly number[]; readonly most: number },
) {
  const { budgetFen } = question;
  const standing = sites.filter((v) => v < 0).length;
  return {
    ...(kind !== "lscp" && budgetFen === null && { p: most + standing }),
    ...(budgetFen !== null && { site_cost: siteCosts(ground, question, sites), budget: budgetFen }),
    ...(kind === "capacitated_mclp" && { capacity: capacities(ground, question, sites) }),
  };
}

/** People that each site takes; everybody where nobody says. */
function capacities(
  ground: Ground,
  { places, existingPlaces }: PlanQuestion,
  sites: readonly number[],
): number[] {
  const everybody = ground.villages.reduce((sum, village) => sum + peopleOf(village), 0);
  const own = existingPlaces ? existing(ground).map((facility) => facility.places ?? everybody) : [];
  return sites.map((_, site) => own[site] ?? places ?? everybody);
}

/** Minutes to each that is there already, before those to the candidates. */
function withExisting(
  { travel }: Ground,
  points: readonly number[],
  rows: (number | null)[][],
  limit: number,
) {
  const { start, column, minutes } = travel.existing;
  for (const [point, v] of points.entries())
    for (let entry = start[v]!; entry < start[v + 1]!; entry++)
      if (minutes[entry]! <= limit) rows[point]![column[entry]!] = rounded(minutes[entry]!);
  return rows;
}

/** People who have a place within the limit today. */
function seatedToday(ground: Ground, question: PlanQuestion): number {
  const outside = outsideToday(ground, question);
  return ground.villages.reduce((sum, village, v) => sum + peopleOf(village) - outside[v]!, 0);
}

/** The problem of a question; throws a ProblemError where there is nothing to solve. */
export function pose(ground: Ground, question: PlanQuestion): PosedProblem {
  const { objective, minutes, sites: count, existingPlaces } = question;
  const kind = kindOf(question);
  // Of coverage only those count who are farther today; of travel and shares everybody, with what is there as one open site;
  // of places everybody, with each that is there.
  const isCoverage = objective === "mclp" || objective === "lscp";
  const isFair = objective === "max_min_share";
  const candidates = candidateVillages(ground, question);
  if (candidates.length === 0)
    throw new ProblemError(
      409,
      "no candidates",
      `no village may have a site: ask for fewer than ${question.candidates.least} pupils, or for more minutes`,
    );
  const isOne = !isCoverage;
  const standing = Array.from({ length: existingPlaces ? existing(ground).length : isOne ? 1 : 0 }, () => -1);
  const sites = [...standing, ...candidates];
  let points = [...ground.villages.keys()].filter(
    (v) => peopleOf(ground.villages[v]!) > 0 && (!isCoverage || existingPlaces || isFar(ground, v, minutes)),
  );
  let rows = costRows(ground, points, sites, { limit: isCoverage || isFair ? minutes : Infinity, isOne });
  if (existingPlaces) rows = withExisting(ground, points, rows, minutes);
  if (objective === "lscp") {
    // Whom no candidate reaches would make it impossible; they are named among those who stay outside.
    const isReached = rows.map((row) => row.some((value) => value !== null));
    [points, rows] = [points.filter((_, i) => isReached[i]), rows.filter((_, i) => isReached[i])];
  }
  const fixed = villageNumbers(ground, question.candidates.fixed, "fixed").map((v) => sites.indexOf(v));
  const { floors, leftOut } = floorsOf(ground, question, points, rows);
  const hasFloors = Object.keys(floors).length > 0 && mayHaveFloors(objective);
  const content = {
    problem: kind,
    demand: points.map((v) => peopleOf(ground.villages[v]!)),
    sites: sites.length,
    cost: rows,
    ...limitsOf(ground, question, kind, { sites, most: Math.min(count, candidates.length) }),
    ...((isCoverage || isFair || hasFloors) && { radius: minutes }),
    fixed: [...standing.keys(), ...fixed].sort((a, b) => a - b),
    ...((hasFloors || isFair) && { groups: points.map((v) => ground.villages[v]!.township) }),
    ...(hasFloors && { floors }),
    node_limit: NODE_LIMIT,
  };
  return {
    content,
    problem: readLocationProblem(content),
    points,
    sites,
    seated: existingPlaces ? seatedToday(ground, question) : 0,
    leftOut: mayHaveFloors(objective) ? leftOut : [],
  };
}
