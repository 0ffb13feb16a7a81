// Reads stored facts as the database's binary copy, page by page, so that no batch has to fit in memory.

import type { Knex } from "knex";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { FactDecoder, type FactRows } from "./fact_rows.ts";
import type { BatchRow } from "#server/release/release_inputs";

/** The rows of a batch in one period. It takes a connection for as long as it is read, which is the only one of the embedded database. */
export async function* storedFacts(
  db: Knex,
  { id, measures }: Pick<BatchRow, "id" | "measures">,
  period: string,
): AsyncGenerator<FactRows> {
  const connection = (await db.client.acquireConnection()) as pg.Client;
  let isRead = false;
  try {
    const stream = connection.query(
      copyTo(
        `copy (select area_code, value, missing from fact.measure_value
               where batch = ${id} and period = ${connection.escapeLiteral(period)}) to stdout (format binary)`,
      ),
    );
    const decoder = new FactDecoder(measures.length);
    for await (const chunk of stream) yield* decoder.push(chunk as Buffer);
    yield decoder.end();
    isRead = true;
  } finally {
    // What is left of a copy that was given up would be taken for the answer to the next statement.
    if (!isRead) await connection.end();
    await db.client.releaseConnection(connection);
  }
}
