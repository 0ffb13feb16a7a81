// Whether a database takes writes.

import type { Knex } from "knex";
import { query } from "./query.ts";

/** Whether the database takes no writes: a standby, or one that was set so after a failover. */
export async function isReadOnly(db: Knex): Promise<boolean> {
  const [row] = await query<{ setting: string }>(
    db,
    "select current_setting('transaction_read_only') as setting",
  );
  return row!.setting === "on";
}
