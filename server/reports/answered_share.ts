// How much of what was due is answered, of all offices and of each.

import type { Knex } from "knex";
import { wilsonInterval } from "#domain/method/uncertainty";
import type { AnsweredShare } from "#domain/report";
import { query } from "#sql/query";

/** A share with its interval. Reports whose day has not come and which nobody has answered yet are not due. */
export function answeredShare(answered: number, due: number): AnsweredShare {
  const interval = wilsonInterval(answered, due);
  return { answered, due, low: interval?.low ?? null, high: interval?.high ?? null };
}

/** Shares of all offices together and of each. Reports that were closed unanswered, as those that are none, do not count. */
export async function answeredShares(
  db: Knex,
): Promise<{ readonly ofAll: AnsweredShare; ofOffice(id: number): AnsweredShare }> {
  const rows = await query<{ office: number | null; answered: number; due: number }>(
    db,
    `select office, count(*) filter (where is_answered)::integer as answered, count(*)::integer as due
     from (
       select r.office, r.state in ('answered', 'closed') as is_answered
       from report.report r
       where case when r.state = 'closed'
         then exists (select from report.step s where s.report = r.id and s.step = 'answer')
         else r.state = 'answered' or r.due_on < current_date end
     ) d group by office`,
  );
  const byOffice = new Map(rows.map((row) => [row.office, row]));
  const sum = (key: "answered" | "due"): number => rows.reduce((total, row) => total + row[key], 0);
  return {
    ofAll: answeredShare(sum("answered"), sum("due")),
    ofOffice: (id) => answeredShare(byOffice.get(id)?.answered ?? 0, byOffice.get(id)?.due ?? 0),
  };
}
