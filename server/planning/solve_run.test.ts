// A question on a line of villages whose answers are known by hand.

import { expect, it } from "vitest";
import { isProvenBest, questionSchema, type PlanQuestionInput } from "#domain/planning";
import { pose } from "./pose.ts";
import { outsideToday } from "./seating.ts";
import { situationOf } from "./situation.ts";
import { drawnResult, quickResult, solveQuestion } from "./solve_run.ts";
import { trialGround } from "./trial_ground.ts";

// v0 has the school; v0 and v1 are within 20 minutes of it, the others are farther.
const ground = trialGround([100, 100, 10, 50, 60, 5, null, 40]);
const ask = (patch: Partial<PlanQuestionInput>) =>
  questionSchema.parse({ area: "a", minutes: 20, sites: 1, ...patch });
const never = () => new AbortController().signal;
const solve = (patch: Partial<PlanQuestionInput>) => {
  const question = ask(patch);
  const hooks = { signal: never(), stop: never(), onProgress: () => undefined };
  return solveQuestion(ground, question, pose(ground, question), hooks);
};

it("brings most people within the limit, says that it is proven, and who stays outside and why", async () => {
  const { plan } = await solve({});
  // v3 brings v2, v3 and v4: 120 of the 165 who are farther.
  expect(plan.sites.map(({ code, people, villages, work }) => [code, people, villages, work])).toEqual([
    ["v3", 120, 3, "extend"],
  ]);
  expect([plan.gained, plan.far.before, plan.far.after]).toEqual([120, 165, 45]);
  expect(isProvenBest(plan)).toBe(true);
  expect(plan.outside.map(({ code, reason }) => [code, reason])).toEqual([
    ["v7", "not_chosen"],
    ["v5", "not_chosen"],
  ]);
});

it("keeps the floor of every township, and names the township for which a site was chosen", async () => {
  const { plan } = await solve({ sites: 2, floor: 0.5, candidates: { forbidden: ["v6"] } });
  expect(plan.sites.map(({ code, floorOf }) => [code, floorOf?.["en"]])).toEqual([
    ["v3", "Township 1"],
    ["v7", "Township 3"],
  ]);
  expect(plan.townships.map(({ before, after, people }) => [before, after, people])).toEqual([
    [200, 200, 200],
    [0, 60, 60],
    [0, 60, 65],
    [0, 40, 40],
  ]);
});

it("explains floors that cannot be kept by the number of sites that would do", async () => {
  const { plan } = await solve({ floor: 1, candidates: { forbidden: ["v6"] } });
  expect(plan.status).toBe("infeasible");
  expect(plan.needs?.sites).toBe(3);
  expect(plan.conflict.length).toBeGreaterThan(1);
  expect(isProvenBest(plan)).toBe(false);
});

it("counts what is there in travel as well, and reaches all with the fewest", async () => {
  const travel = await solve({ objective: "p_median" });
  expect(travel.plan.sites.map(({ code }) => code)).toEqual(["v4"]);
  const all = await solve({ objective: "lscp" });
  expect(all.plan.sites).toHaveLength(2);
  expect(all.plan.far.after).toBe(0);
});

it("takes sites in the named areas only, of whatever level", async () => {
  const codes = async (only: string[]) =>
    (await solve({ candidates: { only } })).plan.sites.map(({ code }) => code);
  expect(await codes(["v6", "v7"])).toEqual(["v6"]);
  expect(await codes(["t2"])).toEqual(["v4"]);
  expect(await codes(["c1", "elsewhere"])).toEqual(["v3"]);
  await expect(codes(["elsewhere"])).rejects.toThrow('field "question.candidates.only" has "elsewhere"');
});

it("spends the money on what brings most, by what a site costs, and says how much would keep the floors", async () => {
  // v3 is an enlargement, the others are new.
  const money = { costFen: 300, extendFen: 100 } as const;
  const { plan } = await solve({ ...money, budgetFen: 400, sites: 1 });
  expect(plan.sites.map(({ code, work, costFen }) => [code, work, costFen])).toEqual([
    ["v3", "extend", 100],
    ["v6", "build", 300],
  ]);
  expect([plan.gained, plan.costFen, isProvenBest(plan)]).toEqual([165, 400, true]);
  const short = await solve({ ...money, budgetFen: 50 });
  expect([short.plan.status, short.plan.sites, short.plan.gained]).toEqual(["optimal", [], 0]);
  const floors = await solve({ ...money, budgetFen: 200, floor: 0.5, candidates: { forbidden: ["v6"] } });
  expect([floors.plan.status, floors.plan.needs?.budgetFen]).toEqual(["infeasible", 400]);
});

