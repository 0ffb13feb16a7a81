// Adopted plans: who answers for what by when, and what the latest release shows of it.

import type { Knex } from "knex";
import type { AdoptedPlan, AdoptBody } from "#domain/contract/adopted_plans";
import type { PlanRun } from "#domain/contract/plan_runs";
import { isProvenBest, type PlanQuestion } from "#domain/planning";
import { ProblemError } from "#server/errors";
import { recordChange } from "#server/audit/record";
import { query } from "#sql/query";
import { peopleOf, type Ground } from "./ground.ts";

interface PlanRow {
  readonly id: number;
  readonly name: string;
  readonly run: number;
  readonly post: string;
  readonly budget_line: string;
  readonly deadline: string;
  readonly author: string;
  readonly adopted_at: Date;
}

/** Adopts the plan of a finished run; throws a 409 for one that has no plan. */
export async function adoptPlan(
  db: Knex,
  run: PlanRun,
  { name, post, budgetLine, deadline, author }: AdoptBody,
): Promise<number> {
  if (run.state !== "done" || run.plan.sites.length === 0)
    throw new ProblemError(409, "no plan", `run ${run.id} has no plan to adopt: its state is ${run.state}`);
  return db.transaction(async (trx) => {
    const [row] = await query<{ id: number }>(
      trx,
      `insert into planning.plan (name, run, area_code, post, budget_line, deadline, author)
     values (?, ?, ?, ?, ?, ?, ?) returning id`,
      [name, run.id, run.question.area, post, budgetLine, deadline, author],
    );
    await recordChange(trx, {
      action: "plan.adopt",
      object: `plan:${row!.id}`,
      before: null,
      after: { run: run.id, area: run.question.area },
    });
    return row!.id;
  });
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

export interface Grounds {
  /** What a question stands on in a release: that of its run, or the latest. */
  of(question: PlanQuestion, release: number | null): Promise<Ground>;
}

/** The adopted plans of an area, with what was promised and what is there. */
export async function listPlans(
  db: Knex,
  area: string,
  findRun: (id: number) => Promise<PlanRun>,
  grounds: Grounds,
): Promise<AdoptedPlan[]> {
  const rows = await query<PlanRow>(
    db,
    `select id, name, run, post, budget_line, to_char(deadline, 'YYYY-MM-DD') as deadline, author, adopted_at
     from planning.plan where area_code = ? order by id desc`,
    [area],
  );
  const plans: AdoptedPlan[] = [];
  for (const { budget_line, adopted_at, ...row } of rows) {
    const run = await findRun(row.run);
    const then = await grounds.of(run.question, run.release);
    const { period: _period, ...question } = run.question;
    const now = await grounds.of(question as PlanQuestion, null);
    const hasOne = new Map(now.villages.map((village) => [village.code, village.hasOne]));
    plans.push({
      ...row,
      budgetLine: budget_line,
      adoptedAt: new Date(adopted_at).toISOString(),
      area,
      kind: run.question.kind,
      minutes: run.question.minutes,
      isProven: isProvenBest(run.plan),
      sites: run.plan.sites.flatMap(({ code, names }) =>
        code === null ? [] : [{ code, names, isDelivered: hasOne.get(code) ?? null }],
      ),
      promised: run.plan.gained,
      delivered: delivered(run, then, now),
      period: now.key.period,
    });
  }
  return plans;
}
