// The whole route table on one screen.

import { randomUUID } from "node:crypto";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import helmet from "helmet";
import { problemBody, ProblemError, RETRY_AFTER_SECONDS, toProblem } from "./errors.ts";
import type { Logger } from "./log.ts";
import type { Services } from "./http/serve.ts";
import { areaRoute, areasRoute } from "./routes/areas.ts";
import { catalogHistoryRoute, catalogRoute } from "./routes/catalog.ts";
import { classesRoute } from "./routes/classes.ts";
import { clientRoute } from "./routes/client.ts";
import { contestedRoute } from "./routes/conflicts.ts";
import { eventsRoute } from "./routes/events.ts";
import { healthRoute, type ServedDatabase } from "./routes/health.ts";
import { openApiRoute } from "./routes/openapi.ts";
import { pairAreasRoute, pairsRoute } from "./routes/bivariate.ts";
import { profileRoute } from "./routes/profile.ts";
import { releasesRoute } from "./routes/releases.ts";
import { tileJsonRoute } from "./routes/tile_json.ts";
import { tileGeometryRoute, tileRoute, tileValuesRoute } from "./routes/tiles.ts";
import { nearSetRoute, setsRoute } from "./routes/sets.ts";
import { trendsRoute } from "./routes/trends.ts";
import { valuesRoute } from "./routes/values.ts";

export interface AppOptions {
  readonly services: Services;
  readonly database: ServedDatabase;
  readonly log: Logger;
  /** Folder of the built client. */
  readonly clientDirectory: string;
}

/** Nothing is written by HTTP. */
const METHODS = "GET, HEAD";

export function makeApp({ services, database, log, clientDirectory }: AppOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.use(requestLog(log));
  app.use(securityHeaders);

  tileRoute(app, services); //      /tiles/{release}/internal/{level}/{z}/{x}/{y}.mvt
  tileGeometryRoute(app, services); // /tiles/{release}/internal/geometry/{boundary}/{level}/{z}/{x}/{y}
  tileValuesRoute(app, services); // /tiles/{release}/internal/values/{level}/{z}/{x}/{y}
  tileJsonRoute(app, services); //  /tiles/{release}/internal/{level}.json
  healthRoute(app, services, database); // /api/health
  releasesRoute(app, services); //  /api/releases
  catalogRoute(app, services); //   /api/catalog
  catalogHistoryRoute(app, services); // /api/catalog/{indicator}/history
  areasRoute(app, services); //     /api/areas
  areaRoute(app, services); //      /api/areas/{code}
  profileRoute(app, services); //   /api/areas/{code}/profile
  contestedRoute(app, services); // /api/areas/{code}/contested
  valuesRoute(app, services); //    /api/values
  trendsRoute(app, services); //    /api/trends
  classesRoute(app, services); //   /api/classes
  eventsRoute(app, services); //    /api/events
  pairsRoute(app, services); //     /api/pairs
  pairAreasRoute(app, services); // /api/pairs/areas
  setsRoute(app, services); //      /api/sets
  nearSetRoute(app, services); //   /api/sets/near
  openApiRoute(app); //             /api/openapi.json
  clientRoute(app, clientDirectory); // everything else

  app.use((req, res) => {
    if (req.method !== "GET" && req.method !== "HEAD") {
      res.setHeader("Allow", METHODS);
      throw new ProblemError(
        405,
        "method not allowed",
        `method ${req.method.slice(0, 20)} is not known here: known are ${METHODS}`,
      );
    }
    throw new ProblemError(404, "not found", `nothing is at ${req.method} ${req.path.slice(0, 100)}`);
  });
  app.use(problems(log));
  return app;
}

/** Only this host; MapLibre starts its workers from blobs and sets sizes by style attributes. */
const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", "data:", "blob:"],
      workerSrc: ["'self'", "blob:"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
    },
  },
  strictTransportSecurity: false,
});

/** Gives every request an id and writes one line when it is done; tiles only when debugging. */
function requestLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    const start = performance.now();
    const given = req.get("x-request-id");
    const requestId = given && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
    res.locals["requestId"] = requestId;
    res.setHeader("x-request-id", requestId);
    res.once("close", () => {
      const level = req.path.startsWith("/api/") && req.path !== "/api/health" ? "info" : "debug";
      log[level](
        {
          requestId,
          method: req.method,
          url: req.originalUrl.slice(0, 500),
          status: res.statusCode,
          ms: Math.round((performance.now() - start) * 10) / 10,
          ...(res.writableFinished ? {} : { aborted: true }),
        },
        "request",
      );
    });
    next();
  };
}

function problems(log: Logger): ErrorRequestHandler {
  return (error, _req, res, next) => {
    const requestId = String(res.locals["requestId"]);
    const problem = toProblem(error);
    if (problem.status === 500) log.error({ requestId, err: error }, "request failed");
    else if (problem.status === 503) log.warn({ requestId, reason: problem.detail }, "not available");
    if (res.headersSent) {
      next(error);
      return;
    }
    for (const name of ["ETag", "Content-Encoding", "Content-Disposition"]) res.removeHeader(name);
    res.setHeader("Cache-Control", "no-store");
    if (problem.status === 503) res.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    res
      .status(problem.status)
      .type("application/problem+json")
      .send(JSON.stringify(problemBody(problem, requestId)));
  };
}
