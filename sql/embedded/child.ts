// The process of the embedded database: holds the data directory, serves the socket, and ends with the process that started it.

import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { Worker } from "node:worker_threads";
import { keepFilesPrivate } from "#sql/private_folder";
import type { FromBackend } from "./backend.ts";
import { createGateway, type RunBackend } from "./gateway.ts";
import type { GatewayLimits } from "./gateway_client.ts";
import { type Holder, identify, socketPath, takeHold } from "./holder.ts";
import { watchStatements } from "./statement_watch.ts";

export type ToChild = { readonly type: "stop"; readonly drainMs: number | null };
export type FromChild =
  | { readonly type: "held"; readonly holder: Holder }
  | { readonly type: "ready" }
  | { readonly type: "waiting"; readonly clients: number };

keepFilesPrivate();
const [dataDir, runDirectory, socketDirectory, ownerPid, statementMs, idleMs, fsync] = process.argv.slice(
  2,
) as [string, string, string, string, string, string, string];
const limits: GatewayLimits = { statementMs: Number(statementMs), idleMs: Number(idleMs) };
/** For the last words to reach whoever waits for them. */
const LAST_WORDS_MS = 200;

const tell = (message: FromChild): Promise<void> =>
  new Promise((resolve) => void process.send!(message, undefined, undefined, () => resolve()));

// The owner is gone, however it ended: nothing here is worth finishing. PostgreSQL recovers from its log.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
if (process.ppid !== Number(ownerPid)) process.kill(process.pid, "SIGKILL");
// Ctrl-C reaches the whole foreground group; the owner says when to stop.
process.on("SIGINT", () => undefined);
process.on("SIGHUP", () => undefined);

const other = await takeHold(runDirectory, {
  child: identify(process.pid)!,
  owner: identify(Number(ownerPid))!,
  socketDirectory,
});
if (other) {
  await tell({ type: "held", holder: other });
  process.exit(0);
}

const backend = new Worker(new URL("./backend.ts", import.meta.url), {
  execArgv: [],
  workerData: { dataDir, isDurable: fsync === "on" },
});
backend.on("error", (error) => {
  process.stderr.write(`${error.stack ?? error.message}\n`, () => process.exit(1));
});

let answer: {
  onData: (bytes: Uint8Array) => void;
  done: (state: { inTransaction: boolean }) => void;
} | null = null;
const greeting = await new Promise<Uint8Array>((resolve) => {
  backend.on("message", (message: FromBackend) => {
    if (message.type === "ready") resolve(message.greeting);
    else if (message.type === "data") answer!.onData(message.bytes);
    else answer!.done({ inTransaction: message.inTransaction });
  });
});

const run: RunBackend = (bytes, onData) =>
  new Promise((resolve) => {
    answer = { onData, done: resolve };
    const own = new Uint8Array(bytes);
    backend.postMessage({ type: "run", bytes: own }, [own.buffer]);
  });

const watch = watchStatements((fault) => {
  gateway.giveUp(`${fault}; the database is started anew`);
  process.stderr.write(`${fault}\n`);
  // The thread cannot be interrupted. Nothing that was committed is lost.
  setTimeout(() => process.kill(process.pid, "SIGKILL"), LAST_WORDS_MS);
});
const gateway = createGateway({ run, greeting, limits, watch });
const server = createServer((socket) => gateway.serve(socket));
rmSync(socketPath(socketDirectory), { force: true });
await new Promise<void>((resolve, reject) => {
  server.once("error", reject);
  server.listen(socketPath(socketDirectory), resolve);
});

let isStopping = false;

/** Waits until the clients that joined have gone (at most `drainMs`, for ever when null), then shuts PostgreSQL down. */
async function stop(drainMs: number | null): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  const until = drainMs === null ? Infinity : performance.now() + drainMs;
  for (let round = 0; gateway.clientCount() > 0 && performance.now() < until; round++) {
    if (round % 20 === 10) await tell({ type: "waiting", clients: gateway.clientCount() });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.close();
  gateway.close();
  watch.stop();
  backend.postMessage({ type: "stop" });
  backend.once("exit", () => process.exit(0));
}

process.on("message", (message: ToChild) => void stop(message.drainMs));
process.on("SIGTERM", () => void stop(0));
await tell({ type: "ready" });
