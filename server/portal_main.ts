// `npm run portal`: the public portal alone, from the public edition through the public's role; no other route is there.

import type { AddressInfo } from "node:net";
import { openDatabase } from "#sql/connect";
import { migrate } from "#sql/migrate";
import { openPublicReads } from "#sql/reader_pool";
import { keepFilesPrivate } from "#sql/private_folder";
import { ConfigError, readConfig } from "./config.ts";
import { operatorMessage } from "./errors.ts";
import { ensureFirstData } from "./first_data.ts";
import { AllowedHosts, refuseHost } from "./http/allowed_hosts.ts";
import { createWebServer } from "./http/web_server.ts";
import { exitAfterLog, makeLog } from "./log.ts";
import { makePortalApp } from "./portal_app.ts";
import { progressTo } from "./progress.ts";

/** Reads would see more than the public edition, which this process may not. */
class NotPublicError extends Error {
  override readonly name = "NotPublicError";
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const log = makeLog(config.logLevel);
  keepFilesPrivate();
  const onProgress = progressTo(process.stderr);
  const database = await openDatabase(config, {
    join: true,
    applicationName: "village-lens portal",
    onProgress,
  });
  await migrate(database);
  await ensureFirstData(database, { dataDir: config.dataDir, onProgress });
  const reads = await openPublicReads(database);
  if (reads.internalOpenBecause !== null)
    throw new NotPublicError(
      `the database would show more than the public edition: ${reads.internalOpenBecause}`,
    );
  const app = makePortalApp(reads, database, config, log);
  const hosts = new AllowedHosts(config.allowedHosts);
  const server = createWebServer((req, res) => {
    if (hosts.allows(req.headers.host)) app(req, res);
    else refuseHost(req, res);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  process.stdout.write(
    `ready http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}\n`,
  );
  const stop = (signal: string): void => {
    log.info({ signal }, "stopping");
    setTimeout(() => void exitAfterLog(1), config.stopMs).unref();
    server.close(() => {
      void reads
        .close()
        .then(() => database.close())
        .then(() => exitAfterLog(0));
    });
    server.closeIdleConnections();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

start().catch((error: unknown) => {
  const isPlain = error instanceof ConfigError || error instanceof NotPublicError;
  const message = isPlain ? error.message : operatorMessage(error);
  process.stderr.write(`${message ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exit(1);
});
