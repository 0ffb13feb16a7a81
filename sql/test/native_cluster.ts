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
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { openDatabase } from "#sql/connect";
import { migrate } from "#sql/migrate";
import { freePort } from "./free_port.ts";
import { prepared, type Preparation } from "./preparation.ts";

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

/** Stops clusters whose test process was killed. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
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

/**
 * The command line of a program of PostgreSQL, as its own account where this one is root, which PostgreSQL refuses; `directory`
 * becomes that account's.
 */
export function serverPrograms(directory: string): (program: string, args: string[]) => [string, string[]] {
  const bin = findServer();
  const isRoot = userInfo().uid === 0;
  if (isRoot) {
    const id = (flag: string): number => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
    chownSync(directory, id("-u"), id("-g"));
  }
  chmodSync(directory, 0o700);
  return (program, args) =>
    isRoot ? ["runuser", ["-u", "postgres", "--", join(bin, program), ...args]] : [join(bin, program), args];
}

/** Of initdb: whoever reaches the cluster is let in, and what is thrown away need not be on the disk. */
export const INITDB_OPTIONS = [
  "-U",
  "postgres",
  "-A",
  "trust",
  "-E",
  "UTF8",
  "--no-sync",
  "--locale",
  "C.UTF-8",
] as const;

/** The server that this process started; null before, and where TEST_DATABASE_URL names another. */
let own: { readonly directory: string; readonly url: string; launch(): void } | null = null;

async function launchServer(): Promise<string> {
  sweep();
  const directory = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(directory, "owner"), String(process.pid));
  process.once("exit", () => stop(directory));
  const as = serverPrograms(directory);
  const data = join(directory, "data");
  const options = ["-D", data, ...INITDB_OPTIONS];
  execFileSync(...as("initdb", options), { cwd: directory, stdio: ["ignore", "ignore", "pipe"] });
  const port = await freePort();
  const settings = [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    `unix_socket_directories=${directory}`,
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=100",
    "shared_buffers=128MB",
  ];
  const [program, args] = as("postgres", ["-D", data, ...settings.flatMap((setting) => ["-c", setting])]);
  const launch = (): void => spawn(program, args, { cwd: directory, stdio: "ignore" }).unref();
  launch();
  const url = `postgresql://postgres@127.0.0.1:${port}`;
  own = { directory, url, launch };
  return url;
}

function withDatabase(url: string, name: string): string {
  const out = new URL(url);
  out.pathname = `/${name}`;
  return out.href;
}

async function admin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  for (let round = 0; ; round++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
    } catch (error) {
      if (round === 200) throw error;
      await sleep(50);
      continue;
    }
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}

interface Cluster {
  readonly adminUrl: string;
  readonly template: string;
}

/** Set by `shareCluster` for the processes that come after. */
const SHARED = "TEST_SHARED_CLUSTER";
let cluster: Promise<Cluster> | null = null;
let count = 0;

async function makeCluster(): Promise<Cluster> {
  const given = process.env["TEST_DATABASE_URL"];
  const adminUrl = given ?? withDatabase(await launchServer(), "postgres");
  const template = `${TEMPLATE}_${process.pid}`;
  await admin(adminUrl, (client) => client.query(`create database ${template}`));
  const database = await openDatabase({ databaseUrl: withDatabase(adminUrl, template), dataDir: "" });
  await migrate(database);
  await database.close();
  return { adminUrl, template };
}

/** Makes one cluster for this process and all that it starts; ends with this process. */
export async function shareCluster(): Promise<void> {
  cluster ??= makeCluster();
  process.env[SHARED] = JSON.stringify(await cluster);
}

/** Makes this process use a cluster that no other uses, so that it may be stopped. */
export function useOwnCluster(): void {
  delete process.env[SHARED];
}

function ownServer(): NonNullable<typeof own> {
  if (!own) throw new Error("this process started no PostgreSQL: unset TEST_DATABASE_URL to stop one");
  return own;
}

/** Stops the server at once, as `pg_ctl stop -m immediate` does; all databases of this process are away. */
export async function stopCluster(): Promise<void> {
  const { directory } = ownServer();
  const pid = Number(readFileSync(join(directory, "data/postmaster.pid"), "utf8").split("\n")[0]);
  process.kill(pid, "SIGQUIT");
  while (existsSync(`/proc/${pid}`)) await sleep(20);
}

/** Starts the server again, on the same port; resolves when it answers. */
export async function startCluster(): Promise<void> {
  const { url, launch } = ownServer();
  launch();
  await admin(withDatabase(url, "postgres"), (client) => client.query("select"));
}

const templateOf = ({ template }: Cluster, { name }: Preparation): string => `${template}_${name}`;

/** Makes the database that copies of a preparation are taken from; the file at `draft` says that it is there. */
async function prepare(own: Cluster, preparation: Preparation, draft: string): Promise<void> {
  const name = templateOf(own, preparation);
  await admin(own.adminUrl, async (client) => {
    await client.query(`drop database if exists ${name}`);
    await client.query(`create database ${name} template ${own.template}`);
  });
  const database = await openDatabase({ databaseUrl: withDatabase(own.adminUrl, name), dataDir: "" });
  try {
    await preparation.fill(database);
  } finally {
    await database.close();
  }
  writeFileSync(draft, "");
}

/** Makes a fresh, migrated or prepared database on the cluster of this process; `drop` removes it. */
export async function createNativeDatabase(
  preparation?: Preparation,
): Promise<{ url: string; drop(): Promise<void> }> {
  const shared = process.env[SHARED];
  cluster ??= shared === undefined ? makeCluster() : Promise.resolve(JSON.parse(shared) as Cluster);
  const used = await cluster;
  const { adminUrl } = used;
  let { template } = used;
  if (preparation) {
    template = templateOf(used, preparation);
    await prepared(template, (draft) => prepare(used, preparation, draft));
  }
  const name = `lens_${process.pid}_${++count}`;
  await admin(adminUrl, (client) => client.query(`create database ${name} template ${template}`));
  return {
    url: withDatabase(adminUrl, name),
    drop: () =>
      admin(adminUrl, async (client) => void (await client.query(`drop database ${name} with (force)`))),
  };
}
