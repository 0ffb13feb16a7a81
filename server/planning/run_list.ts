// The last runs of the solver, for the list of who waits and how each ended.

import type { Knex } from "knex";
import type { RunSummary } from "#domain/contract/plan_runs";
import {
  isProvenBest,
  withDefaults,
  type PlanQuestion,
  type PlanStatus,
  type RunState,
} from "#domain/planning";
import type { Text } from "#domain/text";
import { query } from "#sql/query";
import { failAbandoned } from "./lease.ts";

/** Runs that are listed. */
const LISTED = 60;

interface Row {
  readonly id: number;
  readonly state: RunState;
  readonly reason: string | null;
  readonly question: PlanQuestion;
  readonly names: Text | null;
  readonly created_at: Date;
  readonly ended_at: Date | null;
  readonly gained: number | null;
  readonly status: PlanStatus;
  readonly gap: number | null;
  readonly checked: boolean;
}

const time = (date: Date | null): string | null => (date === null ? null : new Date(date).toISOString());

/** The last runs of questions about sites, the newest first. */
export async function listRuns(db: Knex): Promise<RunSummary[]> {
  await failAbandoned(db);
  const rows = await query<Row>(
    db,
    `select r.id, r.state, r.reason, r.question, a.names, r.created_at, r.ended_at,
            (r.plan ->> 'gained')::float8 as gained, r.plan ->> 'status' as status, (r.plan ->> 'gap')::float8 as gap,
            (r.plan ->> 'isChecked')::boolean as checked
     from planning.run r
       left join lateral (
         select names from geo.area where code = r.area_code order by boundary_version desc limit 1) a on true
     where r.question ->> 'task' is null
     order by r.id desc limit ?`,
    [LISTED],
  );
  return rows.map(({ question, names, created_at, ended_at, status, gap, checked, ...row }) => {
    const { area, kind, objective, sites, budgetFen } = withDefaults(question);
    return {
      ...row,
      area: { code: area, names: names ?? {} },
      kind,
      objective,
      sites,
      budgetFen,
      createdAt: time(created_at)!,
      endedAt: time(ended_at),
      isProven: row.state === "done" && isProvenBest({ status, gap, isChecked: checked }),
    };
  });
}
