// Opens the database, embedded or native: one knex for work and one pg pool for the hot path of reads.

import createKnex, { type Knex } from "knex";
import pg from "pg";
import type { Progress } from "#domain/progress";
import { openEmbedded } from "./embedded/embedded.ts";

export { isDatabaseUnavailable } from "./unavailable.ts";

export interface DatabaseConfig {
  /** Connection string of a PostgreSQL with PostGIS; null for the embedded database under `dataDir`. */
  readonly databaseUrl: string | null;
  /** Where the server reads (a streaming replica, a user of few rights); the database itself when left out. */
  readonly readUrl?: string | null;
  readonly dataDir: string;
}

export interface Database {
  readonly mode: "embedded" | "native";
  /** For all work that writes. One connection in embedded mode: inside a transaction use nothing but the transaction. */
  readonly knex: Knex;
  /** For statements without knex; what endpoints read goes through `openReads`. One connection in embedded mode. */
  readonly pool: pg.Pool;
  /** For `psql` and other programs. */
  readonly connectionString: string;
  /** Where the server reads. */
  readonly readConnectionString: string;
  /** As the server reports it, for example `PostgreSQL 15.14 …, PostGIS 3.3.2`. */
  readonly version: string;
  /** Process of the embedded PostgreSQL if this process started it. */
  childPid(): number | null;
  /** Ends the connections, and the embedded database if this process started it. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Embedded mode: false refuses to open a data directory that another process holds (a server), true joins it (a command). */
  readonly join?: boolean;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string;
  readonly onProgress?: Progress;
}

const CONNECT_TIMEOUT_MS = 3000;
const ACQUIRE_TIMEOUT_MS = 5000;
const NATIVE_CONNECTIONS = 10;
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

const CONNECTION = {
  types,
  connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  keepAlive: true,
};

/** Pools whose connections have a backend each. */
const direct = new WeakSet<pg.Pool>();

/**
 * Whether statements of a pool may be named: not in embedded mode (one backend for all), nor through a pooler, nor
 * before the first connection.
 */
export const keepsStatements = (pool: pg.Pool): boolean => direct.has(pool);

/** Makes a pool; `options` are those that PostgreSQL takes at the start of a connection. */
export function makePool(
  connectionString: string,
  {
    applicationName,
    max = NATIVE_CONNECTIONS,
    options,
    isEmbedded = false,
  }: { applicationName: string; max?: number; options?: string; isEmbedded?: boolean },
): pg.Pool {
  const pool: pg.Pool = new pg.Pool({
    ...CONNECTION,
    // A pooler between gives out a process number of its own, and another backend for every transaction.
    async onConnect(client) {
      if (isEmbedded) return;
      const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
      if (rows[0]!.pid === (client as unknown as { processID: number }).processID) direct.add(pool);
      else direct.delete(pool);
    },
    application_name: applicationName,
    connectionString,
    max,
    connectionTimeoutMillis: ACQUIRE_TIMEOUT_MS,
    ...(options === undefined ? {} : { options }),
  });
  // An idle connection that breaks is replaced at the next use; the query in flight gets its own error.
  pool.on("error", () => undefined);
  return pool;
}

/** Opens the database of `config`; does not migrate. Throws `DatabaseInUseError`, or what `isDatabaseUnavailable` knows. */
export async function openDatabase(config: DatabaseConfig, options: OpenOptions = {}): Promise<Database> {
  const embedded =
    config.databaseUrl === null
      ? await openEmbedded(config.dataDir, {
          join: options.join ?? true,
          onProgress: options.onProgress ?? (() => undefined),
        })
      : null;
  const connectionString = embedded
    ? `postgresql://postgres@/postgres?host=${encodeURIComponent(embedded.socketDirectory)}`
    : config.databaseUrl!;
  const applicationName = options.applicationName ?? "village-lens";
  const connections = embedded ? 1 : NATIVE_CONNECTIONS;
  const knex = createKnex({
    client: "pg",
    // Its warnings repeat on stdout what the error carries.
    log: { warn: () => undefined },
    // An error names the statement, never the values in it: they may be personal.
    compileSqlOnError: false,
    connection: { ...CONNECTION, application_name: applicationName, connectionString },
    pool: {
      min: 0,
      max: connections,
      acquireTimeoutMillis: ACQUIRE_TIMEOUT_MS,
      createTimeoutMillis: ACQUIRE_TIMEOUT_MS,
    },
  });
  const pool = makePool(connectionString, {
    applicationName,
    max: connections,
    isEmbedded: embedded !== null,
  });
  const close = async (): Promise<void> => {
    await Promise.all([knex.destroy(), pool.ended ? null : pool.end()]);
    await embedded?.stop();
  };
  try {
    const { rows } = await knex.raw<{ rows: { version: string; postgis: string | null }[] }>(
      "select split_part(version(), ' on ', 1) as version, (select default_version from pg_available_extensions where name = 'postgis') as postgis",
    );
    const { version, postgis } = rows[0]!;
    if (postgis === null)
      throw new Error(`${version} has no PostGIS: install the package postgresql-…-postgis-3 on its host`);
    return {
      mode: embedded ? "embedded" : "native",
      knex,
      pool,
      connectionString,
      readConnectionString: (embedded ? null : config.readUrl) ?? connectionString,
      version: `${version}, PostGIS ${postgis}`,
      childPid: () => embedded?.childPid() ?? null,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
