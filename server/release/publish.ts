// The states of a release: draft → published → withdrawn. Each step is one short transaction.

import { RELEASE_CHANNEL, RELEASES_SQL, type ListedRelease } from "#server/column_store/release_list";
import type { Database } from "#sql/connect";
import { ProblemError } from "#server/errors";
import { query } from "#sql/query";

/** Makes the draft the latest release; returns its number. Throws a ProblemError without a draft. */
export async function publish(database: Database, note: string): Promise<number> {
  const rows = await query<{ number: number }>(
    database.knex,
    `with done as (
       update release.release set state = 'published', published_at = now(), note = ?
       where state = 'draft' returning number
     )
     select number from done, lateral pg_notify(?, number::text)`,
    [note, RELEASE_CHANNEL],
  );
  if (!rows[0])
    throw new ProblemError(
      409,
      "nothing to publish",
      "there is no draft: import a dataset first, which ends with one",
    );
  return rows[0].number;
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
