// Reads stored facts in pages, so that no batch has to fit in memory.

import type { Knex } from "knex";
import type { StoredFact } from "./state_period.ts";
import { query } from "../query.ts";

const PAGE_ROWS = 10_000;

/** Parses the text form of a one-dimensional array of numbers, `{1,2,3}`. */
function numbers(text: string): number[] {
  return text.length <= 2 ? [] : text.slice(1, -1).split(",").map(Number);
}

/** Gives the rows of a batch in one period, or in all periods for null; `trx` must be an open transaction. */
export async function* storedFacts(
  trx: Knex.Transaction,
  batch: number,
  period: string | null,
): AsyncGenerator<(StoredFact & { readonly period: string })[]> {
  await query(
    trx,
    `declare stored_facts no scroll cursor for
     select area_code, period, value::text as value, missing::text as missing from fact.measure_value
     where batch = ? ${period === null ? "" : "and period = ?"}`,
    period === null ? [batch] : [batch, period],
  );
  try {
    for (;;) {
      const rows = await query<{ area_code: string; period: string; value: string; missing: string | null }>(
        trx,
        `fetch ${PAGE_ROWS} from stored_facts`,
      );
      if (rows.length === 0) return;
      yield rows.map((row) => ({
        code: row.area_code,
        period: row.period,
        values: numbers(row.value),
        missing: row.missing === null ? null : numbers(row.missing),
      }));
    }
  } finally {
    await query(trx, "close stored_facts");
  }
}
