// Stored figures whose areas are on the old boundaries and not on the new ones.

import type { Finding } from "#domain/import_finding";
import type { Database } from "#sql/connect";
import { query } from "#sql/query";
import type { BatchRow } from "#server/release/release_inputs";
import type { KnownCode } from "#server/import/tables/known_codes";

const EXAMPLES = 3;

/** One finding for each batch that stays and has figures for codes that the new boundaries do not know. */
export async function orphanedFacts(
  database: Pick<Database, "knex">,
  batches: readonly BatchRow[],
  known: ReadonlyMap<string, KnownCode>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { id, level, fileName } of batches) {
    const stored = await query<{ code: string; rows: number }>(
      database.knex,
      `select area_code as code, count(*)::int as rows from fact.measure_value
       where batch = ? group by area_code order by area_code`,
      [id],
    );
    const orphaned = stored.filter(({ code }) => known.get(code)?.level !== level);
    if (orphaned.length === 0) continue;
    const rows = orphaned.reduce((sum, row) => sum + row.rows, 0);
    const examples = orphaned.slice(0, EXAMPLES).map(({ code }) => `"${code}"`);
    findings.push({
      severity: "warning",
      rule: "unknown_area_code",
      file: fileName,
      row: null,
      column: null,
      value: orphaned[0]!.code,
      message: `${rows} stored rows of ${orphaned.length} codes, such as ${examples.join(", ")}: on the new boundaries they are no areas of level ${level} and no old codes of one`,
      action: "they stay stored and are in no release on these boundaries; give a lineage for them",
    });
  }
  return findings;
}
