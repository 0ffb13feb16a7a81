// The real server in a process of its own, over the benchmark's database, and a plain one to compare it with.

import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ready, run, type Process } from "#server/test/processes";
import { peakBytes } from "./memory.ts";
import type { BenchContext } from "./row.ts";

export interface OurServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Most megabytes it held so far; not a number where the system does not tell. */
  peakMb(): number;
  /** What it holds after a collection of garbage, in bytes; of a server started with `REPORTS_MEMORY`. */
  heldMemory(): Promise<NodeJS.MemoryUsage>;
  stop(): Promise<void>;
}

/** Environment of a server that reports its memory. */
export const REPORTS_MEMORY = {
  NODE_OPTIONS: `--import ${fileURLToPath(new URL("children/report_memory.ts", import.meta.url))}`,
};
const HELD = /^memory (.*)\n/gm;

/** A server once it is ready; it ends with this process at the latest. */
async function whenReady(server: Process): Promise<{ url: string; port: number; stop(): Promise<void> }> {
  const kill = (): void => void server.child.kill("SIGKILL");
  process.once("exit", kill);
  const url = await ready(server);
  return {
    url,
    port: Number(new URL(url).port),
    stop: async () => {
      server.child.kill("SIGTERM");
      await server.finished;
      process.off("exit", kill);
    },
  };
}

/** Starts the server and waits until it is ready. */
export async function startOurServer(
  { territory, scratch }: Pick<BenchContext, "territory" | "scratch">,
  environment: Record<string, string> = {},
): Promise<OurServer> {
  const server = run("server/main.ts", [], {
    DATABASE_URL: territory.databaseUrl,
    DATA_DIR: scratch,
    PORT: "0",
    LOG_LEVEL: "warn",
    ...environment,
  });
  return {
    ...(await whenReady(server)),
    pid: server.child.pid!,
    peakMb: () => (peakBytes(server.child.pid!) ?? Number.NaN) / 2 ** 20,
    async heldMemory() {
      const reports = (): string[] => [...server.output.stdout.matchAll(HELD)].map(([, json]) => json!);
      const before = reports().length;
      server.child.kill("SIGUSR2");
      while (reports().length === before && server.child.exitCode === null) await sleep(10);
      return JSON.parse(reports().at(-1)!) as NodeJS.MemoryUsage;
    },
  };
}

/** Starts a plain tile server over the tables of `context.peer()`, which have to be there. */
export async function startPeerServer(
  { territory }: Pick<BenchContext, "territory">,
  cacheBytes: number,
): Promise<Pick<OurServer, "port" | "stop">> {
  return whenReady(run("bench/children/peer_server.ts", [territory.databaseUrl, String(cacheBytes)], {}));
}
