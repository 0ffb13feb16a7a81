// The states of a release: draft → published → withdrawn. Each step is one short transaction.

import { RELEASE_CHANNEL, RELEASES_SQL, type ListedRelease } from "#server/column_store/release_list";
import type { Database } from "#sql/connect";
import { ProblemError } from "#server/errors";
import { query } from "#sql/query";
import type { Progress } from "#domain/progress";
import { recordChange } from "#server/audit/record";
import { lockReleases } from "./lock_releases.ts";
import { makePublicEdition, type PublicEdition } from "./public/make_public.ts";
import { writeEdition } from "./public/write_edition.ts";

const FOREIGN_KEY_VIOLATION = "23503";
/** How often a draft that is made anew meanwhile is taken up. */
const MAX_ATTEMPTS = 3;

/**
 * Makes the public edition of the draft and the draft the latest release; returns its number. Throws a ProblemError without a
 * draft, where the draft is not the one that was `reviewed` (one that is made anew has a number of its own), and where the public
 * edition gives away what it hides: then nothing is published.
 */
export async function publish(
  database: Database,
  note: string,
  reviewed?: number,
  onProgress: Progress = () => undefined,
): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const draft = await draftNumber(database, reviewed);
    const edition = await makePublicEdition(database, draft, onProgress);
    const published = await publishWith(database, edition, note).catch((error: { code?: string }) => {
      // A draft that is made anew removes data that no release shows: that of an edition which is not written yet.
      if (error.code === FOREIGN_KEY_VIOLATION) return false;
      throw error;
    });
    if (published) return draft;
    if (attempt === MAX_ATTEMPTS)
      throw new ProblemError(
        409,
        "another draft",
        `release ${draft} is no longer the draft: publish again when imports are done`,
      );
  }
}

async function draftNumber(database: Database, reviewed: number | undefined): Promise<number> {
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
    return draft;
  });
}

/** Publishes a draft with its public edition, both at once; false where it is the draft no more, or the public has seen more since. */
async function publishWith(database: Database, edition: PublicEdition, note: string): Promise<boolean> {
  const { release, certificate } = edition;
  return database.knex.transaction(async (trx) => {
    if ((await lockReleases(trx)) !== release) return false;
    const seen = await query<{ release: number }>(
      trx,
      `select release from release.public_edition join release.release on number = release
       where published_at is not null order by release`,
    );
    if (seen.map((row) => row.release).join() !== certificate.releases.join()) return false;
    await writeEdition(trx, edition);
    const [row] = await query<{ content: string }>(
      trx,
      `update release.release set state = 'published', published_at = now(), note = ? where number = ?
       returning content_hash as content`,
      [note, release],
    );
    await query(trx, "select pg_notify(?, ?)", [RELEASE_CHANNEL, String(release)]);
    await recordChange(trx, {
      action: "release.publish",
      object: `release:${release}`,
      before: { state: "draft" },
      after: { state: "published", content: row!.content },
    });
    return true;
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
    await recordChange(trx, {
      action: "release.withdraw",
      object: `release:${release}`,
      before: { state: "published" },
      after: { state: "withdrawn" },
    });
    return latest[0]!.number;
  });
}

/** Every release, newest first, drafts included. */
export async function allReleases(database: Database): Promise<ListedRelease[]> {
  return query<ListedRelease>(database.knex, RELEASES_SQL);
}
