// Serves the one embedded backend to many clients: whole series of messages and whole transactions, one client at a time.

import type { Socket } from "node:net";
import { fatalError } from "./error_response.ts";
import { limitsOf } from "./gateway_client.ts";
import type { Client, GatewayLimits } from "./gateway_client.ts";
import { statementText } from "./statement_text.ts";
import type { Running, StatementWatch } from "./statement_watch.ts";
import { frontendMessage, type Series, wireReader } from "./wire.ts";

/** Runs protocol bytes; hands on the answer as it comes, then says whether a transaction is open. */
export type RunBackend = (
  bytes: Buffer,
  onData: (bytes: Uint8Array) => void,
) => Promise<{ inTransaction: boolean }>;

/** With this message of six bytes the answer to every whole series ends. */
const READY_FOR_QUERY = 0x5a;
const READY_BYTES = 6;
const QUERY_CANCELED = "57014";
const IDLE_IN_TRANSACTION = "25P03";

export interface Gateway {
  serve(socket: Socket): void;
  /** Clients that are connected. */
  clientCount(): number;
  /** Ends the client whose statement is under way with an error that gives the reason; nothing is served any more. */
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

/** Serves clients with one backend; `watch` is called with every statement that begins. */
export const createGateway = (options: GatewayOptions): Gateway => new OneBackend(options);

class OneBackend implements Gateway {
  readonly #run: RunBackend;
  readonly #greeting: Uint8Array;
  readonly #limits: GatewayLimits;
  readonly #watch: GatewayOptions["watch"];
  readonly #clients = new Set<Client>();
  /** In the order in which they sent; the owner of an open transaction or series goes first. */
  readonly #line: Client[] = [];
  #owner: Client | null = null;
  /** Whose statement is under way. */
  #served: Client | null = null;
  #idling: NodeJS.Timeout | null = null;
  #isBusy = false;
  #isGivenUp = false;
  /** The last client has gone: settings and temporary tables go with it. */
  #needsReset = false;

  constructor({ run, greeting, limits, watch }: GatewayOptions) {
    this.#run = run;
    this.#greeting = greeting;
    this.#limits = limits;
    this.#watch = watch;
  }

  serve(socket: Socket): void {
    const client: Client = { socket, waiting: [], limits: this.#limits, isGone: false };
    this.#clients.add(client);
    const leave = (): void => this.#leave(client);
    const read = wireReader({
      startup: (settings) => {
        client.limits = limitsOf(settings, this.#limits);
        socket.write(this.#greeting);
      },
      reply: (bytes) => void socket.write(bytes),
      series: (series) => this.#enqueue(client, series),
      end: leave,
    });
    socket.on("data", (chunk) => {
      try {
        read(chunk);
      } catch {
        // Not a PostgreSQL client: there is no protocol in which to answer.
        leave();
      }
    });
    socket.on("error", leave);
    socket.on("close", leave);
  }

  clientCount(): number {
    return this.#clients.size;
  }

  giveUp(reason: string): void {
    this.#isGivenUp = true;
    this.#served?.socket.end(fatalError(QUERY_CANCELED, reason));
  }

  close(): void {
    this.#stopIdling();
    for (const client of this.#clients) this.#leave(client);
  }

  #enqueue(client: Client, series: Series): void {
    if (client.isGone) return;
    client.waiting.push(series);
    this.#line.push(client);
    void this.#work();
  }

  /** Runs what waits until there is nothing more that can be run. */
  async #work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (;;) {
      if (this.#isGivenUp) return;
      if (this.#owner?.isGone) {
        this.#stopIdling();
        await this.#tidyUp("rollback");
        this.#owner = null;
        continue;
      }
      const client = this.#owner ?? this.#line.find((candidate) => candidate.waiting.length > 0);
      const series = client?.waiting.shift();
      if (!client || !series) {
        if (!this.#needsReset || this.#owner) break;
        this.#needsReset = false;
        await this.#tidyUp("discard all");
        continue;
      }
      this.#line.splice(this.#line.indexOf(client), 1);
      await this.#answer(client, series);
    }
    this.#isBusy = false;
    if (this.#owner) this.#limitIdling(this.#owner);
  }

  async #answer(client: Client, series: Series): Promise<void> {
    this.#stopIdling();
    this.#served = client;
    const running = { limitMs: client.limits.statementMs, what: statementText(series) };
    const { inTransaction } = await this.#watched(series, running, (bytes) => {
      if (!client.isGone) client.socket.write(bytes);
    });
    this.#served = null;
    this.#owner = inTransaction || !series.isWhole ? client : null;
  }

  #tidyUp(sql: string): Promise<unknown> {
    const bytes = Buffer.concat([frontendMessage("S", ""), frontendMessage("Q", `${sql}\0`)]);
    const running = { limitMs: this.#limits.statementMs, what: sql };
    return this.#watched({ bytes, isWhole: true }, running, () => undefined);
  }

  async #watched(
    { bytes, isWhole }: Series,
    running: Running,
    onData: (bytes: Uint8Array) => void,
  ): Promise<{ inTransaction: boolean }> {
    const end = this.#watch.begin(running);
    let last: Uint8Array = Buffer.alloc(0);
    const state = await this.#run(bytes, (data) => {
      last = data;
      onData(data);
    });
    end(!isWhole || last.at(-READY_BYTES) === READY_FOR_QUERY);
    return state;
  }

  #stopIdling(): void {
    clearTimeout(this.#idling ?? undefined);
    this.#idling = null;
  }

  /** The owner of an open transaction keeps everybody waiting: it may not be idle for ever. */
  #limitIdling(client: Client): void {
    const { idleMs } = client.limits;
    if (idleMs === null || this.#idling) return;
    this.#idling = setTimeout(() => {
      client.socket.end(
        fatalError(IDLE_IN_TRANSACTION, "terminating connection due to idle-in-transaction timeout"),
      );
      this.#leave(client, { isEnded: true });
    }, idleMs);
    this.#idling.unref();
  }

  /** Forgets a client; its socket is destroyed unless it was ended with an error. */
  #leave(client: Client, { isEnded = false } = {}): void {
    if (client.isGone) return;
    client.isGone = true;
    this.#clients.delete(client);
    client.waiting.length = 0;
    for (let at = this.#line.length - 1; at >= 0; at--)
      if (this.#line[at] === client) this.#line.splice(at, 1);
    if (!isEnded) client.socket.destroy();
    this.#needsReset = this.#clients.size === 0;
    void this.#work();
  }
}
