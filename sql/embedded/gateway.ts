// Serves the one embedded backend to many clients: whole series of messages and whole transactions, one client at a time.

import type { Socket } from "node:net";
import { frontendMessage, type Series, wireReader } from "./wire.ts";

/** Runs protocol bytes; hands on the answer as it comes, then says whether a transaction is open. */
export type RunBackend = (
  bytes: Buffer,
  onData: (bytes: Uint8Array) => void,
) => Promise<{ inTransaction: boolean }>;

interface Client {
  readonly socket: Socket;
  readonly waiting: Series[];
  isGone: boolean;
}

const ROLL_BACK = Buffer.concat([frontendMessage("S", ""), frontendMessage("Q", "rollback\0")]);
const RESET = frontendMessage("Q", "discard all\0");

export interface Gateway {
  serve(socket: Socket): void;
  /** Clients that are connected. */
  clientCount(): number;
  close(): void;
}

/** `greeting` is the backend's answer to a start-up packet; a client gets it at once even while another one's transaction is open. */
export function createGateway(run: RunBackend, greeting: Uint8Array): Gateway {
  const clients = new Set<Client>();
  /** In the order in which they asked; the owner of an open transaction or series goes first. */
  const line: Client[] = [];
  let owner: Client | null = null;
  let isBusy = false;
  /** The last client has gone: settings and temporary tables go with it. */
  let needsReset = false;

  const discard = (): void => undefined;

  async function work(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    for (;;) {
      if (owner?.isGone) {
        await run(ROLL_BACK, discard);
        owner = null;
        continue;
      }
      const client: Client | undefined = owner ?? line.find((one) => one.waiting.length > 0);
      const series = client?.waiting.shift();
      if (!client || !series) {
        if (!needsReset || owner) break;
        needsReset = false;
        await run(RESET, discard);
        continue;
      }
      line.splice(line.indexOf(client), 1);
      const { inTransaction } = await run(series.bytes, (bytes) => {
        if (!client.isGone) client.socket.write(bytes);
      });
      owner = inTransaction || !series.isWhole ? client : null;
    }
    isBusy = false;
  }

  function leave(client: Client): void {
    if (client.isGone) return;
    client.isGone = true;
    clients.delete(client);
    client.waiting.length = 0;
    for (let at = line.length - 1; at >= 0; at--) if (line[at] === client) line.splice(at, 1);
    client.socket.destroy();
    needsReset = clients.size === 0;
    void work();
  }

  return {
    serve(socket) {
      const client: Client = { socket, waiting: [], isGone: false };
      clients.add(client);
      const read = wireReader({
        startup: () => void socket.write(greeting),
        reply: (bytes) => void socket.write(bytes),
        series: (series) => {
          client.waiting.push(series);
          line.push(client);
          void work();
        },
        end: () => leave(client),
      });
      socket.on("data", (chunk) => {
        try {
          read(chunk);
        } catch {
          // Not a PostgreSQL client: there is no protocol in which to answer.
          leave(client);
        }
      });
      socket.on("error", () => leave(client));
      socket.on("close", () => leave(client));
    },
    clientCount: () => clients.size,
    close: () => {
      for (const client of clients) leave(client);
    },
  };
}
