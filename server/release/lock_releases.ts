// One change of releases at a time: who makes a draft and who publishes wait for each other.

import type { Knex } from "knex";
import { query } from "#sql/query";

/** Lets nobody else write `release.release` until the transaction ends, and returns the number of the draft; null without one. */
export async function lockReleases(trx: Knex.Transaction): Promise<number | null> {
  await query(trx, "lock table release.release in share row exclusive mode");
  const [draft] = await query<{ number: number }>(
    trx,
    "select number from release.release where state = 'draft' for update",
  );
  return draft?.number ?? null;
}
