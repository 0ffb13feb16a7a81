// The app over a database without the fast path in front of it, with the table of routes or another one.

import type { AddressInfo } from "node:net";
import type { Database } from "#sql/connect";
import { makeApp } from "#server/app";
import { readConfig } from "#server/config";
import type { Route } from "#server/http/route";
import { Admission, DEFAULT_ADMISSION } from "#server/http/admission";
import { Metrics } from "#server/http/metrics";
import { TileFastPath } from "#server/http/tile_fast_path";
import { createWebServer } from "#server/http/web_server";
import { makeLog } from "#server/log";
import { Planning } from "#server/planning/planning";
import { ReleaseWatch } from "#server/read/release_watch";
import { Store } from "#server/read/store";
import { API_SHAPE } from "#server/routes/api_shape";
import { CLIENT_DIRECTORY } from "#server/running_server";

export interface ExpressServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves a database on a free port; stopping leaves the database open. */
export async function serveByExpress(database: Database, routes?: readonly Route[]): Promise<ExpressServer> {
  const log = makeLog("silent");
  const store = new Store(database, readConfig({}).cacheBytes, API_SHAPE);
  const watch = new ReleaseWatch(database, log, API_SHAPE);
  await watch.start();
  const { mode, version } = database;
  const admission = new Admission({ ...DEFAULT_ADMISSION, ...readConfig({}).rate });
  const planning = new Planning(database.knex, log);
  const app = makeApp({
    services: {
      planning,
      primary: database.knex,
      store,
      watch,
      database: { mode, version, isRegisterBarred: false },
      tileStatistics: new TileFastPath(store, watch).statistics,
      format: () => Promise.reject(new Error("no test asks for the format here")),
      admission,
      metrics: new Metrics({
        caches: () => store.statistics(),
        computations: () => admission.statistics(),
        droppedLogLines: () => 0,
      }),
    },
    log,
    clientDirectory: CLIENT_DIRECTORY,
    ...(routes ? { routes } : {}),
  });
  const server = createWebServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      await watch.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
