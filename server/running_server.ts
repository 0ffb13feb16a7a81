// One running server: database, first data, HTTP; and how it stops.

import { createServer, type RequestListener, type Server } from "node:http";
import { Server as TcpServer, type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { metricsContract } from "#domain/contract/health";
import type { Progress } from "#domain/progress";
import { openDatabase, type Database } from "#sql/connect";
import { openPublicReads, openReads, type PublicReads, type Reads } from "#sql/reader_pool";
import { migrate } from "#sql/migrate";
import { makeApp } from "./app.ts";
import { isLoopback, type Config } from "./config.ts";
import { ensureFirstData } from "./first_data.ts";
import { Admission, DEFAULT_ADMISSION } from "./http/admission.ts";
import type { Services } from "./http/services.ts";
import { AllowedHosts, refuseHost } from "./http/allowed_hosts.ts";
import { Metrics } from "./http/metrics.ts";
import { TileFastPath } from "./http/tile_fast_path.ts";
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

/** Opens and migrates the database and makes the first data in it; `log` is told when the embedded one had to be started anew. */
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
  const reads = await openReads(database).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  if (reads.registerOpenBecause !== null)
    log[database.mode === "native" ? "warn" : "info"](
      { reason: reads.registerOpenBecause },
      "only the code keeps reads out of the household register, not the database",
    );
  const publicReads = await openPublicReads(database).catch(async (error: unknown) => {
    await reads.close();
    await database.close();
    throw error;
  });
  if (publicReads.internalOpenBecause !== null)
    log.warn(
      { reason: publicReads.internalOpenBecause },
      "only the code keeps the public edition to its rows, not the database",
    );
  const reading: Database = { ...database, pool: reads.pool };
  const { mode: kind } = database;
  const store = new Store(reading, config.cacheBytes, API_SHAPE, { mode: kind, ...publicReads });
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
  const { mode, version } = database;
  const admission = new Admission({ ...DEFAULT_ADMISSION, ...config.rate });
  const metrics = new Metrics({
    caches: () => ({ ...store.statistics(), hotTiles: fastPath.statistics() }),
    computations: () => admission.statistics(),
    droppedLogLines,
  });
  const planning = new Planning(database.knex, log);
  await planning.runs.recover();
  const app = makeApp({
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
  const hosts = new AllowedHosts(config.allowedHosts);
  // Every tile is a line in the log when debugging, and Express writes it.
  const isFast = !log.isLevelEnabled("debug");
  let isLeaving = false;
  const server = createWebServer((req, res) => {
    if (isLeaving) res.setHeader("Connection", "close");
    if (!hosts.allows(req.headers.host)) refuseHost(req, res);
    else if (!isFast || !fastPath.answer(req, res)) app(req, res);
  });
  const metricsServer = config.metricsPort === null ? null : createWebServer(metricsOnly(metrics));
  try {
    await listen(server, config);
    if (metricsServer) await listen(metricsServer, { host: config.host, port: config.metricsPort! });
  } catch (error) {
    server.close();
    await watch.stop();
    await Promise.all([reads.close(), publicReads.close()]);
    await database.close();
    throw error;
  }
  if (!isLoopback(config.host))
    log.warn(
      { host: config.host },
      "open to other machines, and there is no log-in: anybody who reaches it sees everything",
    );
  const { port } = server.address() as AddressInfo;
  const host = config.host.includes(":") ? `[${config.host}]` : config.host;
  return {
    url: `http://${host}:${port}`,
    database,
    reads,
    publicReads,
    services: { store, watch, planning },
    stop: async (farewellMs = 0) => {
      isLeaving = true;
      if (farewellMs > 0 && (await connectionsOf(server)) > 0) await sleep(farewellMs);
      const servers = metricsServer ? [server, metricsServer] : [server];
      await Promise.all([
        watch.stop(),
        planning.close(),
        ...servers.map((each) => stopServer(each, config.stopMs * REQUEST_SHARE)),
      ]);
      await Promise.all([reads.close(), publicReads.close()]);
      await database.close();
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

/** A message for people instead of EADDRINUSE. */
export class PortInUseError extends Error {
  override readonly name = "PortInUseError";
}

/** Throws a PortInUseError when the port is taken, so that nobody waits for a database first. */
export async function checkPort(config: Config): Promise<void> {
  const probe = createServer();
  await listen(probe, config);
  await new Promise((resolve) => {
    probe.close(resolve);
  });
}

async function listen(server: Server, { host, port }: Pick<Config, "host" | "port">): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new PortInUseError(`port ${port} of ${host} is in use: set PORT to another one`)
          : error,
      );
    });
    server.listen(port, host, resolve);
  });
}

const connectionsOf = (server: Server): Promise<number> =>
  new Promise((resolve) => server.getConnections((_, count) => resolve(count)));

async function stopServer(server: Server, cutOffMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    // That of HTTP would also close connections on which the first request is just coming.
    TcpServer.prototype.close.call(server, () => resolve());
  });
  // A connection that is kept alive is idle only once its last request is answered.
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const timer = setTimeout(() => server.closeAllConnections(), cutOffMs);
  await closed;
  clearInterval(idle);
  clearTimeout(timer);
}
