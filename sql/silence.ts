// Connections that have gone silent: a network that swallows packets ends no connection, so whoever waits has to.

import { connect, type Socket } from "node:net";
import type pg from "pg";

/** What `pg` has and its types leave out. */
type OpenClient = pg.ClientBase & {
  readonly host: string;
  readonly port: number;
  readonly processID: number | null;
  readonly secretKey: number | null;
  /** False while an answer is awaited. */
  readonly readyForQuery: boolean;
  readonly connection: { readonly stream: Socket };
};

const CANCEL_REQUEST = 80877102;
const CANCEL_MS = 5_000;

/** Ends a connection at once, whatever is under way; what was asked on it fails. */
export function destroyConnection(client: pg.ClientBase): void {
  (client as OpenClient).connection.stream.destroy();
}

/**
 * Asks the database to give up the statement of a connection, over a second one, as the protocol has it; that may come too late.
 * Like `libpq` it does so in plain text: it carries nothing but two numbers.
 */
export function cancelStatement(client: pg.ClientBase): void {
  const { host, port, processID, secretKey } = client as OpenClient;
  if (processID === null || secretKey === null) return;
  const request = Buffer.alloc(16);
  [16, CANCEL_REQUEST, processID, secretKey].forEach((value, at) => request.writeInt32BE(value | 0, at * 4));
  const socket = host.startsWith("/") ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
  socket.setTimeout(CANCEL_MS, () => socket.destroy());
  // Where it does not come through, the limit of the statement ends it.
  socket.on("error", () => socket.destroy());
  socket.end(request);
  socket.unref();
}

/** An answer did not come in time, and its connection was ended. */
export class DatabaseSilentError extends Error {
  override readonly name = "DatabaseSilentError";
  readonly code = "ETIMEDOUT";

  constructor(ms: number) {
    super(`the database was silent for ${ms / 1000} s`);
  }
}

/** Connections of one pool: when one of them has gone silent, those that are idle have probably too. */
export class Connections {
  readonly #clients = new Set<OpenClient>();
  readonly #silentMs: number;

  /** `silentMs` is how long an answer may be awaited without a byte. */
  constructor(silentMs: number) {
    this.#silentMs = silentMs;
  }

  /** Watches a connection from now on, until it ends. */
  add(client: pg.ClientBase): void {
    const own = client as OpenClient;
    const { stream } = own.connection;
    this.#clients.add(own);
    // What was asked on it gets the error; nobody else has to hear of it.
    client.on("error", () => undefined);
    stream.once("close", () => this.#clients.delete(own));
    stream.setTimeout(this.#silentMs, () => {
      if (own.readyForQuery) return;
      cancelStatement(own);
      stream.destroy(new DatabaseSilentError(this.#silentMs));
      this.destroyIdle();
    });
  }

  /** Ends those on which no answer is awaited. */
  destroyIdle(): void {
    for (const client of this.#clients) if (client.readyForQuery) destroyConnection(client);
  }

  /** Ends all of them. */
  destroy(): void {
    for (const client of this.#clients) destroyConnection(client);
  }

  /** Resolves when `ending` has, or after `ms`, and ends what is open then. */
  async end(ending: Promise<unknown>, ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
    });
    try {
      await Promise.race([ending, late]);
    } finally {
      clearTimeout(timer);
      this.destroy();
    }
  }
}
