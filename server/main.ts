// `npm start`: builds the client where needed, prepares the database, listens, says "ready", stops on a signal.

import { keepFilesPrivate } from "#sql/private_folder";
import { ClientBuildError, isClientStale, renewClient } from "./client_build.ts";
import { ConfigError, readConfig } from "./config.ts";
import { operatorMessage } from "./errors.ts";
import { exitAfterLog, makeLog } from "./log.ts";
import { adoptDemoPlans } from "./demo_plans.ts";
import { checkPort, PortInUseError } from "./listening.ts";
import { prepareDatabase, startServer } from "./running_server.ts";
import { progressTo } from "./progress.ts";

/** How long answers close their connections, before the port is closed. */
const FAREWELL_MS = 500;

/** Errors whose message says all that a person needs. */
const isPlain = (error: unknown): error is Error =>
  error instanceof ClientBuildError ||
  error instanceof ConfigError ||
  error instanceof PortInUseError ||
  (error instanceof Error && error.name === "DatabaseInUseError");

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const log = makeLog(config.logLevel);
  await checkPort(config);
  const onProgress = progressTo(process.stderr);
  const build = isClientStale() && process.env["SKIP_CLIENT_BUILD"] === undefined;
  if (build) onProgress({ what: "building the client", done: 0, total: null });
  // What it builds is for every account; what comes after is not.
  const building = build
    ? renewClient((reason) => log.warn({ reason }, "the map is served as it was built before"))
    : null;
  keepFilesPrivate();
  const [database] = await Promise.all([prepareDatabase(config, onProgress, log), building]);
  const server = await startServer(config, database, log);
  process.stdout.write(`ready ${server.url}\n`);
  adoptDemoPlans(server.services).catch((error: unknown) =>
    log.warn({ err: error }, "the demo's earlier plans were not adopted"),
  );

  let isStopping = false;
  const stop = (signal: string): void => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, "stopping");
    // Whatever does not end: a network that swallows packets, a database that hangs.
    setTimeout(() => {
      log.error({ stopMs: config.stopMs }, "did not stop in time");
      void exitAfterLog(1);
    }, config.stopMs);
    server.stop(FAREWELL_MS).then(
      () => exitAfterLog(0),
      (error: unknown) => {
        log.error({ err: error }, "did not stop cleanly");
        return exitAfterLog(1);
      },
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

start().catch((error: unknown) => {
  const stack = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${isPlain(error) ? error.message : (operatorMessage(error) ?? stack)}\n`);
  process.exit(1);
});
