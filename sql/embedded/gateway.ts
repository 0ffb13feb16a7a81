// Serves the one embedded backend to many clients: whole series of messages and whole transactions, one client at a time.

import type { Socket } from "node:net";
import { fatalError } from "./error_response.ts";
import { statementText } from "./statement_text.ts";
import type { Running, StatementWatch } from "./statement_watch.ts";
import { frontendMessage, type Series, wireReader } from "./wire.ts";

/** Runs protocol bytes; hands on the answer as it comes, then says whether a transaction is open. */
export type RunBackend = (
  bytes: Buffer,
  onData: (bytes: Uint8Array) => void,
) => Promise<{ inTransaction: boolean }>;

interface Client {
  readonly socket: Socket;
  readonly waiting: Series[];
  /** Null for no limit. */
  limits: { readonly statementMs: number | null; readonly idleMs: number | null };
  isGone: boolean;
}

/** What holds for clients that say nothing of their own. */
export interface GatewayLimits {
  readonly statementMs: number;
  readonly idleMs: number;
}

/** With this message of six bytes the answer to every whole series ends. */
const READY_FOR_QUERY = 0x5a;
const READY_BYTES = 6;
const QUERY_CANCELED = "57014";
const IDLE_IN_TRANSACTION = "25P03";

/** A limit in milliseconds that a client sets at its start, where 0 is none, as PostgreSQL has it. */
function limitOf(settings: ReadonlyMap<string, string>, name: string, otherwise: number): number | null {
  const own = settings.get(name) ?? new RegExp(`\\b${name}=(\\d+)`).exec(settings.get("options") ?? "")?.[1];
  const ms = own === undefined || !/^\d+$/.test(own) ? otherwise : Number(own);
  return ms === 0 ? null : ms;
}

export interface Gateway {
  serve(socket: Socket): void;
  /** Clients that are connected. */
  clientCount(): number;
  /** The client whose statement is under way why there will be no answer; nothing is served any more. */
  giveUp(reason: string): void;
  close(): void;
}

export interface GatewayOptions {
  readonly run: RunBackend;
  /** The backend's answer to a start-up packet; a client gets it at once even while another one's transaction is open. */
  readonly greeting: Uint8Array;
  readonly limits: GatewayLimits;
  readonly watch: Pick<StatementWatch, "begin">;
}

/** Serves clients with one backend, which `watch` is told of. */
export function createGateway({ run, greeting, limits, watch }: GatewayOptions): Gateway {
  const clients = new Set<Client>();
  /** In the order in which they asked; the owner of an open transaction or series goes first. */
  const line: Client[] = [];
  let owner: Client | null = null;
  /** Whose statement is under way. */
  let served: Client | null = null;
  let idling: NodeJS.Timeout | null = null;
  let isBusy = false;
  let isGivenUp = false;
  /** The last client has gone: settings and temporary tables go with it. */
  let needsReset = false;

  async function watched(
    { bytes, isWhole }: Series,
    running: Running,
    onData: (bytes: Uint8Array) => void,
  ): Promise<{ inTransaction: boolean }> {
    const end = watch.begin(running);
    let last: Uint8Array = Buffer.alloc(0);
    const state = await run(bytes, (data) => {
      last = data;
      onData(data);
    });
    end(!isWhole || last.at(-READY_BYTES) === READY_FOR_QUERY);
    return state;
  }

  const tidyUp = (sql: string): Promise<unknown> => {
    const bytes = Buffer.concat([frontendMessage("S", ""), frontendMessage("Q", `${sql}\0`)]);
    const running = { limitMs: limits.statementMs, what: sql };
    return watched({ bytes, isWhole: true }, running, () => undefined);
  };

  async function answer(client: Client, series: Series): Promise<void> {
    stopIdling();
    served = client;
    const running = { limitMs: client.limits.statementMs, what: statementText(series) };
    const { inTransaction } = await watched(series, running, (bytes) => {
      if (!client.isGone) client.socket.write(bytes);
    });
    served = null;
    owner = inTransaction || !series.isWhole ? client : null;
  }

  function stopIdling(): void {
    clearTimeout(idling ?? undefined);
    idling = null;
  }

  /** The owner of an open transaction keeps everybody waiting: it may not be idle for ever. */
  function limitIdling(client: Client): void {
    const { idleMs } = client.limits;
    if (idleMs === null || idling) return;
    idling = setTimeout(() => {
      client.socket.end(
        fatalError(IDLE_IN_TRANSACTION, "terminating connection due to idle-in-transaction timeout"),
      );
      leave(client, { isTold: true });
    }, idleMs);
    idling.unref();
  }

  async function work(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    for (;;) {
      if (isGivenUp) return;
      if (owner?.isGone) {
        stopIdling();
        await tidyUp("rollback");
        owner = null;
        continue;
      }
      const client: Client | undefined = owner ?? line.find((candidate) => candidate.waiting.length > 0);
      const series = client?.waiting.shift();
      if (!client || !series) {
        if (!needsReset || owner) break;
        needsReset = false;
        await tidyUp("discard all");
        continue;
      }
      line.splice(line.indexOf(client), 1);
      await answer(client, series);
    }
    isBusy = false;
    if (owner) limitIdling(owner);
  }

  function leave(client: Client, { isTold = false } = {}): void {
    if (client.isGone) return;
    client.isGone = true;
    clients.delete(client);
    client.waiting.length = 0;
    for (let at = line.length - 1; at >= 0; at--) if (line[at] === client) line.splice(at, 1);
    if (!isTold) client.socket.destroy();
    needsReset = clients.size === 0;
    void work();
  }

  return {
    serve(socket) {
      const client: Client = { socket, waiting: [], limits, isGone: false };
      clients.add(client);
      const read = wireReader({
        startup(settings) {
          client.limits = {
            statementMs: limitOf(settings, "statement_timeout", limits.statementMs),
            idleMs: limitOf(settings, "idle_in_transaction_session_timeout", limits.idleMs),
          };
          socket.write(greeting);
        },
        reply: (bytes) => void socket.write(bytes),
        series: (series) => {
          if (client.isGone) return;
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
    giveUp(reason) {
      isGivenUp = true;
      served?.socket.end(fatalError(QUERY_CANCELED, reason));
    },
    close: () => {
      stopIdling();
      for (const client of clients) leave(client);
    },
  };
}
