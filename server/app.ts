// What answers a request, in order: log, security headers, the table of routes, the files of the client, problems.

import { group } from "d3-array";
import express, {
  type Express,
  type IRoute,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from "express";
import { ACCESS } from "#domain/access";
import { clientFiles } from "./http/client_files.ts";
import { jsonBody } from "./http/json_body.ts";
import { operatorOnly } from "./http/operator.ts";
import { methodNotAllowed, notFound, problems } from "./http/problems.ts";
import { requestLog } from "./http/request_log.ts";
import type { Route } from "./http/route.ts";
import { DEFAULT_ANSWER_MS } from "./config.ts";
import { sameOriginOnly } from "./http/same_origin.ts";
import { securityHeaders } from "./http/security_headers.ts";
import type { AppServices, Services } from "./http/services.ts";
import { withinLimit } from "./http/time_limit.ts";
import type { Logger } from "./log.ts";
import { ROUTES } from "./routes/routes.ts";

export interface AppOptions {
  readonly services: Services;
  readonly log: Logger;
  /** Folder of the built client. */
  readonly clientDirectory: string;
  /** Proxies whose word for the address of a client is taken. */
  readonly trustedProxies?: readonly string[];
  readonly routes?: readonly Route[];
  /** Address under which browsers know this server; null where it is not known. */
  readonly publicOrigin?: string | null;
  /** The pages of the public portal. */
  readonly portal?: RequestHandler;
  /** Most milliseconds that an answer may take that is no stream. */
  readonly answerMs?: number;
}

export function makeApp({
  services,
  log,
  clientDirectory,
  trustedProxies = [],
  routes = ROUTES,
  portal,
  publicOrigin = null,
  answerMs = DEFAULT_ANSWER_MS,
}: AppOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.set("trust proxy", trustedProxies);
  app.use(requestLog(log), services.metrics.measure, securityHeaders);
  const appServices = { ...services, contracts: routes.map(({ contract }) => contract) };
  for (const [path, rows] of group(routes, ({ contract }) => contract.path))
    mount(app.route(path), rows, appServices, { answerMs, publicOrigin });
  if (portal) app.use(portal);
  app.use(...clientFiles(clientDirectory), notFound, problems(log));
  return app;
}

/** Serves the routes of one path, and says which methods it has where another one comes. */
function mount(
  path: IRoute,
  routes: readonly Route[],
  services: AppServices,
  { answerMs, publicOrigin }: { readonly answerMs: number; readonly publicOrigin: string | null },
): void {
  for (const { contract, kind, handle } of routes) {
    const method = contract.method.toLowerCase() as "get" | "post" | "put" | "patch" | "delete";
    const before = [
      ...(ACCESS[contract.access].isLocal ? [operatorOnly] : []),
      ...(contract.method === "GET" ? [] : [sameOriginOnly(publicOrigin)]),
      ...(contract.body ? jsonBody : []),
    ];
    path[method](...before, (req: Request, res: Response, next: NextFunction) => {
      const handling = handle(services, req, res);
      (kind === "stream" ? handling : withinLimit(res, answerMs, handling)).catch(next);
    });
  }
  const methods = routes.flatMap(({ contract: { method } }) => (method === "GET" ? ["GET", "HEAD"] : method));
  path.all(methodNotAllowed(methods));
}
