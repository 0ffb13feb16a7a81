// Pools of connections: what numbers become, how long a connection may be silent, how it ends.

import type { Knex } from "knex";
import pg from "pg";
import { hasOwnBackend } from "./own_backend.ts";
import { Connections, destroyConnection } from "./silence.ts";
import { GRACE_MS, type SessionLimits } from "./timeouts.ts";
import { QUERY_TIMEOUT } from "./unavailable.ts";

const CONNECT_TIMEOUT_MS = 3000;
export const ACQUIRE_TIMEOUT_MS = 5000;
export const NATIVE_CONNECTIONS = 10;
/** What is still open this long after it was asked to end is cut off. */
export const CLOSE_MS = 1000;
/** A parameter that a connection pooler does not know. */
const PROTOCOL_VIOLATION = "08P01";
const INT8 = 20;

/** int8 becomes a number, as all whole numbers here are exact to 2^53; a larger one throws. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`int8 ${text} is beyond 2^53: cast it to text in the query`);
  return value;
}

const types = {
  getTypeParser: (oid: number, format?: string): ((text: string) => unknown) =>
    oid === INT8 && format !== "binary" ? parseInt8 : pg.types.getTypeParser(oid, "text"),
} satisfies Knex.PgCustomTypesConfig;

export const CONNECTION = {
  types,
  connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
};

/** Pools whose connections have a backend each. */
const direct = new WeakSet<pg.Pool>();

/**
 * Whether statements of a pool may be named: not in embedded mode (one backend for all), nor through a pooler, nor
 * before the first connection.
 */
export const keepsStatements = (pool: pg.Pool): boolean => direct.has(pool);

const connectionsOf = new WeakMap<pg.Pool, Connections>();

/** Ends a pool of `makePool`; what is still open after a second is cut off. */
export async function closePool(pool: pg.Pool): Promise<void> {
  await connectionsOf.get(pool)!.end(pool.ended ? Promise.resolve() : pool.end(), CLOSE_MS);
}

export interface PoolOptions {
  readonly applicationName: string;
  /** A statement from which nothing comes for longer fails, and its connection with it. */
  readonly statementMs: number;
  /** What PostgreSQL takes at the start of a connection. */
  readonly limits: Partial<SessionLimits>;
  readonly options?: string;
  readonly isEmbedded: boolean;
}

/** Makes a pool, to be ended by `closePool`. */
export function makePool(
  connectionString: string,
  { applicationName, statementMs, limits, options, isEmbedded }: PoolOptions,
): pg.Pool {
  const connections = new Connections(statementMs + GRACE_MS);
  const pool: pg.Pool = new pg.Pool({
    ...CONNECTION,
    ...limits,
    async onConnect(client) {
      connections.add(client);
      if (isEmbedded) return;
      if (await hasOwnBackend(client)) direct.add(pool);
      else direct.delete(pool);
    },
    application_name: applicationName,
    connectionString,
    max: isEmbedded ? 1 : NATIVE_CONNECTIONS,
    connectionTimeoutMillis: ACQUIRE_TIMEOUT_MS,
    ...(options === undefined ? {} : { options }),
  });
  // An idle connection that breaks is replaced at the next use; the query in flight gets its own error.
  pool.on("error", () => undefined);
  // A statement had a shorter limit of its own: `pg` ends its connection alone.
  pool.on("release", (error: Error | undefined) => {
    if (error?.message === QUERY_TIMEOUT) connections.destroyIdle();
  });
  connectionsOf.set(pool, connections);
  return pool;
}

/** The limits of `limits` that connections can start with: none where a pooler between takes no such settings. */
export async function takenLimits(
  connectionString: string,
  limits: SessionLimits,
): Promise<Partial<SessionLimits>> {
  const probe = new pg.Client({ ...CONNECTION, ...limits, connectionString });
  probe.on("error", () => undefined);
  try {
    await probe.connect();
    await probe.end();
    return limits;
  } catch (error) {
    if ((error as { code?: string }).code !== PROTOCOL_VIOLATION) throw error;
    destroyConnection(probe);
    return {};
  }
}
