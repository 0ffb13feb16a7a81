// Reading statements, each with a limit of time.

import type pg from "pg";
import { keepsStatements, type Database } from "#sql/connect";
import { cancelStatement, DatabaseSilentError, destroyConnection } from "#sql/silence";
import { ProblemError, RETRY_AFTER_SECONDS } from "#server/errors";

/** SQL state of a statement that was ended by its limit, or because nobody waits for it. */
const QUERY_CANCELED = "57014";

export interface ReadOptions {
  /** Under a name a statement is parsed and planned once for every connection. */
  readonly name?: string;
  /** Ends the statement when nobody waits for it any more. */
  readonly signal?: AbortSignal;
}

/** Runs one reading statement. */
export type ReadRows = <T extends object>(
  sql: string,
  values: readonly unknown[],
  options?: ReadOptions,
) => Promise<T[]>;

const busy = (): ProblemError =>
  new ProblemError(503, "database busy", `the database is busy: try again in ${RETRY_AFTER_SECONDS} s`);

const isLate = (error: unknown): boolean =>
  error instanceof DatabaseSilentError || (error as { code?: string }).code === QUERY_CANCELED;

export interface ReadDatabase extends Pick<Database, "pool" | "mode"> {
  /** A role that every statement takes for itself. */
  readonly localRole?: string | null;
}

/** Reads rows of a database; a statement that takes longer than its pool allows is a 503. Names are used where connections are ours. */
export const readRowsOf =
  ({ pool, mode, localRole = null }: ReadDatabase): ReadRows =>
  async <T extends object>(
    sql: string,
    values: readonly unknown[],
    { name, signal }: ReadOptions = {},
  ): Promise<T[]> => {
    const isNamed = name !== undefined && keepsStatements(pool);
    const query = { text: sql, values: [...values], ...(isNamed ? { name } : {}) };
    try {
      const { rows } = await (signal || localRole !== null
        ? queryApart<T>({ pool, mode, localRole }, query, signal)
        : pool.query<T>(query));
      return rows;
    } catch (error) {
      signal?.throwIfAborted();
      throw isLate(error) ? busy() : error;
    }
  };

/** Runs a statement in a role, which ends with its transaction. */
async function queryAs<T extends object>(
  client: pg.PoolClient,
  role: string,
  query: pg.QueryConfig,
): Promise<pg.QueryResult<T>> {
  await client.query(`begin read only; set local role ${role}`);
  try {
    const result = await client.query<T>(query);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

/**
 * Runs a statement on a connection of its own: in a role, or until it is given up by a signal. The embedded database cannot be interrupted: without its connection a statement
 * that waits there is dropped, and one that is under way ends by its limit.
 */
async function queryApart<T extends object>(
  { pool, mode, localRole }: ReadDatabase,
  query: pg.QueryConfig,
  signal: AbortSignal | undefined,
): Promise<pg.QueryResult<T>> {
  const client = await pool.connect();
  const cancel = (): void => (mode === "native" ? cancelStatement : destroyConnection)(client);
  let failure: Error | undefined;
  try {
    signal?.throwIfAborted();
    signal?.addEventListener("abort", cancel, { once: true });
    return await (localRole ? queryAs<T>(client, localRole, query) : client.query<T>(query));
  } catch (error) {
    failure = error as Error;
    throw error;
  } finally {
    signal?.removeEventListener("abort", cancel);
    client.release(failure);
  }
}
