// Where teachers go: schools below the norm as a problem of `lens compute`, solved, checked, and described.

import { budgetAnswer, shareAnswer, type Answer } from "#analysis/allocation/answer";
import { readBudgetProblem } from "#analysis/allocation/budget_input";
import { readShareProblem, solveShare } from "#analysis/allocation/share_problem";
import { runBudget } from "#analysis/allocation/solve";
import type { TeacherPlan, TeacherSchool } from "#domain/contract/teachers";
import type { TeacherGoal } from "#domain/teachers";
import { takeFromMost } from "./take_from_most.ts";

/** A school with its figures, before anything is given. */
export type CountedSchool = Omit<TeacherSchool, "given">;

export interface TeacherTask {
  readonly schools: readonly CountedSchool[];
  /** To be posted. */
  readonly teachers: number;
  readonly goal: TeacherGoal;
  /** Whether those above the norm of their school are moved first. */
  readonly mayMove: boolean;
}

export type SolvedTeachers = Pick<
  TeacherPlan,
  | "schools"
  | "lack"
  | "short"
  | "pupilsWithin"
  | "smallest"
  | "surplus"
  | "moved"
  | "posted"
  | "left"
  | "status"
  | "objective"
  | "bound"
  | "isChecked"
  | "seconds"
> & {
  /** What `lens compute` reads. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly answer: Answer;
};

const lackOf = ({ has, needs }: CountedSchool): number => Math.max(0, Math.ceil(needs - has - 1e-9));
const surplusOf = ({ has, needs }: CountedSchool): number => Math.max(0, Math.floor(has - needs + 1e-9));
const sum = (numbers: readonly number[]): number => numbers.reduce((all, value) => all + value, 0);

/** Teachers given to each school that lacks some, with what the solver and the checker say. */
async function solve(short: readonly CountedSchool[], amount: number, goal: TeacherGoal) {
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1e3;
  if (goal === "smallest_share") {
    const content = {
      problem: "max_min_share",
      need: short.map(({ needs }) => needs),
      have: short.map(({ has }) => has),
      amount,
    };
    const problem = readShareProblem(content);
    const plan = solveShare(problem);
    return { content, answer: shareAnswer(problem, plan, seconds()), given: plan.give };
  }
  const projects = short.map((school) => ({
    id: school.code,
    cost: lackOf(school),
    benefit: school.pupils,
  }));
  const content = { problem: "budget", projects, budget: amount };
  const problem = readBudgetProblem(content);
  const outcome = await runBudget(problem);
  if (!("chosen" in outcome)) throw new Error("a budget without floors has no plan");
  const chosen = new Set(outcome.chosen.map(({ id }) => id));
  const given = short.map((school) => (chosen.has(school.code) ? lackOf(school) : 0));
  return { content, answer: budgetAnswer(problem, outcome, seconds()), given };
}

function figuresOf(schools: readonly TeacherSchool[]) {
  const both = (value: (school: TeacherSchool) => number, combine: (values: number[]) => number) => ({
    before: combine(schools.map((school) => value({ ...school, given: 0 }))),
    after: combine(schools.map(value)),
  });
  const lack = ({ has, needs, given }: TeacherSchool): number =>
    Math.max(0, Math.ceil(needs - has - given - 1e-9));
  return {
    lack: both(lack, sum),
    short: both((school) => (lack(school) > 0 ? 1 : 0), sum),
    pupilsWithin: both((school) => (lack(school) > 0 ? 0 : school.pupils), sum),
    smallest: both(
      ({ has, needs, given }) => (needs > 0 ? (has + given) / needs : 1),
      (values) => values.reduce((least, value) => Math.min(least, value), 1),
    ),
  };
}

/** Where the teachers go. Throws a WrongPlanError where the checker refuses the plan. */
export async function placeTeachers({
  schools,
  teachers,
  goal,
  mayMove,
}: TeacherTask): Promise<SolvedTeachers> {
  const short = schools.filter((school) => lackOf(school) > 0);
  const surplus = sum(schools.map(surplusOf));
  const { content, answer, given } = await solve(short, teachers + (mayMove ? surplus : 0), goal);
  const used = sum(given);
  // What is there already is moved before anybody new is posted.
  const moved = mayMove ? Math.min(surplus, used) : 0;
  const taken = takeFromMost(schools.map(surplusOf), moved);
  const givenTo = new Map(short.map(({ code }, at) => [code, given[at]!]));
  const all = schools
    .map((school, s): TeacherSchool => ({ ...school, given: (givenTo.get(school.code) ?? 0) - taken[s]! }))
    .sort((a, b) => lackOf(b) - lackOf(a) || surplusOf(b) - surplusOf(a) || (a.code < b.code ? -1 : 1));
  return {
    schools: all,
    ...figuresOf(all),
    surplus,
    moved,
    posted: used - moved,
    left: teachers - (used - moved),
    status: answer.status === "optimal" ? "optimal" : "feasible",
    objective: answer["objective"] as number,
    bound: answer["bound"] as number,
    isChecked: answer.checked,
    seconds: answer.seconds,
    content,
    answer,
  };
}
