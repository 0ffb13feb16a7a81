// The built client: hashed assets for ever, the page itself for every other path that a person may open.

import { existsSync } from "node:fs";
import { extname, join, sep } from "node:path";
import compression from "compression";
import express, { type RequestHandler } from "express";
import { ProblemError } from "#server/errors";

/** The program itself, which holds no figures: anybody may keep it. */
const IMMUTABLE = "public, max-age=31536000, immutable";
const REVALIDATE = "no-cache";

/** Serves the client in `directory`; without one the API works all the same. */
export function clientFiles(directory: string): readonly RequestHandler[] {
  const page = join(directory, "index.html");
  const assets = join(directory, "assets") + sep;
  const files = express.static(directory, {
    index: false,
    setHeaders: (res, path) =>
      res.setHeader("Cache-Control", path.startsWith(assets) ? IMMUTABLE : REVALIDATE),
  });
  const pages: RequestHandler = (req, res, next) => {
    const isPage = !/^\/(api|tiles|assets)(\/|$)|\/\./.test(req.path) && extname(req.path) === "";
    if (!isPage || (req.method !== "GET" && req.method !== "HEAD")) {
      next();
      return;
    }
    if (!existsSync(page))
      throw new ProblemError(404, "no client", "the client is not built: run npm run build");
    res.setHeader("Cache-Control", REVALIDATE);
    res.sendFile(page);
  };
  return [compression(), files, pages];
}
