// Whose a run is: a server renews the lease of its runs every few seconds; a run whose lease is a minute old has failed.

import type { Knex } from "knex";
import type { PlanRun } from "#domain/contract/plan_runs";
import { query } from "#sql/query";

/** Seconds between two signs of life. */
export const BEAT_S = 10;
/** Seconds after which a run without a sign of life has failed. */
export const LEASE_S = 60;

/** What somebody asked of the server that has a run. */
export type Wish = "stop" | "cancel";

/** Marks runs that are not done and whose server has gone; returns how many. A database that takes no writes is served all the same. */
export async function failAbandoned(db: Knex): Promise<number> {
  const gone = `state in ('queued', 'running') and (seen_at is null or seen_at < now() - ${LEASE_S} * interval '1 second')`;
  const [left] = await query(db, `select from planning.run where ${gone} limit 1`);
  if (!left) return 0;
  const failed = await query(
    db,
    `update planning.run set state = 'failed', reason = 'the server ended during the run', ended_at = now()
     where ${gone} returning id`,
  );
  return failed.length;
}

/** Renews the lease of a run and stores its progress; what others have asked of it, or null. */
export async function beat(db: Knex, holder: string, { id, state, progress }: PlanRun): Promise<Wish | null> {
  const [row] = await query<{ wish: Wish | null }>(
    db,
    `update planning.run set seen_at = now(), state = ?, progress = ?
     where id = ? and holder = ? and state in ('queued', 'running') returning wish`,
    [state, JSON.stringify(progress), id, holder],
  );
  return row?.wish ?? null;
}

/** Requests that the server that has a run ends it; nothing happens where it has ended. */
export async function leaveWish(db: Knex, id: number, wish: Wish): Promise<void> {
  await query(db, "update planning.run set wish = ? where id = ? and state in ('queued', 'running')", [
    wish,
    id,
  ]);
}
