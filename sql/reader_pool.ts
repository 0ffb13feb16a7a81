// The server's reads: a pool of their own, to which the database refuses the household register where it can.

import type pg from "pg";
import { makePool, type Database } from "./connect.ts";

/** Made by migration 0004. */
const READER_ROLE = "village_lens_reader";
/** No such role, not allowed to take it, or a pooler that takes no `options`. */
const ROLE_REFUSED = new Set(["22023", "42501", "08P01"]);

export interface Reads {
  readonly pool: pg.Pool;
  /** Why the database would let these reads into the register; null where it refuses. */
  readonly registerOpenBecause: string | null;
  close(): Promise<void>;
}

/**
 * Opens the pool for all that endpoints read. Its connections start in the reader's role, or, where a pooler refuses to
 * start them so, as the user of `DATABASE_READ_URL`; both hold for the whole connection. Throws when the database is away.
 */
export async function openReads(database: Database): Promise<Reads> {
  if (database.mode === "embedded")
    return {
      pool: database.pool,
      registerOpenBecause: "the embedded database has one role for everything",
      close: async () => undefined,
    };
  try {
    return await open(database, `-c role=${READER_ROLE}`);
  } catch (error) {
    const { code = "", message } = error as Error & { code?: string };
    if (!ROLE_REFUSED.has(code)) throw error;
    const reads = await open(database);
    const { registerOpenBecause: reason } = reads;
    return { ...reads, registerOpenBecause: reason && `${reason}; not as ${READER_ROLE}: ${message}` };
  }
}

async function open({ readConnectionString }: Database, options?: string): Promise<Reads> {
  const pool = makePool(readConnectionString, {
    applicationName: "village-lens reads",
    ...(options === undefined ? {} : { options }),
  });
  try {
    const { rows } = await pool.query<{ user: string; isOpen: boolean }>(
      `select current_user as user, has_schema_privilege('register', 'usage') as "isOpen"`,
    );
    const { user, isOpen } = rows[0]!;
    return {
      pool,
      registerOpenBecause: isOpen ? `reads run as ${user}, who has rights on it` : null,
      close: () => pool.end(),
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}
