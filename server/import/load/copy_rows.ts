// Rows into a table the fastest way a database takes: `copy` into a native one, `insert … unnest` into the embedded, which takes no copy.

import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Knex } from "knex";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Database } from "#sql/connect";
import { query } from "#sql/query";

/** Column of a table: its name, its type, and its value of a row, where null is null and an array is `{a,b}`. */
export interface CopyColumn<Row> {
  readonly name: string;
  readonly type: string;
  readonly of: (row: Row) => string | number | boolean | null;
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** Escapes a text for `copy … (format text)`. */
export const escapeCopy = (text: string): string =>
  /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (char) => ESCAPES[char]!) : text;

/** Copies lines in the text format into `target`, a table with or without its columns. */
export async function copyInto(
  trx: Knex.Transaction,
  target: string,
  chunks: Iterable<string>,
): Promise<void> {
  const connection = (await trx.client.acquireConnection()) as pg.Client;
  await pipeline(
    Readable.from(chunks, { objectMode: true, highWaterMark: 1 }),
    connection.query(copyFrom(`copy ${target} from stdin`)),
  );
}

/** Writes pages of rows into `table`; `onRows` is called with how many rows each had. */
export async function copyRows<Row>(
  trx: Knex.Transaction,
  mode: Database["mode"],
  table: string,
  columns: readonly CopyColumn<Row>[],
  pages: Iterable<readonly Row[]>,
  onRows: (rows: number) => void,
): Promise<void> {
  const names = columns.map(({ name }) => name).join(", ");
  if (mode === "native") {
    const field = (value: string | number | boolean | null): string =>
      value === null ? "\\N" : typeof value === "string" ? escapeCopy(value) : String(value);
    const chunks = function* (): Generator<string> {
      for (const rows of pages) {
        yield rows.map((row) => `${columns.map(({ of }) => field(of(row))).join("\t")}\n`).join("");
        onRows(rows.length);
      }
    };
    await copyInto(trx, `${table} (${names})`, chunks());
    return;
  }
  const casts = columns.map(({ name, type }) => `${name}::${type}`).join(", ");
  const arrays = columns.map(() => "?::text[]").join(", ");
  for (const rows of pages) {
    await query(
      trx,
      `insert into ${table} (${names}) select ${casts} from unnest(${arrays}) as t (${names})`,
      columns.map(({ of }) => rows.map(of)),
    );
    onRows(rows.length);
  }
}
