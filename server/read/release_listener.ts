// Hears at once when a release is published or withdrawn, where the database can tell (LISTEN); else nothing is lost but time.

import pg from "pg";
import type { Database } from "#sql/connect";
import type { Logger } from "#server/log";
import { RELEASE_CHANNEL } from "#server/column_store/release_list";

export class ReleaseListener {
  readonly #database: Pick<Database, "mode" | "connectionString">;
  readonly #log: Logger;
  readonly #onNews: () => void;
  #client: pg.Client | null = null;
  #isPossible: boolean;

  /** Not on the embedded database, whose clients share one backend. */
  constructor(database: Pick<Database, "mode" | "connectionString">, log: Logger, onNews: () => void) {
    this.#database = database;
    this.#log = log;
    this.#onNews = onNews;
    this.#isPossible = database.mode === "native";
  }

  /** Connects and listens unless it does already; what fails is tried again at the next call. */
  async ensure(): Promise<void> {
    if (this.#client || !this.#isPossible) return;
    const client = new pg.Client({
      connectionString: this.#database.connectionString,
      application_name: "village-lens releases",
      connectionTimeoutMillis: 3_000,
      keepAlive: true,
    });
    this.#client = client;
    client.on("notification", this.#onNews);
    client.on("error", (error) => this.#lose(client, error));
    client.on("end", () => this.#lose(client, null));
    try {
      await client.connect();
      const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
      // A pooler between gives out a process number of its own, and another backend for every transaction.
      if (rows[0]!.pid !== (client as unknown as { processID: number }).processID) {
        this.#isPossible = false;
        this.#log.info("a connection pooler is between: releases are looked up once a second");
        await client.end();
      } else await client.query(`listen ${RELEASE_CHANNEL}`);
    } catch (error) {
      this.#lose(client, error);
    }
  }

  async stop(): Promise<void> {
    this.#isPossible = false;
    await this.#client?.end();
  }

  #lose(client: pg.Client, error: unknown): void {
    if (this.#client !== client) return;
    this.#client = null;
    if (error) this.#log.debug({ err: error }, "does not listen for releases for now");
    client.end().catch((reason: unknown) => this.#log.debug({ err: reason }, "already closed"));
  }
}
