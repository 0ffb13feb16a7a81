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
const LOOK_MS = 1_000;

/** Ends a connection at once, whatever is under way; what was asked on it fails. */
export function destroyConnection(client: pg.ClientBase): void {
  (client as OpenClient).connection.stream.destroy();
}

/**
 * Cancels the statement of a connection over a second one, as the protocol has it; that may come too late.
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

/** When the last byte of a connection was seen. */
interface Activity {
  readonly bytes: number;
  readonly at: number;
}

/** Connections of one pool: when one of them has gone silent, those that are idle have probably too. */
export class Connections {
  readonly #clients = new Map<OpenClient, Activity>();
  readonly #silentMs: number;
  #timer: NodeJS.Timeout | undefined;

  /** `silentMs` is how long an answer may be awaited without a byte, give or take a second. */
  constructor(silentMs: number) {
    this.#silentMs = silentMs;
  }

  /** Watches a connection from now on, until it ends. */
  add(client: pg.ClientBase): void {
    const own = client as OpenClient;
    this.#clients.set(own, { bytes: 0, at: performance.now() });
    // What was asked on it gets the error; nobody else has to hear of it.
    client.on("error", () => undefined);
    own.connection.stream.once("close", () => this.#remove(own));
    this.#timer ??= setInterval(() => this.#look(), LOOK_MS).unref();
  }

  // The time-out of a socket does not serve: it comes after twice its time where something was written.
  #look(): void {
    const now = performance.now();
    for (const [client, last] of this.#clients) {
      const { stream } = client.connection;
      const bytes = stream.bytesRead + stream.bytesWritten;
      if (client.readyForQuery || bytes !== last.bytes) {
        this.#clients.set(client, { bytes, at: now });
      } else if (now - last.at > this.#silentMs) {
        cancelStatement(client);
        stream.destroy(new DatabaseSilentError(this.#silentMs));
        this.destroyIdle();
      }
    }
  }

  #remove(client: OpenClient): void {
    this.#clients.delete(client);
    if (this.#clients.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Ends those on which no answer is awaited. */
  destroyIdle(): void {
    for (const client of this.#clients.keys()) if (client.readyForQuery) destroyConnection(client);
  }

  /** Ends all of them. */
  destroy(): void {
    for (const client of this.#clients.keys()) destroyConnection(client);
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
