// Poverty lines that are a share of the median income of an area: computed in SQL once the records are stored, before anything is counted.

import type { Knex } from "knex";
import type { Finding } from "#domain/import_finding";
import type { MedianLineRow } from "#domain/register/rows";
import { FindingLog } from "#server/import/findings/finding_log";
import { query } from "#sql/query";

/** A median of fewer households would come too close to the income of one of them. */
export const FEWEST_HOUSEHOLDS = 30;

/** Stores each line that can be known; returns a finding for every one, with the line or the reason why there is none. */
export async function writeMedianLines(
  trx: Knex.Transaction,
  fileName: string,
  lines: readonly (MedianLineRow & { readonly rootCode: string })[],
): Promise<Finding[]> {
  // What it says is of many people, never of a record.
  const log = new FindingLog();
  for (const { rootCode, areaCode, period, concept, share, source } of lines) {
    const [found] = await query<{ households: string; persons: string; line_fen: string }>(
      trx,
      "select households, persons, round(median_fen * ?::numeric) as line_fen from register.median_income(?, ?)",
      [share, areaCode, period],
    );
    const households = Number(found?.households ?? 0);
    const lineFen = Number(found?.line_fen ?? 0);
    const what = `the line of ${areaCode} in ${period}, ${share} of the median income,`;
    if (households < FEWEST_HOUSEHOLDS || lineFen <= 0) {
      const reason =
        households < FEWEST_HOUSEHOLDS
          ? `cannot be known: ${households} households have an income, at least ${FEWEST_HOUSEHOLDS} are needed`
          : "cannot be known: the median income is not above zero";
      log.add({
        severity: "warning",
        rule: "median_line_unknown",
        file: fileName,
        message: `${what} ${reason}`,
        action: "there is no such line, and nobody is compared with it",
      });
      continue;
    }
    await query(
      trx,
      `insert into register.poverty_line (root_code, area_code, period, concept, line_fen, source)
       values (?, ?, ?, ?, ?, ?)`,
      [rootCode, areaCode, period, concept, lineFen, source],
    );
    log.add({
      severity: "note",
      rule: "median_line",
      file: fileName,
      message: `${what} is ${(lineFen / 100).toFixed(2)}: of ${found!.persons} people in ${households} households`,
      action:
        "taken as the line; it has no standard errors, because it is estimated from the same households",
    });
  }
  return [...log.all];
}
