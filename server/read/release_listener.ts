// Notices at once that a release was published or withdrawn, where the database notifies (LISTEN); else with the next poll.

import pg from "pg";
import type { Database } from "#sql/connect";
import { hasOwnBackend } from "#sql/own_backend";
import { Connections } from "#sql/silence";
import type { Logger } from "#server/log";
import { RELEASE_CHANNEL } from "#server/column_store/release_list";

const CONNECT_MS = 3_000;
/** An answer is awaited so long; without one the connection is ended. */
const ANSWER_MS = 5_000;
/** A connection on which only news come is asked so often whether it is still there. */
const PROBE_EVERY_MS = 5_000;
const END_MS = 1_000;

export class ReleaseListener {
  readonly #database: Pick<Database, "mode" | "connectionString">;
  readonly #log: Logger;
  readonly #onNews: () => void;
  #client: pg.Client | null = null;
  readonly #connections = new Connections(ANSWER_MS);
  #probedAt = 0;
  #isProbing = false;
  #isPossible: boolean;

  /** Not on the embedded database, whose clients share one backend. */
  constructor(database: Pick<Database, "mode" | "connectionString">, log: Logger, onNews: () => void) {
    this.#database = database;
    this.#log = log;
    this.#onNews = onNews;
    this.#isPossible = database.mode === "native";
  }

  /** Connects and listens, or makes sure from time to time that it still does; what fails is tried again at the next call. */
  async ensure(): Promise<void> {
    if (!this.#isPossible) return;
    if (this.#client) {
      this.#probe(this.#client);
      return;
    }
    const client = new pg.Client({
      connectionString: this.#database.connectionString,
      application_name: "village-lens releases",
      connectionTimeoutMillis: CONNECT_MS,
      keepAlive: true,
    });
    this.#client = client;
    client.on("notification", this.#onNews);
    client.on("error", (error) => this.#lose(client, error));
    client.on("end", () => this.#lose(client, null));
    try {
      await client.connect();
      this.#connections.add(client);
      this.#probedAt = performance.now();
      if (!(await hasOwnBackend(client))) {
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
    if (this.#client) await this.#connections.end(this.#client.end(), END_MS);
  }

  /** An empty query: a connection that is silent by then ends. */
  #probe(client: pg.Client): void {
    const now = performance.now();
    if (this.#isProbing || now - this.#probedAt < PROBE_EVERY_MS) return;
    this.#probedAt = now;
    this.#isProbing = true;
    client
      .query("select")
      .catch((error: unknown) => this.#lose(client, error))
      .finally(() => {
        this.#isProbing = false;
      });
  }

  #lose(client: pg.Client, error: unknown): void {
    if (this.#client !== client) return;
    this.#client = null;
    if (error) this.#log.debug({ err: error }, "does not listen for releases for now");
    this.#connections.destroy();
  }
}
