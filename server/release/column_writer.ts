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

  constructor(db: Knex) {
    this.#db = db;
  }

  async add(key: Pick<ColumnEntry, "level" | "indicator" | "period">, column: RolledColumn): Promise<void> {
    const bytes = encodeColumn(column);
    this.entries.push({ ...key, contentHash: bytes.contentHash, statistics: columnStatistics(column) });
    if (this.#pending.has(bytes.contentHash)) return;
    this.#pending.set(bytes.contentHash, bytes);
    this.#pendingBytes += sizeOf(bytes);
    if (this.#pendingBytes >= BATCH_BYTES || this.#pending.size >= BATCH_COLUMNS) await this.flush();
  }

  async flush(): Promise<void> {
    const hashes = [...this.#pending.keys()];
    const rows = await query<{ content_hash: string }>(
      this.#db,
      "select content_hash from release.column_data where content_hash = any(?::text[])",
      [hashes],
    );
    for (const { content_hash } of rows) this.#pending.delete(content_hash);
    const columns = [...this.#pending.values()];
    // A buffer of its own travels as it is; in an array it would be text of twice the size.
    if (columns.length > 0)
      await query(
        this.#db,
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
    this.#pending = new Map();
    this.#pendingBytes = 0;
  }
}
