// What the audit log holds of one object, for tests.

import type { Knex } from "knex";
import type { AuditChange, AuditEvent } from "#server/audit/chain";
import { query } from "#sql/query";

/** Entries of objects whose name begins so, in order, without their number and time. */
export async function auditEvents(db: Knex, object: string): Promise<AuditChange[]> {
  const rows = await query<{ event: string }>(db, "select event from audit.entry order by seq");
  return rows
    .map(({ event }) => JSON.parse(event) as AuditEvent)
    .filter((event) => event.object.startsWith(object))
    .map(({ seq: _seq, at: _at, ...change }) => change);
}
