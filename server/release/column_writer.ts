// Writes columns to the database in batches; a column that is there already is not written again.

import type { RolledColumn } from "#server/column_store/column";
import type { Knex } from "knex";
import type { Database } from "#sql/connect";
import {
  columnStatistics,
  encodeColumn,
  type ColumnBytes,
  type ColumnStatistics,
} from "#server/column_store/column_bytes";
import { query } from "#sql/query";

const BATCH_BYTES = 4 << 20;
/** PostgreSQL takes 65,535 parameters at most. */
const BATCH_COLUMNS = 5_000;
/** The embedded database has one connection. */
const BATCHES_AT_ONCE: Readonly<Record<Database["mode"], number>> = { embedded: 1, native: 2 };

export interface WrittenColumn {
  readonly level: string;
  readonly indicator: string;
  readonly period: string;
  readonly contentHash: string;
  readonly statistics: ColumnStatistics;
}

const sizeOf = (bytes: ColumnBytes): number =>
  bytes.numerator.length * (bytes.denominator ? 2 : 1) +
  bytes.value.length +
  bytes.status.length +
  bytes.covered.length;

export class ColumnWriter {
  /** Every column that was added, also those whose content was there already. */
  readonly entries: WrittenColumn[] = [];
  readonly #database: Database;
  readonly #hashes = new Set<string>();
  #pending: ColumnBytes[] = [];
  #pendingBytes = 0;
  /** Batches that are being written while the next one is computed. */
  readonly #writing: Promise<void>[] = [];

  constructor(database: Database) {
    this.#database = database;
  }

  async add(key: Pick<WrittenColumn, "level" | "indicator" | "period">, column: RolledColumn): Promise<void> {
    const bytes = encodeColumn(column);
    this.entries.push({ ...key, contentHash: bytes.contentHash, statistics: columnStatistics(column) });
    if (this.#hashes.has(bytes.contentHash)) return;
    this.#hashes.add(bytes.contentHash);
    this.#pending.push(bytes);
    this.#pendingBytes += sizeOf(bytes);
    if (this.#pendingBytes >= BATCH_BYTES || this.#pending.length >= BATCH_COLUMNS) await this.#next();
  }

  /** Resolves when everything that was added is written. */
  async flush(): Promise<void> {
    await this.#next();
    while (this.#writing.length > 0) await this.#writing.shift();
  }

  async #next(): Promise<void> {
    if (this.#writing.length >= BATCHES_AT_ONCE[this.#database.mode]) await this.#writing.shift();
    const writing = writeColumns(this.#database.knex, this.#pending);
    // An error is thrown to whoever waits for the batch later; until then it is not unhandled.
    writing.catch(() => undefined);
    this.#writing.push(writing);
    this.#pending = [];
    this.#pendingBytes = 0;
  }
}

async function writeColumns(db: Knex, pending: readonly ColumnBytes[]): Promise<void> {
  const known = await query<{ content_hash: string }>(
    db,
    "select content_hash from release.column_data where content_hash = any(?::text[])",
    [pending.map(({ contentHash }) => contentHash)],
  );
  const isKnown = new Set(known.map(({ content_hash }) => content_hash));
  const columns = pending.filter(({ contentHash }) => !isKnown.has(contentHash));
  if (columns.length === 0) return;
  // A buffer of its own travels as it is; in an array it would be text of twice the size.
  await query(
    db,
    `insert into release.column_data (content_hash, n, numerator, denominator, value, status, covered)
     values ${columns.map(() => "(?, ?, ?, ?, ?, ?, ?)").join()}
     on conflict do nothing`,
    columns.flatMap(({ contentHash, n, numerator, denominator, value, status, covered }) => [
      contentHash,
      n,
      numerator,
      denominator,
      value,
      status,
      covered,
    ]),
  );
}
