// Opens the database, embedded or native: one knex for work and one pg pool for the hot path of reads.

import createKnex, { type Knex } from "knex";
import type pg from "pg";
import type { Progress } from "#domain/progress";
import { openEmbedded } from "./embedded/embedded.ts";
import {
  ACQUIRE_TIMEOUT_MS,
  CLOSE_MS,
  closePool,
  CONNECTION,
  makePool,
  NATIVE_CONNECTIONS,
  takenLimits,
} from "./pool.ts";
import { Connections } from "./silence.ts";
import { DEFAULT_TIMEOUTS, GRACE_MS, sessionLimits, type DatabaseTimeouts } from "./timeouts.ts";

export { keepsStatements } from "./pool.ts";
export { isDatabaseUnavailable } from "./unavailable.ts";

export interface DatabaseConfig {
  /** Connection string of a PostgreSQL with PostGIS; null for the embedded database under `dataDir`. */
  readonly databaseUrl: string | null;
  /** Where the server reads (a streaming replica, a user of few rights); the database itself when left out. */
  readonly readUrl?: string | null;
  readonly dataDir: string;
  /** Embedded mode: whether a commit waits until it is on the disk; it does when left out. */
  readonly isDurable?: boolean;
  /** `DEFAULT_TIMEOUTS` when left out. */
  readonly timeouts?: DatabaseTimeouts;
}

export interface Database {
  readonly mode: "embedded" | "native";
  /** For all work that writes. One connection in embedded mode: inside a transaction use nothing but the transaction. */
  readonly knex: Knex;
  /** The same for statements without knex; what endpoints read goes through `openReads`. One connection in embedded mode. */
  readonly pool: pg.Pool;
  /** For `psql` and other programs. */
  readonly connectionString: string;
  /** Where the server reads. */
  readonly readConnectionString: string;
  /** As the server reports it, for example `PostgreSQL 15.14 …, PostGIS 3.3.2`. */
  readonly version: string;
  readonly timeouts: DatabaseTimeouts;
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
  /** Embedded mode: called with its last words when the database ended by itself and is started anew. */
  readonly onRestart?: (lastWords: string) => void;
}

/** Opens the database of `config`; does not migrate. Throws `DatabaseInUseError`, or what `isDatabaseUnavailable` knows. */
export async function openDatabase(config: DatabaseConfig, options: OpenOptions = {}): Promise<Database> {
  const { applicationName = "village-lens", join = true, onProgress = () => undefined, onRestart } = options;
  const { timeouts = DEFAULT_TIMEOUTS, isDurable = true } = config;
  const embedded =
    config.databaseUrl === null
      ? await openEmbedded(config.dataDir, {
          join,
          timeouts,
          isDurable,
          onProgress,
          ...(onRestart ? { onRestart } : {}),
        })
      : null;
  const connectionString = embedded
    ? `postgresql://postgres@/postgres?host=${encodeURIComponent(embedded.socketDirectory)}`
    : config.databaseUrl!;
  const own = sessionLimits(timeouts.workMs, timeouts.idleMs);
  const limits = embedded ? own : await takenLimits(connectionString, own);
  const { knex, connections } = openKnex(
    connectionString,
    {
      ...CONNECTION,
      ...limits,
      application_name: applicationName,
    },
    { max: embedded ? 1 : NATIVE_CONNECTIONS, silentMs: timeouts.workMs + GRACE_MS },
  );
  const pool = makePool(connectionString, {
    applicationName,
    statementMs: timeouts.workMs,
    limits,
    isEmbedded: embedded !== null,
  });
  const close = async (): Promise<void> => {
    await Promise.all([connections.end(knex.destroy(), CLOSE_MS), closePool(pool)]);
    await embedded?.stop();
  };
  try {
    const { version, postgis } = await readVersion(knex);
    if (postgis === null)
      throw new Error(`${version} has no PostGIS: install the package postgresql-…-postgis-3 on its host`);
    return {
      mode: embedded ? "embedded" : "native",
      knex,
      pool,
      connectionString,
      readConnectionString: (embedded ? null : config.readUrl) ?? connectionString,
      version: `${version}, PostGIS ${postgis}`,
      timeouts,
      childPid: () => embedded?.childPid() ?? null,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function openKnex(
  connectionString: string,
  settings: Knex.PgConnectionConfig,
  { max, silentMs }: { readonly max: number; readonly silentMs: number },
): { knex: Knex; connections: Connections } {
  const connections = new Connections(silentMs);
  const knex = createKnex({
    client: "pg",
    // Its warnings repeat on stdout what the error carries.
    log: { warn: () => undefined },
    // An error names the statement, never the values in it: they may be personal.
    compileSqlOnError: false,
    connection: { ...settings, connectionString },
    pool: {
      min: 0,
      max,
      acquireTimeoutMillis: ACQUIRE_TIMEOUT_MS,
      createTimeoutMillis: ACQUIRE_TIMEOUT_MS,
      afterCreate(client: pg.Client, done: (error: null, client: pg.Client) => void) {
        connections.add(client);
        done(null, client);
      },
    },
  });
  return { knex, connections };
}

async function readVersion(knex: Knex): Promise<{ version: string; postgis: string | null }> {
  const { rows } = await knex.raw<{ rows: { version: string; postgis: string | null }[] }>(
    "select split_part(version(), ' on ', 1) as version, (select default_version from pg_available_extensions where name = 'postgis') as postgis",
  );
  return rows[0]!;
}
