// A throw-away PostgreSQL with PostGIS for the tests of this process, and databases cloned from a migrated template.

import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { openDatabase } from "../connect.ts";
import { migrate } from "../migrate.ts";

const PREFIX = "village-lens-cluster-";
const TEMPLATE = "lens_template";
const DEBIAN = "/usr/lib/postgresql";
const ADVICE =
  "native tests need PostgreSQL 15 or newer with PostGIS: apt-get install postgresql postgresql-15-postgis-3 (Debian 12), or set TEST_DATABASE_URL";

/** Directory of the server's programs; throws with what to install. */
export function findServer(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).filter((name) => Number(name) >= 15) : [];
  for (const version of versions.sort((a, b) => Number(b) - Number(a))) {
    const hasPostgis = existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`);
    if (hasPostgis && existsSync(join(DEBIAN, version, "bin/initdb"))) return join(DEBIAN, version, "bin");
  }
  throw new Error(ADVICE);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Stops clusters whose test process was killed. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(PREFIX))) {
    const directory = join(tmpdir(), name);
    try {
      const owner = Number(readFileSync(join(directory, "owner"), "utf8"));
      if (existsSync(`/proc/${owner}`)) continue;
      stop(directory);
    } catch {
      // Just being made by somebody else, or not ours to read.
    }
  }
}

function stop(directory: string): void {
  const pidFile = join(directory, "data/postmaster.pid");
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, "utf8").split("\n")[0]) : 0;
  const commandLine = `/proc/${pid}/cmdline`;
  // The number of a dead server may belong to somebody else by now.
  if (pid > 0 && existsSync(commandLine) && readFileSync(commandLine, "utf8").includes(directory))
    process.kill(pid, "SIGQUIT");
  rmSync(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

async function startCluster(): Promise<void> {
  const { url, launch } = ownServer();
  launch();
  await admin(withDatabase(url, "postgres"), (client) => client.query("select"));
}

/** Makes a fresh, migrated database on the cluster of this process; `drop` removes it. */
export async function createNativeDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  cluster ??= makeCluster();
  const { adminUrl, template } = await cluster;
  const name = `lens_${process.pid}_${++count}`;
  await admin(adminUrl, (client) => client.query(`create database ${name} template ${template}`));
  return {
    url: withDatabase(adminUrl, name),
    drop: () =>
      admin(adminUrl, async (client) => void (await client.query(`drop database ${name} with (force)`))),
  };
}
