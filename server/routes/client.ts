// The built client: hashed assets for ever, the page itself for every other path that a person may open.

import { existsSync } from "node:fs";
import { extname, join } from "node:path";
import compression from "compression";
import express, { type Express } from "express";
import { ProblemError } from "#server/errors";

/** Serves `directory`; without a built client the API works all the same. */
export function clientRoute(app: Express, directory: string): void {
  const page = join(directory, "index.html");
  app.use(compression());
  app.use(
    "/assets",
    express.static(join(directory, "assets"), { immutable: true, maxAge: "1y", fallthrough: false }),
  );
  app.use(
    express.static(directory, {
      index: false,
      setHeaders: (res) => res.setHeader("Cache-Control", "no-cache"),
    }),
  );
  app.get("/{*path}", (req, res, next) => {
    if (/^\/(api|tiles)(\/|$)/.test(req.path) || extname(req.path) !== "") {
      next();
      return;
    }
    if (!existsSync(page))
      throw new ProblemError(404, "no client", "the client is not built: run npm run build");
    res.setHeader("Cache-Control", "no-cache");
    res.sendFile(page);
  });
}
