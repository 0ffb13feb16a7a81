// The server's reads: a pool of their own, to which the database refuses the household register where it can.

import type pg from "pg";
import type { Database } from "./connect.ts";
import { closePool, makePool, type PoolOptions } from "./pool.ts";
import { sessionLimits } from "./timeouts.ts";

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
 * Opens the pool for all that endpoints read. Its connections start in the reader's role and with the limits of reads, or,
 * where a pooler refuses to start them so, as the user of `DATABASE_READ_URL`; both hold for the whole connection. Throws when
 * the database is away.
 */
export async function openReads(database: Database): Promise<Reads> {
  const { readMs, idleMs } = database.timeouts;
  const limits = sessionLimits(readMs, idleMs);
  if (database.mode === "embedded") {
    const pool = poolOf(database, { limits });
    return {
      pool,
      registerOpenBecause: "the embedded database has one role for everything",
      close: () => closePool(pool),
    };
  }
  return openFirst(database, [{ limits, options: `-c role=${READER_ROLE}` }, { limits }, { limits: {} }]);
}

/** How connections start. */
type Start = Pick<PoolOptions, "limits" | "options">;

/** Opens with the first settings that are not refused; what comes with the last is thrown. */
async function openFirst(
  database: Database,
  [start, ...others]: readonly [Start, ...Start[]],
  refusal = "",
): Promise<Reads> {
  try {
    const reads = await open(poolOf(database, start));
    const { registerOpenBecause: reason } = reads;
    return { ...reads, registerOpenBecause: reason && `${reason}${refusal}` };
  } catch (error) {
    const { code = "", message } = error as Error & { code?: string };
    const [next, ...rest] = others;
    if (!next || !ROLE_REFUSED.has(code)) throw error;
    return openFirst(database, [next, ...rest], refusal || `; not as ${READER_ROLE}: ${message}`);
  }
}

const poolOf = ({ mode, readConnectionString, timeouts }: Database, start: Start): pg.Pool =>
  makePool(readConnectionString, {
    applicationName: "village-lens reads",
    statementMs: timeouts.readMs,
    isEmbedded: mode === "embedded",
    ...start,
  });

async function open(pool: pg.Pool): Promise<Reads> {
  try {
    const { rows } = await pool.query<{ user: string; isOpen: boolean }>(
      `select current_user as user, has_schema_privilege('register', 'usage') as "isOpen"`,
    );
    const { user, isOpen } = rows[0]!;
    return {
      pool,
      registerOpenBecause: isOpen ? `reads run as ${user}, who has rights on it` : null,
      close: () => closePool(pool),
    };
  } catch (error) {
    await closePool(pool);
    throw error;
  }
}
