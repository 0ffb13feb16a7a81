// Whether what is stored of releases is what was published: every column against the hash that names it, every release against its own.

import type { Progress } from "#domain/progress";
import { COLUMN_HASH_SQL } from "#server/column_store/column_hash";
import { query } from "#sql/query";
import type { Database } from "#sql/connect";

/** Columns in one statement, so that none takes long. */
const PAGE_COLUMNS = 50;

export interface Verified {
  readonly columns: number;
  readonly releases: number;
  /** One line for each thing that is not what it was. */
  readonly faults: readonly string[];
}

/** What is found when all columns and all published releases are hashed anew. */
export async function verifyReleases(
  { knex }: Pick<Database, "knex">,
  onProgress: Progress,
): Promise<Verified> {
  const faults: string[] = [];
  const [{ total } = { total: 0 }] = await query<{ total: number }>(
    knex,
    "select count(*) as total from release.column_data",
  );
  let last = "";
  for (let done = 0; ;) {
    onProgress({ what: "verifying columns", done, total });
    const rows = await query<{ hash: string; isRight: boolean }>(
      knex,
      `select content_hash as hash, content_hash = ${COLUMN_HASH_SQL} as "isRight" from release.column_data
       where content_hash > ? order by content_hash limit ${PAGE_COLUMNS}`,
      [last],
    );
    for (const { hash, isRight } of rows) if (!isRight) faults.push(...(await namesOf(knex, hash)));
    done += rows.length;
    last = rows.at(-1)?.hash ?? "";
    if (rows.length < PAGE_COLUMNS) break;
  }
  const releases = await query<{ number: number; isRight: boolean | null }>(
    knex,
    `select number, content_hash = release.hash_of_content(r) as "isRight" from release.release r
     where published_at is not null order by number`,
  );
  for (const { number, isRight } of releases)
    if (isRight !== true)
      faults.push(`release ${number}: its catalogue, its list of columns or its boundaries were changed`);
  return { columns: total, releases: releases.length, faults };
}

/** Where a column is shown. */
async function namesOf(knex: Database["knex"], hash: string): Promise<string[]> {
  const shown = await query<{ release: number; edition: string; name: string }>(
    knex,
    `select release, edition, concat_ws(' ', level, indicator, period) as name from release.column
     where content_hash = ? order by 1, 2, 3`,
    [hash],
  );
  const where = shown.map(({ release, edition, name }) => `release ${release} (${edition}): column ${name}`);
  return (where.length > 0 ? where : [`column ${hash}, which no release shows`]).map(
    (place) => `${place} is not what its hash names`,
  );
}
