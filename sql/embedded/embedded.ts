// Starts the embedded database in a process of its own, or joins the one that runs on the same data directory.

import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Progress } from "#domain/progress";
import { privateFolder } from "#sql/private_folder";
import type { DatabaseTimeouts } from "#sql/timeouts";
import type { FromChild, ToChild } from "./child.ts";
import { answers, currentHolder, type Holder, isRunning, socketPath } from "./holder.ts";

/** Longest path of a Unix socket on Linux and macOS, in bytes. */
const MAX_SOCKET_PATH_BYTES = 103;
const MAX_RESTART_DELAY_MS = 5000;
/** What a server grants to commands that joined its database, when it stops. */
const SERVER_DRAIN_MS = 3_000;
/** What is kept of the last words of the process. */
const LAST_WORDS_LENGTH = 4000;
const CHILD = fileURLToPath(new URL("./child.ts", import.meta.url));

/** The data directory is open in another process and may not be joined. */
class DatabaseInUseError extends Error {
  override readonly name = "DatabaseInUseError";
}

export interface EmbeddedOptions {
  /** False for a server: it must own the database, and is refused where another process does. */
  readonly join: boolean;
  /** Whether a commit waits until it is on the disk. */
  readonly isDurable: boolean;
  /** For clients of the socket that say nothing of their own. */
  readonly timeouts: Pick<DatabaseTimeouts, "workMs" | "idleMs">;
  readonly onProgress: Progress;
  /** Called with its last words when the database ended by itself and is started anew. */
  readonly onRestart?: (lastWords: string) => void;
}

export interface EmbeddedDatabase {
  /** Host for `pg` and `psql -h`: the directory of the socket. */
  readonly socketDirectory: string;
  /** The process of PostgreSQL; changes when it had to be started anew. Null between the two, and when it was joined. */
  childPid(): number | null;
  /** Stops the database if this process started it, after the others that joined it have left. */
  stop(): Promise<void>;
}

interface Started {
  readonly process: ChildProcess;
  /** What it has written to standard error of late. */
  lastWords(): string;
}

/** Where the process is to live, and its limits. */
interface Place {
  readonly root: string;
  readonly runDirectory: string;
  readonly socketDirectory: string;
  readonly timeouts: EmbeddedOptions["timeouts"];
  readonly isDurable: boolean;
}

/** Starts or joins the database under `dataDir`; throws `DatabaseInUseError` when it is held and `join` is false. */
export async function openEmbedded(dataDir: string, options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const root = resolve(dataDir);
  // One that is there may hold what is not ours: only the folders in it are made private.
  mkdirSync(root, { recursive: true, mode: 0o700 });
  // Whoever reaches the socket is the database's superuser: no other account of the machine may.
  const runDirectory = privateFolder(join(root, "run"));
  const report = startReporter(options.onProgress);
  try {
    for (;;) {
      const holder = await currentHolder(runDirectory);
      if (!holder) {
        const socketDirectory = chooseSocketDirectory(runDirectory);
        const { timeouts, isDurable } = options;
        const place: Place = { root, runDirectory, socketDirectory, timeouts, isDurable };
        const started = await startChild(place);
        if ("process" in started) return supervise(started, place, options);
      } else if (!isRunning(holder.owner)) {
        // Its owner is gone: it ends in a moment.
        await sleep(50);
      } else if (!options.join) {
        throw new DatabaseInUseError(
          `database in ${root} is in use by process ${holder.owner.pid}: stop that process first, or set another DATA_DIR`,
        );
      } else if (await answers(holder.socketDirectory)) {
        return {
          socketDirectory: holder.socketDirectory,
          childPid: () => null,
          stop: () => Promise.resolve(),
        };
      } else await sleep(100);
    }
  } finally {
    report.end();
  }
}

