// Writes the rows of one batch: into a table of their own, which then becomes a partition, so that indexes are built once.

import type { Knex } from "knex";
import type { Database } from "#sql/connect";
import { query } from "#sql/query";
import { copyInto, escapeCopy } from "./copy_rows.ts";
import type { FactPage } from "#server/import/tables/stage_table";

function copyText({ rootCodes, codes, period, values, missing }: FactPage, batch: number): string {
  const middle = `\t${escapeCopy(period)}\t${batch}\t`;
  let text = "";
  for (let row = 0; row < codes.length; row++)
    text += `${escapeCopy(rootCodes[row]!)}\t${escapeCopy(codes[row]!)}${middle}${values[row]!}\t${missing[row] ?? "\\N"}\n`;
  return text;
}

/** Writes the pages of a batch; `onRows` is called with how many rows each had. The batch must have no rows yet. */
export async function writeFacts(
  trx: Knex.Transaction,
  mode: Database["mode"],
  batch: number,
  pages: Iterable<FactPage>,
  onRows: (rows: number) => void,
): Promise<void> {
  const partition = `fact.measure_value_${batch}`;
  // One of this name belongs to no batch: ids are used once, unless somebody has emptied the tables.
  await query(trx, `drop table if exists ${partition}`);
  await query(trx, `create table ${partition} (like fact.measure_value)`);
  await query(trx, `comment on table ${partition} is 'Rows of one batch'`);
  if (mode === "native") {
    const chunks = function* (): Generator<string> {
      for (const page of pages) {
        yield copyText(page, batch);
        onRows(page.codes.length);
      }
    };
    await copyInto(trx, partition, chunks());
  } else
    // The embedded database takes no copy.
    for (const page of pages) {
      await query(
        trx,
        `insert into ${partition} (root_code, area_code, period, batch, value, missing)
         select root_code, area_code, ?, ?, value::float8[], missing::smallint[]
         from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as t (root_code, area_code, value, missing)`,
        [page.period, batch, page.rootCodes, page.codes, page.values, page.missing],
      );
      onRows(page.codes.length);
    }
  await query(trx, `alter table fact.measure_value attach partition ${partition} for values in (${batch})`);
}
