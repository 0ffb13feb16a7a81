// A PostgreSQL and its streaming replica, each of which can be killed and started again.

import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#sql/test/free_port";
import { INITDB_OPTIONS, serverPrograms } from "#sql/test/native_cluster";

/** One PostgreSQL. */
export interface Postgres {
  readonly url: string;
  start(): void;
  /** As a machine that is gone: without a word to its clients. */
  kill(): Promise<void>;
}

export interface Replicated {
  readonly primary: Postgres;
  readonly replica: Postgres;
  remove(): Promise<void>;
}

/** Starts both; what is written to the first is in the second soon after. */
export async function startReplicated(): Promise<Replicated> {
  const directory = mkdtempSync(join(tmpdir(), "village-lens-replicated-"));
  const as = serverPrograms(directory);
  const pg = (program: string, ...args: string[]): string =>
    execFileSync(...as(program, args), {
      cwd: directory,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
  const place = (folder: string, port: number): Postgres => ({
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    start: () =>
      void pg(
        "pg_ctl",
        "-D",
        folder,
        "-w",
        "-l",
        `${folder}.log`,
        "-o",
        `-p ${port} -k ${directory}`,
        "start",
      ),
    async kill() {
      const pidFile = join(folder, "postmaster.pid");
      if (!existsSync(pidFile)) return;
      const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
      process.kill(pid, "SIGQUIT");
      while (existsSync(`/proc/${pid}`)) await sleep(10);
    },
  });
  const [first, second] = [join(directory, "primary"), join(directory, "replica")];
  pg("initdb", "-D", first, ...INITDB_OPTIONS);
  appendFileSync(
    join(first, "postgresql.conf"),
    "\nlisten_addresses = '127.0.0.1'\nfsync = off\nmax_wal_senders = 4\nwal_keep_size = 512MB\nhot_standby = on\n",
  );
  const primary = place(first, await freePort());
  const replica = place(second, await freePort());
  primary.start();
  pg(
    "pg_basebackup",
    "-D",
    second,
    "-d",
    primary.url,
    "--write-recovery-conf",
    "--checkpoint",
    "fast",
    "--no-sync",
  );
  replica.start();
  return {
    primary,
    replica,
    async remove() {
      await Promise.all([replica.kill(), primary.kill()]);
      rmSync(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
}
