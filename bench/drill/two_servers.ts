// Two servers behind nginx, on a PostgreSQL and its streaming replica; each is killed in turn while a release is published under
// load. Run by hand: node bench/drill/two_servers.ts. Exits with 1 where a visitor saw something wrong.

import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase, type Database } from "#sql/connect";
import { migrate } from "#sql/migrate";
import { freePort } from "#sql/test/free_port";
import { publish } from "#server/release/publish";
import { draftWith } from "#server/test/made_releases";
import { ready, run, type Process } from "#server/test/processes";
import { loadDemo, smallDemo } from "#server/test/running";
import { columnsOf, readTerritory, type Territory } from "#bench/territory";
import { startReplicated, type Replicated } from "./replicated.ts";
import { Visitors, type Mishap, type VisitedTile } from "./visitors.ts";

const VISITORS = 8;
/** From the start of a publication to the blow. */
const UNTIL_BLOW_MS = 400;
const SETTLE_MS = 3_000;
const LEVEL = "county";

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** A server that can be killed and started again on its port. */
class LensServer {
  readonly port: number;
  readonly #environment: Record<string, string>;
  #process: Process | null = null;

  constructor(port: number, environment: Record<string, string>) {
    this.port = port;
    this.#environment = { ...environment, PORT: String(port), LOG_LEVEL: "error" };
  }

  async start(): Promise<void> {
    this.#process = run("server/main.ts", [], this.#environment);
    await ready(this.#process);
  }

  async kill(): Promise<void> {
    this.#process?.child.kill("SIGKILL");
    await this.#process?.finished;
  }
}

/** nginx with the configuration of the project, on free ports. */
async function startNginx(
  directory: string,
  servers: readonly LensServer[],
): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort();
  const own = readFileSync(new URL("../../server/portal/nginx.conf", import.meta.url), "utf8")
    .replace("127.0.0.1:8081", `127.0.0.1:${servers[0]!.port}`)
    .replace("127.0.0.1:8082", `127.0.0.1:${servers[1]!.port}`)
    .replace("listen 8080", `listen 127.0.0.1:${port}`);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${directory}/${name};`,
  );
  writeFileSync(
    join(directory, "nginx.conf"),
    `${userInfo().uid === 0 ? "user root;" : ""} worker_processes 1; daemon off; pid ${directory}/nginx.pid; error_log ${directory}/nginx.log;
events { worker_connections 1024; }
http { access_log off; ${temporary.join(" ")}
${own} }
`,
  );
  const child = spawn("nginx", ["-c", join(directory, "nginx.conf"), "-p", directory], { stdio: "inherit" });
  const url = `http://127.0.0.1:${port}`;
  while ((await fetch(`${url}/live`).catch(() => null))?.status !== 200) await sleep(50);
  return { url, child };
}

/** The demo as release 1, and the tile that visitors look at. */
async function prepare(
  database: Database,
  url: string,
): Promise<{ territory: Territory; tile: VisitedTile }> {
  await migrate(database);
  await loadDemo(database, smallDemo());
  await publish(database, "first");
  const facts = { databaseUrl: url, seedSeconds: Number.NaN, close: () => database.close() };
  const territory = await readTerritory(database, facts, 1);
  const { rows } = await database.pool.query<{ z: number; x: number; y: number }>(
    "select z, x, y from tile.geometry where level = $1 order by feature_count desc, z limit 1",
    [LEVEL],
  );
  const { indicator, period } = columnsOf(territory, LEVEL, 1)[0]!;
  return { territory, tile: { ...rows[0]!, level: LEVEL, indicator, period } };
}

/** What a blow brought: how many mishaps of each kind, and for how long. */
function report(name: string, mishaps: readonly Mishap[], answers: number): boolean {
  const of = (what: Mishap["what"]): Mishap[] => mishaps.filter((each) => each.what === what);
  const refused = of("refused");
  const seconds = refused.length > 1 ? (refused.at(-1)!.atMs - refused[0]!.atMs) / 1000 : 0;
  const counts = (["wrong value", "mixed releases", "no answer", "refused"] as const).map(
    (what) => `${of(what).length} ${what}`,
  );
  print(
    `${name}: ${answers} answers, ${counts.join(", ")}${refused.length > 0 ? ` within ${seconds.toFixed(1)} s` : ""}`,
  );
  for (const { what, detail } of mishaps.filter((each) => each.what !== "refused").slice(0, 3))
    print(`  ${what}: ${detail}`);
  return mishaps.length === refused.length && seconds < 2;
}

