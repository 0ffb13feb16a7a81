// The server's reads: a pool of their own, to which the database refuses the household register where it can.

import type pg from "pg";
import type { Database } from "./connect.ts";
import { closePool, makePool, type PoolOptions } from "./pool.ts";
import { sessionLimits } from "./timeouts.ts";

/** Made by migration 0004. */
const READER_ROLE = "village_lens_reader";
/** Made by migration 0012: it sees the public edition alone. */
const PUBLIC_ROLE = "village_lens_public";
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

export interface PublicReads {
  readonly pool: pg.Pool;
  /** The role that a transaction has to take for itself, as all connections are one session; null where connections start in it. */
  readonly localRole: string | null;
  /** Why the database would let these reads see what is internal; null where it refuses. */
  readonly internalOpenBecause: string | null;
  close(): Promise<void>;
}

/**
 * Opens what the public edition is read through: connections that may select its rows and no others. Where such a role cannot be
 * taken, reads run as those of `openReads`, and only the code keeps to the edition.
 */
export async function openPublicReads(database: Database): Promise<PublicReads> {
  const { readMs, idleMs } = database.timeouts;
  const limits = sessionLimits(readMs, idleMs);
  if (database.mode === "embedded") {
    const pool = poolOf(database, { limits });
    return { pool, localRole: PUBLIC_ROLE, internalOpenBecause: null, close: () => closePool(pool) };
  }
  const pool = poolOf(database, { limits, options: `-c role=${PUBLIC_ROLE}` });
  try {
    await pool.query("select");
    return { pool, localRole: null, internalOpenBecause: null, close: () => closePool(pool) };
  } catch (error) {
    await closePool(pool);
    const { code = "", message } = error as Error & { code?: string };
    if (!ROLE_REFUSED.has(code)) throw error;
    const reads = await openReads(database);
    // A pooler takes no role for a connection, but one for a transaction.
    const isMember = await mayTake(reads.pool, PUBLIC_ROLE);
    return {
      pool: reads.pool,
      localRole: isMember ? PUBLIC_ROLE : null,
      internalOpenBecause: isMember ? null : `not as ${PUBLIC_ROLE}: ${message}`,
      close: () => reads.close(),
    };
  }
}

/** Whether the user of a pool may take a role; false where there is none of that name. */
async function mayTake(pool: pg.Pool, role: string): Promise<boolean> {
  const { rows } = await pool.query<{ isMember: boolean }>(
    `select pg_has_role(current_user, oid, 'member') as "isMember" from pg_roles where rolname = $1`,
    [role],
  );
  return rows[0]?.isMember === true;
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
