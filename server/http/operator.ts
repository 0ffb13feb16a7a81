// Whether somebody asks from the machine of the server itself.

import type { NextFunction, Request, Response } from "express";
import { isLoopback } from "#server/config";
import { ProblemError } from "#server/errors";

/** Whether a request comes from this machine and not through a proxy on it, which is known by what it adds. */
export const isOperator = (req: Request): boolean =>
  isLoopback((req.socket.remoteAddress ?? "").replace(/^::ffff:/, "")) &&
  ["forwarded", "x-forwarded-for", "x-real-ip", "via"].every((name) => req.headers[name] === undefined);

/** Refuses everybody else. */
export function operatorOnly(req: Request, _res: Response, next: NextFunction): void {
  if (!isOperator(req))
    throw new ProblemError(403, "not from here", `${req.path} answers only on the machine of the server`);
  next();
}
