// What answers in the process of the portal alone.

import express from "express";
import type { Database } from "#sql/connect";
import type { PublicReads } from "#sql/reader_pool";
import type { Config } from "./config.ts";
import { Admission, DEFAULT_ADMISSION } from "./http/admission.ts";
import { problems } from "./http/problems.ts";
import { requestLog } from "./http/request_log.ts";
import { securityHeaders } from "./http/security_headers.ts";
import type { Logger } from "./log.ts";
import { Store } from "./read/store.ts";
import { PublicReports } from "./reports/public_reports.ts";
import { API_SHAPE } from "./routes/api_shape.ts";
import { portalPages } from "./routes/portal.ts";

/** The app of the portal alone: every path is one of its pages. */
export function makePortalApp(
  reads: PublicReads,
  { mode, knex }: Pick<Database, "mode" | "knex">,
  config: Config,
  log: Logger,
): express.Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.set("trust proxy", config.trustedProxies);
  const store = new Store({ mode, ...reads }, config.cacheBytes, API_SHAPE);
  app.use(requestLog(log), securityHeaders);
  app.use(
    portalPages({
      store,
      admission: new Admission({ ...DEFAULT_ADMISSION, ...config.rate }),
      prefix: "",
      answerMs: config.answerMs,
      origin: config.publicUrl,
      frameAncestors: config.frameAncestors,
      reports: new PublicReports(knex),
    }),
    problems(log),
  );
  return app;
}