it("fills sites to their places, and names who is near one without a place", async () => {
  const { plan, answer } = await solve({ places: 50, sites: 2 });
  expect(answer.checked).toBe(true);
  expect(plan.sites.map(({ people }) => people)).toEqual([50, 50]);
  expect([plan.gained, plan.far.after]).toEqual([100, 65]);
  expect(plan.outside.reduce((sum, { people }) => sum + people, 0)).toBe(65);
  expect(plan.outside.map(({ reason }) => reason)).toContain("no_room");
  expect(plan.townships.reduce((sum, { before, after }) => sum + after - before, 0)).toBe(100);
  const drawn = await drawnResult(ground, ask({ places: 50 }), ["v3"]);
  expect([drawn.gained, drawn.outside.length]).toEqual([50, 4]);
});

it("lifts the township behind all others first", async () => {
  const fair = await solve({ objective: "max_min_share", sites: 2 });
  const most = await solve({ sites: 2 });
  const least = ({ townships }: typeof fair.plan): number =>
    Math.min(...townships.map(({ after, people }) => after / people));
  expect(isProvenBest(fair.plan)).toBe(true);
  expect(fair.plan.objective).toBe(least(fair.plan));
  expect(least(fair.plan)).toBeGreaterThanOrEqual(least(most.plan));
});

it("lifts the township behind all others as far as the money goes, and further with more", async () => {
  const money = { costFen: 300, extendFen: 100 } as const;
  const least = async (budgetFen: number) => {
    const { plan } = await solve({ ...money, objective: "max_min_share", budgetFen });
    expect(isProvenBest(plan)).toBe(true);
    expect(plan.costFen).toBeLessThanOrEqual(budgetFen);
    return [plan.objective, Math.min(...plan.townships.map(({ after, people }) => after / people))];
  };
  // An enlargement in v3 brings 60 of the 65 people of v4 and v5, and nobody of v6 and v7; a new site there takes 300 more.
  expect(await least(100)).toEqual([0, 0]);
  expect(await least(400)).toEqual([1, 1]);
});

it("counts the places of what is there: who finds none is outside, and a site gives room", async () => {
  const full = trialGround([100, 100, 10, 50, 60, 5, null, 40], 150);
  const asked = ask({ existingPlaces: true, places: 80 });
  expect([...outsideToday(full, asked)]).toEqual([0, 50, 10, 50, 60, 5, 0, 40]);
  const posed = pose(full, asked);
  const { plan, answer } = await solveQuestion(full, asked, posed, {
    signal: never(),
    stop: never(),
    onProgress: () => undefined,
  });
  expect([answer["objective"], plan.objective, plan.gained]).toEqual([230, 80, 80]);
  expect([plan.far.before, plan.far.after, plan.isChecked]).toEqual([215, 135, true]);
  expect(plan.townships.reduce((sum, { before, after }) => sum + after - before, 0)).toBe(80);
  // To be enlarged itself, the school is a candidate; who stays without a place near one is told so.
  expect(situationOf(full, asked).villages[0]).toMatchObject({ outside: 0, gain: 50, work: "extend" });
  const drawn = await drawnResult(full, asked, ["v0"]);
  expect([drawn.gained, drawn.sites[0]!.work]).toEqual([50, "extend"]);
  const none = await drawnResult(full, { ...asked, places: 20 }, ["v0"]);
  expect(none.outside.find(({ code }) => code === "v1")).toMatchObject({ people: 30, reason: "no_room" });
});

it("keeps floors in places: a township below its floor gets some of those that another can spare", async () => {
  const full = trialGround([100, 100, 100, 0], 150);
  const asked = ask({ existingPlaces: true, places: 60, floor: 0.6, candidates: { only: ["v2"] } });
  const solved = await solveQuestion(full, asked, pose(full, asked), {
    signal: never(),
    stop: never(),
    onProgress: () => undefined,
  });
  expect(isProvenBest(solved.plan)).toBe(true);
  expect(solved.plan.townships.map(({ before, after }) => [before, after])).toEqual([
    [150, 150],
    [0, 60],
  ]);
});

it("refuses limits that do not go with what counts as good, by name", () => {
  const posed = (patch: Partial<PlanQuestionInput>) => () => pose(ground, ask(patch));
  expect(posed({ objective: "p_median", budgetFen: 1 })).toThrow(
    'field "question.budgetFen" does not go with "p_median"',
  );
  expect(posed({ objective: "lscp", places: 5 })).toThrow('field "question.places" does not go with "lscp"');
  expect(posed({ objective: "p_center", existingPlaces: true })).toThrow(
    'field "question.existingPlaces" does not go with "p_center"',
  );
  expect(posed({ kind: "clinic", budgetFen: 1 })).toThrow("nobody says what a clinic costs");
});

it("never calls a plan proven that nobody has proven", async () => {
  const question = ask({});
  expect(isProvenBest(quickResult(ground, question, pose(ground, question)))).toBe(false);
  const drawn = await drawnResult(ground, question, ["v3", [106.75, 27]]);
  expect([drawn.status, isProvenBest(drawn), drawn.sites.length]).toEqual(["drawn", false, 2]);
  await expect(drawnResult(ground, question, ["nowhere"])).rejects.toThrow('field "sites[0]" is "nowhere"');
});
