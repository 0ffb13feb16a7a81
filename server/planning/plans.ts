// Adopted plans: who answers for what by when, and what the latest release shows of it.

import type { Knex } from "knex";
import type { AdoptedPlan, Commitment } from "#domain/contract/adopted_plans";
import type { PlanRun } from "#domain/contract/plan_runs";
import type { TeacherPlan, TeachersQuery } from "#domain/contract/teachers";
import { isProvenBest, type PlanQuestion } from "#domain/planning";
import { ProblemError } from "#server/errors";
import { query } from "#sql/query";
import { peopleOf, type Ground } from "./ground.ts";
import { insertPlan } from "./insert_plan.ts";
import { deliveredTeachers, type TeacherQuestion } from "./teacher_plans.ts";

interface PlanRow {
  readonly id: number;
  readonly name: string;
  readonly run: number;
  readonly post: string;
  readonly budget_line: string;
  readonly deadline: string;
  readonly author: string;
  readonly adopted_at: Date;
  readonly is_over: boolean;
  /** Null for a plan of sites. */
  readonly teachers: { readonly question: TeacherQuestion; readonly plan: TeacherPlan } | null;
}

/** Adopts the plan of a finished run; throws a 409 for one that has no plan. */
export async function adoptPlan(db: Knex, run: PlanRun, commitment: Commitment): Promise<number> {
  if (run.state !== "done" || run.plan.sites.length === 0)
    throw new ProblemError(409, "no plan", `run ${run.id} has no plan to adopt: its state is ${run.state}`);
  return db.transaction((trx) => insertPlan(trx, { run: run.id, area: run.question.area }, commitment));
}

/** People whom the plan promised to bring within the limit and who are now. */
function delivered({ question, plan }: PlanRun, then: Ground, now: Ground): number {
  const at = new Map(now.villages.map(({ code }, v) => [code, v]));
  let sum = 0;
  for (const [v, village] of then.villages.entries()) {
    const isPromised =
      !(then.travel.nearest[v]! <= question.minutes) && (plan.minutes[v] ?? Infinity) <= question.minutes;
    const present = at.get(village.code);
    if (isPromised && present !== undefined && now.travel.nearest[present]! <= question.minutes)
      sum += peopleOf(village);
  }
  return sum;
}

export interface Present {
  findRun(id: number): Promise<PlanRun>;
  /** What a question stands on in a release: that of its run, or the latest. */
  ground(question: PlanQuestion, release: number | null): Promise<Ground>;
  /** Schools and teachers of the latest release, in its last period. */
  teachers(question: TeachersQuery): Promise<TeacherPlan>;
}

type Standing = Pick<
  AdoptedPlan,
  "task" | "kind" | "minutes" | "isProven" | "basis" | "sites" | "promised" | "delivered" | "period"
>;

async function sitesStanding(run: PlanRun, present: Present): Promise<Standing> {
  const then = await present.ground(run.question, run.release);
  const { period: _period, ...question } = run.question;
  const now = await present.ground(question as PlanQuestion, null);
  const hasOne = new Map(now.villages.map((village) => [village.code, village.hasOne]));
  return {
    task: "sites",
    kind: run.question.kind,
    minutes: run.question.minutes,
    isProven: isProvenBest(run.plan),
    basis: then.key.period,
    sites: run.plan.sites.flatMap(({ code, names }) =>
      code === null ? [] : [{ code, names, isDelivered: hasOne.get(code) ?? null }],
    ),
    promised: run.plan.gained,
    delivered: delivered(run, then, now),
    period: now.key.period,
  };
}

async function teachersStanding(
  plan: TeacherPlan,
  { task: _task, period: _period, release: _release, ...question }: TeacherQuestion,
  present: Present,
): Promise<Standing> {
  const now = await present.teachers(question);
  return {
    task: "teachers",
    kind: question.kind,
    minutes: null,
    isProven: plan.status === "optimal" && plan.isChecked,
    basis: plan.period,
    ...deliveredTeachers(plan, now),
    period: now.period,
  };
}

/** The adopted plans of an area, with what was promised and what is there. */
export async function listPlans(db: Knex, area: string, present: Present): Promise<AdoptedPlan[]> {
  const rows = await query<PlanRow>(
    db,
    `select p.id, p.name, p.run, p.post, p.budget_line, to_char(p.deadline, 'YYYY-MM-DD') as deadline, p.deadline < current_date as is_over, p.author, p.adopted_at,
            case when r.question ->> 'task' = 'teachers' then jsonb_build_object('question', r.question, 'plan', r.plan) end as teachers
     from planning.plan p join planning.run r on r.id = p.run
     where p.area_code = ? order by p.id desc`,
    [area],
  );
  const plans: AdoptedPlan[] = [];
  for (const { budget_line, adopted_at, teachers, is_over, ...row } of rows) {
    const standing = teachers
      ? await teachersStanding(teachers.plan, teachers.question, present)
      : await sitesStanding(await present.findRun(row.run), present);
    plans.push({
      ...row,
      ...standing,
      budgetLine: budget_line,
      adoptedAt: new Date(adopted_at).toISOString(),
      area,
      isLate: is_over && (standing.delivered ?? 0) < standing.promised,
    });
  }
  return plans;
}