interface Blow {
  readonly name: string;
  fall(): Promise<void>;
  mend(): Promise<void>;
}

const blowsAt = ({ primary, replica }: Replicated, servers: readonly LensServer[]): Blow[] => [
  ...servers.map((server, at) => ({
    name: `server ${at + 1}`,
    fall: () => server.kill(),
    mend: () => server.start(),
  })),
  { name: "replica", fall: () => replica.kill(), mend: async () => replica.start() },
  { name: "primary", fall: () => primary.kill(), mend: async () => primary.start() },
];

async function drill(databases: Replicated, directory: string): Promise<boolean> {
  const { primary, replica } = databases;
  const open = (): Promise<Database> => openDatabase({ databaseUrl: primary.url, dataDir: directory });
  let database = await open();
  const { territory, tile } = await prepare(database, primary.url);
  const entry = territory.release.column(tile.level, tile.indicator, tile.period);
  const values = new Map<number, number>();
  /** Publishes a release in which the column has one value everywhere; the value is known before anybody can see it. */
  const publishNext = async (value: number): Promise<void> => {
    await draftWith({ ...territory, database }, entry, value);
    const { rows } = await database.pool.query<{ number: number }>(
      "select max(number) as number from release.release",
    );
    values.set(rows[0]!.number, value);
    await publish(database, "drill");
  };
  await publishNext(1);
  const common = {
    DATABASE_URL: primary.url,
    TRUSTED_PROXIES: "127.0.0.1",
    RATE_PER_SECOND: "100000",
    RATE_BURST: "100000",
  };
  const servers = [
    new LensServer(await freePort(), {
      ...common,
      DATA_DIR: join(directory, "1"),
      DATABASE_READ_URL: replica.url,
    }),
    new LensServer(await freePort(), { ...common, DATA_DIR: join(directory, "2") }),
  ];
  await Promise.all(servers.map((server) => server.start()));
  const nginx = await startNginx(directory, servers);
  const visitors = new Visitors(nginx.url, tile, values);
  let isWell = true;
  try {
    visitors.start(VISITORS);
    await sleep(SETTLE_MS);
    isWell = report("nothing", visitors.mishaps, visitors.answers);
    for (const [at, { name, fall, mend }] of blowsAt(databases, servers).entries()) {
      const [before, answers] = [visitors.mishaps.length, visitors.answers];
      const publishing = publishNext(at + 2).then(
        () => true,
        () => false,
      );
      await sleep(UNTIL_BLOW_MS);
      await fall();
      const isPublished = await publishing;
      await sleep(SETTLE_MS);
      await mend();
      if (!isPublished) {
        await database.close().catch(() => undefined);
        database = await open();
        await publish(database, "drill").catch(() => publishNext(at + 20));
      }
      await sleep(SETTLE_MS);
      isWell =
        report(
          `${name} killed${isPublished ? "" : ", published again after"}`,
          visitors.mishaps.slice(before),
          visitors.answers - answers,
        ) && isWell;
    }
    print(
      `releases seen: ${[...visitors.releases].sort((a, b) => a - b).join(", ")}; ${visitors.checkedValues} values of tiles checked; longest answer ${Math.round(visitors.longestMs)} ms`,
    );
  } finally {
    await visitors.stop();
    nginx.child.kill("SIGTERM");
    await Promise.all(servers.map((server) => server.kill()));
    await database.close().catch(() => undefined);
  }
  return isWell;
}

const directory = mkdtempSync(join(tmpdir(), "village-lens-drill-"));
const databases = await startReplicated();
try {
  process.exitCode = (await drill(databases, directory)) ? 0 : 1;
} finally {
  await databases.remove();
  rmSync(directory, { recursive: true, force: true });
}
