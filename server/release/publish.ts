// The states of a release: draft → published → withdrawn. Each step is one short transaction.

import { RELEASE_CHANNEL, RELEASES_SQL, type ListedRelease } from "#server/column_store/release_list";
import type { Database } from "#sql/connect";
import { ProblemError } from "#server/errors";
import { query } from "#sql/query";
import { lockReleases } from "./lock_releases.ts";

/**
 * Makes the draft the latest release; returns its number. Throws a ProblemError without a draft, or where the draft is not the
 * one that was `reviewed`: one that is made anew has a number of its own.
 */
export async function publish(database: Database, note: string, reviewed?: number): Promise<number> {
  return database.knex.transaction(async (trx) => {
    const draft = await lockReleases(trx);
    if (draft === null)
      throw new ProblemError(
        409,
        "nothing to publish",
        "there is no draft: import a dataset first, which ends with one",
      );
    if (reviewed !== undefined && reviewed !== draft)
      throw new ProblemError(
        409,
        "another draft",
        `release ${reviewed} is not the draft: that is release ${draft}; review it, then publish ${draft}`,
      );
    await query(
      trx,
      "update release.release set state = 'published', published_at = now(), note = ? where number = ?",
      [note, draft],
    );
    await query(trx, "select pg_notify(?, ?)", [RELEASE_CHANNEL, String(draft)]);
    return draft;
  });
}

/** Withdraws a published release; returns the number of the latest one now, null when none is left. */
export async function withdraw(database: Database, release: number): Promise<number | null> {
  return database.knex.transaction(async (trx) => {
    const rows = await query<{ number: number }>(
      trx,
      `update release.release set state = 'withdrawn', withdrawn_at = now()
       where number = ? and state = 'published' returning number`,
      [release],
    );
    if (!rows[0]) {
      const known = await query<{ number: number }>(
        trx,
        "select number from release.release where state = 'published' order by number",
      );
      const numbers = known.map(({ number }) => number).join(", ") || "none";
      throw new ProblemError(
        404,
        "no such release",
        `release ${release} is not published: published releases are ${numbers}`,
      );
    }
    const latest = await query<{ number: number | null }>(
      trx,
      "select max(number) as number from release.release, pg_notify(?, ?) where state = 'published'",
      [RELEASE_CHANNEL, String(release)],
    );
    return latest[0]!.number;
  });
}

/** Every release, newest first, drafts included. */
export async function allReleases(database: Database): Promise<ListedRelease[]> {
  return query<ListedRelease>(database.knex, RELEASES_SQL);
}
