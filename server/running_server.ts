// One running server: database, first data, HTTP; and how it stops.

import type { RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { metricsContract } from "#domain/contract/health";
import type { Progress } from "#domain/progress";
import { openDatabase, type Database } from "#sql/connect";
import type { PublicReads, Reads } from "#sql/reader_pool";
import { migrate } from "#sql/migrate";
import { makeApp } from "./app.ts";
import { isLoopback, type Config } from "./config.ts";
import { closePools, openPools, type Pools } from "./pools.ts";
import { ensureFirstData } from "./first_data.ts";
import { Admission, DEFAULT_ADMISSION } from "./http/admission.ts";
import type { Services } from "./http/services.ts";
import { AllowedHosts, refuseHost } from "./http/allowed_hosts.ts";
import { Metrics } from "./http/metrics.ts";
import { TileFastPath } from "./http/tile_fast_path.ts";
import { connectionsOf, listen, stopServer } from "./listening.ts";
import { droppedLogLines, type Logger } from "./log.ts";
import { Planning } from "./planning/planning.ts";
import { ReleaseWatch } from "./read/release_watch.ts";
import { Store } from "./read/store.ts";
import { createWebServer } from "./http/web_server.ts";
import { PublicReports } from "./reports/public_reports.ts";
import { warmUp } from "./read/warm_up.ts";
import { API_SHAPE } from "./routes/api_shape.ts";
import { portalPages } from "./routes/portal.ts";

/** Share of the time for a stop after which a request that is still running is cut off; the rest is for the database. */
const REQUEST_SHARE = 0.6;

/** Where the public portal stands beside the map. */
const PORTAL_PATH = "/open";

export const CLIENT_DIRECTORY = fileURLToPath(new URL("../dist/client", import.meta.url));

export interface RunningServer {
  /** `http://host:port` as it really is. */
  readonly url: string;
  readonly database: Database;
  /** What its endpoints read through. */
  readonly reads: Reads;
  /** What it answers from the public edition through. */
  readonly publicReads: PublicReads;
  /** What its handlers plan with. */
  readonly services: Pick<Services, "store" | "watch" | "planning">;
  /**
   * Finishes what is in flight, then closes everything. For `farewellMs` before that it goes on answering and tells every client
   * to come on a new connection, so that none asks on one that is just being closed.
   */
  stop(farewellMs?: number): Promise<void>;
}

/** Opens and migrates the database and makes the first data in it; the log has a line when the embedded one is started anew. */
export async function prepareDatabase(config: Config, onProgress: Progress, log: Logger): Promise<Database> {
  const database = await openDatabase(config, {
    join: false,
    applicationName: "village-lens server",
    onProgress,
    onRestart: (lastWords) => log.error({ lastWords }, "the embedded database ended and is started anew"),
  });
  if (database.mode === "embedded" && !config.isDurable)
    log.warn("EMBEDDED_FSYNC is off: where the machine loses power, what was stored may be lost or damaged");
  try {
    await migrate(database);
    await ensureFirstData(database, { dataDir: config.dataDir, onProgress });
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Serves a database that is ready; takes it over and closes it when it stops or cannot listen. */
export async function startServer(config: Config, database: Database, log: Logger): Promise<RunningServer> {
  const pools = await openPools(database, log);
  const parts = await startParts(config, database, pools, log);
  const { watch, planning, metrics } = parts;
  const door = makeDoor(config, parts, makeAppOf(config, database, pools, parts, log), log);
  const { server } = door;
  const metricsServer = config.metricsPort === null ? null : createWebServer(metricsOnly(metrics));
  const close = async (): Promise<void> => {
    await closePools(pools);
    await database.close();
  };
  try {
    await listen(server, config);
    if (metricsServer) await listen(metricsServer, { host: config.host, port: config.metricsPort! });
  } catch (error) {
    server.close();
    await watch.stop();
    await close();
    throw error;
  }
  if (!isLoopback(config.host))
    log.warn(
      { host: config.host },
      "open to other machines, and there is no log-in: anybody who reaches it sees everything",
    );
  return {
    url: urlOf(config, server),
    database,
    ...pools,
    services: parts,
    stop: async (farewellMs = 0) => {
      door.leave();
      if (farewellMs > 0 && (await connectionsOf(server)) > 0) await sleep(farewellMs);
      const servers = metricsServer ? [server, metricsServer] : [server];
      await Promise.all([
        watch.stop(),
        planning.close(),
        ...servers.map((each) => stopServer(each, config.stopMs * REQUEST_SHARE)),
      ]);
      await close();
    },
  };
}

function urlOf({ host }: Config, server: Server): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** What the app is made of, running. */
interface Parts {
  readonly store: Store;
  readonly watch: ReleaseWatch;
  readonly fastPath: TileFastPath;
  readonly admission: Admission;
  readonly metrics: Metrics;
  readonly planning: Planning;
}

/** Starts what endpoints answer from; the newest release is warmed up as it comes. */
async function startParts(
  config: Config,
  database: Database,
  { reads, publicReads }: Pools,
  log: Logger,
): Promise<Parts> {
  const reading: Database = { ...database, pool: reads.pool };
  const store = new Store(reading, config.cacheBytes, API_SHAPE, { mode: database.mode, ...publicReads });
  const watch = new ReleaseWatch(reading, log, API_SHAPE);
  watch.subscribe({
    onLatest(release) {
      log.info({ release }, "latest release");
      if (release === null) return;
      warmUp(store, release).catch((error: unknown) => log.warn({ err: error, release }, "warm-up failed"));
    },
  });
  await watch.start();
  const fastPath = new TileFastPath(store, watch);
  const admission = new Admission({ ...DEFAULT_ADMISSION, ...config.rate });
  const metrics = new Metrics({
    caches: () => ({ ...store.statistics(), hotTiles: fastPath.statistics() }),
    computations: () => admission.statistics(),
    droppedLogLines,
  });
  const planning = new Planning(database.knex, log);
  await planning.runs.recover();
  return { store, watch, fastPath, admission, metrics, planning };
}

/** The Express app: the endpoints, the client and the public portal. */
function makeAppOf(
  config: Config,
  database: Database,
  { reads }: Pools,
  { store, watch, fastPath, admission, metrics, planning }: Parts,
  log: Logger,
): ReturnType<typeof makeApp> {
  const { mode, version } = database;
  return makeApp({
    services: {
      planning,
      primary: database.knex,
      store,
      watch,
      database: { mode, version, isRegisterBarred: reads.registerOpenBecause === null },
      tileStatistics: fastPath.statistics,
      format: async () => (await import("./import/format/format.ts")).formatOfImports(),
      admission,
      metrics,
    },
    log,
    clientDirectory: CLIENT_DIRECTORY,
    trustedProxies: config.trustedProxies,
    answerMs: config.answerMs,
    publicOrigin: config.publicUrl,
    portal: portalPages({
      answerMs: config.answerMs,
      store: store.of("public"),
      admission,
      prefix: PORTAL_PATH,
      origin: config.publicUrl,
      frameAncestors: config.frameAncestors,
      reports: new PublicReports(database.knex),
    }),
  });
}

/** The web server in front of the app: hosts it does not serve are refused, tiles in memory never reach Express. */
function makeDoor(
  { allowedHosts }: Config,
  { fastPath }: Parts,
  app: ReturnType<typeof makeApp>,
  log: Logger,
): { readonly server: Server; leave(): void } {
  const hosts = new AllowedHosts(allowedHosts);
  // Every tile is a line in the log when debugging, and Express writes it.
  const isFast = !log.isLevelEnabled("debug");
  let isLeaving = false;
  const server = createWebServer((req, res) => {
    if (isLeaving) res.setHeader("Connection", "close");
    if (!hosts.allows(req.headers.host)) refuseHost(req, res);
    else if (!isFast || !fastPath.answer(req, res)) app(req, res);
  });
  return {
    server,
    leave: () => {
      isLeaving = true;
    },
  };
}

/** Answers `/metrics` and nothing else, for a port of its own. */
const metricsOnly =
  (metrics: Metrics): RequestListener =>
  (req, res) => {
    if (req.method !== "GET" || req.url !== "/metrics") {
      res.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) => res.writeHead(200, { "Content-Type": metricsContract.media }).end(text),
      () => res.writeHead(500).end(),
    );
  };
