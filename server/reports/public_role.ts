// Statements in the role of the public, which reaches reports by functions and views alone.

import type { Knex } from "knex";
import { query } from "#sql/query";

const PUBLIC_ROLE = "village_lens_public";

/**
 * One statement in the role of the public, which ends with its transaction; `afterwards` runs in that transaction too, in the
 * server's own role.
 */
export type AskAsPublic = <T>(
  sql: string,
  bindings: readonly unknown[],
  afterwards?: (trx: Knex.Transaction, rows: readonly T[]) => Promise<void>,
) => Promise<T[]>;

async function askRole(db: Knex): Promise<boolean> {
  const rows = await query<{ isMember: boolean }>(
    db,
    `select pg_has_role(current_user, oid, 'member') as "isMember" from pg_roles where rolname = ?`,
    [PUBLIC_ROLE],
  );
  return rows[0]?.isMember === true;
}

/** What asks a database in the role of the public, where that can be taken; whether it can is asked once. */
export function asPublicOf(db: Knex): AskAsPublic {
  let mayTakeRole: Promise<boolean> | null = null;
  return async <T>(
    sql: string,
    bindings: readonly unknown[],
    afterwards?: (trx: Knex.Transaction, rows: readonly T[]) => Promise<void>,
  ): Promise<T[]> => {
    mayTakeRole ??= askRole(db).catch((error: unknown) => {
      mayTakeRole = null;
      throw error;
    });
    const isTaken = await mayTakeRole;
    return db.transaction(async (trx) => {
      if (isTaken) await query(trx, `set local role ${PUBLIC_ROLE}`);
      const rows = await query<T>(trx, sql, bindings);
      if (afterwards) {
        if (isTaken) await query(trx, "reset role");
        await afterwards(trx, rows);
      }
      return rows;
    });
  };
}
