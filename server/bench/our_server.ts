// The real server in a process of its own, over the benchmark's database.

import { ready, run } from "../test/processes.ts";
import { peakBytes } from "./memory.ts";
import type { BenchContext } from "./row.ts";

export interface OurServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Most megabytes it held so far; not a number where the system does not tell. */
  peakMb(): number;
  stop(): Promise<void>;
}

/** Starts the server and waits until it is ready. */
export async function startOurServer(
  { territory, scratch }: Pick<BenchContext, "territory" | "scratch">,
  environment: Record<string, string> = {},
): Promise<OurServer> {
  const server = run("start.ts", [], {
    DATABASE_URL: territory.databaseUrl,
    DATA_DIR: scratch,
    PORT: "0",
    LOG_LEVEL: "warn",
    ...environment,
  });
  const kill = (): void => void server.child.kill("SIGKILL");
  process.once("exit", kill);
  const url = await ready(server);
  return {
    url,
    port: Number(new URL(url).port),
    pid: server.child.pid!,
    peakMb: () => (peakBytes(server.child.pid!) ?? Number.NaN) / 2 ** 20,
    stop: async () => {
      server.child.kill("SIGTERM");
      await server.finished;
      process.off("exit", kill);
    },
  };
}
