// What stored tables report, to be compared with new ones.

import { HAS_VALUE } from "#domain/missing";
import type { Database } from "#sql/connect";
import { storedFacts } from "#server/release/rollup/stored_facts";
import type { BatchRow } from "#server/release/release_inputs";
import type { ConflictFinder } from "#server/import/tables/conflicts";
import type { KnownCode } from "#server/import/tables/known_codes";

/** Records what the batches that stay report about measures that a new table reports too. */
export async function recordStoredClaims(
  database: Pick<Database, "knex">,
  batches: readonly BatchRow[],
  conflicts: ConflictFinder,
  known: ReadonlyMap<string, KnownCode>,
): Promise<void> {
  const shared = batches.filter(({ measures }) => conflicts.isShared(measures));
  for (const batch of shared)
    for (const period of batch.periods)
      for await (const { codes, values, statuses } of storedFacts(database.knex, batch, period))
        codes.forEach((code, row) => {
          const ordinal = known.get(code)?.ordinal;
          if (ordinal === undefined) return;
          const reported = batch.measures.map((_, m) => {
            const at = row * batch.measures.length + m;
            return statuses[at] === HAS_VALUE ? values[at]! : ("not-surveyed" as const);
          });
          conflicts.record(batch.tableId, batch.measures, period, ordinal, reported);
        });
}
