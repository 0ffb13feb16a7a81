// Adds entries to the audit log, in the transaction of the change.

import type { Knex } from "knex";
import { query } from "#sql/query";
import { canonicalJson, GENESIS, hashOfEntry, type AuditChange, type AuditEntry } from "./chain.ts";

/**
 * Adds an entry as the last statement of the change's own transaction: where it cannot be added, the change does not happen.
 * Others who add one wait until that transaction ends.
 */
export async function recordChange(trx: Knex.Transaction, change: AuditChange): Promise<void> {
  await query(trx, "select pg_advisory_xact_lock(hashtext('village-lens audit'))");
  const [last] = await query<Pick<AuditEntry, "seq" | "hash">>(
    trx,
    "select seq, hash from audit.entry order by seq desc limit 1",
  );
  const seq = (last?.seq ?? 0) + 1;
  const event = canonicalJson({ ...change, seq, at: new Date().toISOString() });
  await query(trx, "insert into audit.entry (seq, event, hash) values (?, ?, ?)", [
    seq,
    event,
    hashOfEntry(last?.hash ?? GENESIS, event),
  ]);
}
