// Writes an adopted plan, with its entry in the audit log.

import type { Knex } from "knex";
import type { Commitment } from "#domain/contract/adopted_plans";
import { recordChange } from "#server/audit/record";
import { query } from "#sql/query";

/** Adds a plan of a run; returns its id. */
export async function insertPlan(
  trx: Knex.Transaction,
  { run, area }: { readonly run: number; readonly area: string },
  { name, post, budgetLine, deadline, author }: Commitment,
): Promise<number> {
  const [row] = await query<{ id: number }>(
    trx,
    `insert into planning.plan (name, run, area_code, post, budget_line, deadline, author)
     values (?, ?, ?, ?, ?, ?, ?) returning id`,
    [name, run, area, post, budgetLine, deadline, author],
  );
  await recordChange(trx, {
    action: "plan.adopt",
    object: `plan:${row!.id}`,
    before: null,
    after: { run, area },
  });
  return row!.id;
}
