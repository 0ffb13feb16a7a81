// Writes columns to the database in batches; a column that is there already is not written again.

import type { Knex } from "knex";
import { columnStatistics, encodeColumn, type ColumnBytes, type ColumnStatistics } from "./column_bytes.ts";
import type { RolledColumn } from "./rollup.ts";
import { query } from "../query.ts";

const BATCH_BYTES = 4 << 20;
/** PostgreSQL takes 65,535 parameters at most. */
const BATCH_COLUMNS = 5_000;

export interface ColumnEntry {
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
  readonly entries: ColumnEntry[] = [];
  readonly #db: Knex;
  #pending = new Map<string, ColumnBytes>();
  #pendingBytes = 0;
  /** The batch that is being written while the next one is computed. */
  #writing: Promise<void> = Promise.resolve();

  constructor(db: Knex) {
    this.#db = db;
  }

  async add(key: Pick<ColumnEntry, "level" | "indicator" | "period">, column: RolledColumn): Promise<void> {
    const bytes = encodeColumn(column);
    this.entries.push({ ...key, contentHash: bytes.contentHash, statistics: columnStatistics(column) });
    if (this.#pending.has(bytes.contentHash)) return;
    this.#pending.set(bytes.contentHash, bytes);
    this.#pendingBytes += sizeOf(bytes);
    if (this.#pendingBytes >= BATCH_BYTES || this.#pending.size >= BATCH_COLUMNS) await this.#next();
  }

  /** Resolves when everything that was added is written. */
  async flush(): Promise<void> {
    await this.#next();
    await this.#writing;
  }

  async #next(): Promise<void> {
    await this.#writing;
    this.#writing = writeColumns(this.#db, this.#pending);
    // An error is thrown to whoever waits for the batch next; until then it is not unhandled.
    this.#writing.catch(() => undefined);
    this.#pending = new Map();
    this.#pendingBytes = 0;
  }
}

async function writeColumns(db: Knex, pending: ReadonlyMap<string, ColumnBytes>): Promise<void> {
  const known = await query<{ content_hash: string }>(
    db,
    "select content_hash from release.column_data where content_hash = any(?::text[])",
    [[...pending.keys()]],
  );
  const isKnown = new Set(known.map(({ content_hash }) => content_hash));
  const columns = [...pending.values()].filter(({ contentHash }) => !isKnown.has(contentHash));
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
