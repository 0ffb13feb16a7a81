// Writes a public edition to its draft.

import type { Knex } from "knex";
import { query } from "#sql/query";
import type { PublicEdition } from "./make_public.ts";

/** Writes columns, catalogue and certificate of an edition in place of those that the draft had. */
export async function writeEdition(
  trx: Knex.Transaction,
  { release, entries, catalog, certificate, reasons, hash }: PublicEdition,
): Promise<void> {
  await query(trx, "delete from release.column where release = ? and edition = 'public'", [release]);
  await query(trx, "delete from release.public_edition where release = ?", [release]);
  await query(
    trx,
    `insert into release.column (release, edition, level, indicator, period, content_hash, statistics)
     select ?, 'public', * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::jsonb[])`,
    [
      release,
      entries.map(({ level }) => level),
      entries.map(({ indicator }) => indicator),
      entries.map(({ period }) => period),
      entries.map(({ contentHash }) => contentHash),
      entries.map(({ statistics }) => JSON.stringify(statistics)),
    ],
  );
  await query(trx, "delete from release.withheld where release = ?", [release]);
  await query(
    trx,
    `insert into release.withheld (release, level, indicator, period, reasons)
     select ?, * from unnest(?::text[], ?::text[], ?::text[], ?::bytea[])`,
    [
      release,
      reasons.map(({ level }) => level),
      reasons.map(({ indicator }) => indicator),
      reasons.map(({ period }) => period),
      reasons.map((column) => column.reasons),
    ],
  );
  await query(
    trx,
    "insert into release.public_edition (release, catalog, certificate, hash) values (?, ?, ?, ?)",
    [release, JSON.stringify(catalog), JSON.stringify(certificate), hash],
  );
}