/** The socket lies beside the data, or in a private temporary directory where that path would be too long. */
function chooseSocketDirectory(runDirectory: string): string {
  if (Buffer.byteLength(socketPath(runDirectory)) <= MAX_SOCKET_PATH_BYTES) return runDirectory;
  return mkdtempSync(join(tmpdir(), "village-lens-"));
}

function startReporter(onProgress: Progress): { end(): void } {
  const begun = performance.now();
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - begun) / 1000);
    onProgress({ what: "starting the embedded database (seconds)", done: seconds, total: null });
  }, 2000);
  return { end: () => clearInterval(timer) };
}

/** Starts the process; resolves when it serves, or with the holder that was faster. */
function startChild({
  root,
  runDirectory,
  socketDirectory,
  timeouts,
  isDurable,
}: Place): Promise<Started | Holder> {
  const { workMs, idleMs } = timeouts;
  const args = [
    CHILD,
    root,
    runDirectory,
    socketDirectory,
    ...[process.pid, workMs, idleMs].map(String),
    isDurable ? "on" : "off",
  ];
  // Under `node --watch` the child would report its imports on the channel of our messages.
  const env = { ...process.env, WATCH_REPORT_DEPENDENCIES: undefined };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "pipe", "ipc"] });
  let complaint = "";
  child
    .stderr!.setEncoding("utf8")
    .on("data", (text: string) => (complaint = (complaint + text).slice(-LAST_WORDS_LENGTH)));
  const lastWords = (): string => complaint.trim();
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null, signal: string | null): void =>
      reject(
        new Error(`embedded database did not start (${signal ?? `exit status ${code}`}): ${lastWords()}`),
      );
    child.once("error", reject);
    child.once("exit", onExit);
    child.on("message", (message: FromChild) => {
      if (message.type === "waiting") return;
      child.off("exit", onExit);
      resolve(message.type === "ready" ? { process: child, lastWords } : message.holder);
    });
  });
}

/** Starts the process anew whenever it ends by itself; its socket keeps its place. */
function supervise(first: Started, place: Place, options: EmbeddedOptions): EmbeddedDatabase {
  const { runDirectory, socketDirectory } = place;
  let child: ChildProcess | null = first.process;
  let restarting: Promise<void> = Promise.resolve();
  const stopping = new AbortController();

  async function restart(): Promise<void> {
    for (let delayMs = 100; !stopping.signal.aborted; delayMs = Math.min(2 * delayMs, MAX_RESTART_DELAY_MS)) {
      await sleep(delayMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      const started = await startChild(place).catch((error: Error) => error);
      if (started instanceof Error)
        options.onProgress({ what: `restarting: ${started.message}`, done: 0, total: null });
      else if ("process" in started) {
        watch(started);
        return;
      }
    }
  }

  function watch({ process: watched, lastWords }: Started): void {
    child = watched;
    watched.once("exit", () => {
      child = null;
    });
    // All that it wrote has come by then.
    watched.once("close", (code, signal) => {
      if (stopping.signal.aborted) return;
      options.onRestart?.(lastWords() || `it wrote nothing (${signal ?? `exit status ${code}`})`);
      restarting = restart();
    });
  }
  watch(first);

  return {
    socketDirectory,
    childPid: () => child?.pid ?? null,
    async stop() {
      if (stopping.signal.aborted) return;
      stopping.abort();
      await restarting;
      const last: ChildProcess | null = child;
      if (last && last.exitCode === null && last.signalCode === null) {
        last.on("message", (message: FromChild) => {
          if (message.type !== "waiting") return;
          const what = `waiting for ${message.clients} other connection(s) to the embedded database to end`;
          options.onProgress({ what, done: 0, total: null });
        });
        const ended = new Promise<void>((resolve) => last.once("exit", () => resolve()));
        last.send({ type: "stop", drainMs: options.join ? null : SERVER_DRAIN_MS } satisfies ToChild);
        await ended;
      }
      if (socketDirectory !== runDirectory) rmSync(socketDirectory, { recursive: true, force: true });
    },
  };
}
