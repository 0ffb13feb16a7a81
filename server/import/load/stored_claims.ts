// What stored tables state, for the contest with those that come new.

import { HAS_VALUE } from "#domain/missing";
import type { Database } from "#sql/connect";
import { storedFacts } from "#server/release/rollup/stored_facts";
import type { BatchRow } from "#server/release/release_inputs";
import type { Contest } from "#server/import/tables/conflicts";
import type { KnownCode } from "#server/import/tables/known_codes";

/** Tells the contest what the batches that stay have stated. */
export async function recall(
  database: Pick<Database, "knex">,
  batches: readonly BatchRow[],
  contest: Contest,
  known: ReadonlyMap<string, KnownCode>,
): Promise<void> {
  const concerned = batches.filter(({ measures }) => contest.concerns(measures));
  for (const batch of concerned)
    for (const period of batch.periods)
      for await (const { codes, values, statuses } of storedFacts(database.knex, batch, period))
        codes.forEach((code, row) => {
          const ordinal = known.get(code)?.ordinal;
          if (ordinal === undefined) return;
          const stated = batch.measures.map((_, m) => {
            const at = row * batch.measures.length + m;
            return statuses[at] === HAS_VALUE ? values[at]! : ("not-surveyed" as const);
          });
          contest.state(batch.tableId, batch.measures, period, ordinal, stated);
        });
}
