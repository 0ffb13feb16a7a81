// How long the database may take.

export interface DatabaseTimeouts {
  /** A statement that an answer waits for. */
  readonly readMs: number;
  /** A statement of a migration, an import, a roll-up or a publication. */
  readonly workMs: number;
  /** A transaction in which nothing is asked. */
  readonly idleMs: number;
}

export const DEFAULT_TIMEOUTS: DatabaseTimeouts = { readMs: 10_000, workMs: 3_600_000, idleMs: 300_000 };

/** How much longer than its limit a statement is waited for: the database ends it by itself first, where it answers at all. */
export const GRACE_MS = 2_000;

/** What `pg` sends at the start of a connection, so that the database holds to it; in milliseconds. */
export interface SessionLimits {
  readonly statement_timeout: number;
  readonly idle_in_transaction_session_timeout: number;
}

export const sessionLimits = (statementMs: number, idleMs: number): SessionLimits => ({
  statement_timeout: statementMs,
  idle_in_transaction_session_timeout: idleMs,
});
