// The public portal below a path: pages and files from the public edition, the same bytes for everybody.

import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Request, RequestHandler, Response } from "express";
import { withoutUnseen } from "#domain/visible_text";
import { answerHeaders, sendAnswer } from "#server/http/answer";
import { NOT_KEPT } from "#server/http/cache_headers";
import { clientGone } from "#server/http/client_gone";
import { acceptsGzip } from "#server/http/content_encoding";
import { isOperator } from "#server/http/operator";
import { methodNotAllowed } from "#server/http/problems";
import { withinLimit } from "#server/http/time_limit";
import type { Admission } from "#server/http/admission";
import { bodyOf } from "#server/read/body";
import { BoundedCache } from "#server/cache";
import { ASKED, type Asked } from "#server/portal/asked";
import { Portal, type PortalAnswer, type PortalOptions } from "#server/portal/portal";
import { sha256Of } from "#server/portal/files/in_slices";
import type { PublicReports } from "#server/reports/public_reports";
import { answerReportPage, isReportPath } from "./report_pages.ts";

interface RouteOptions extends PortalOptions {
  readonly admission: Admission;
  /** Most milliseconds that an answer may take. */
  readonly answerMs: number;
  /** Who may show its maps and charts in a frame, as `frame-ancestors` takes it. */
  readonly frameAncestors: readonly string[];
  readonly reports: PublicReports;
}

/** A path at which nothing is. */
const NOWHERE = "-";

const MAX_BYTES = 64 << 20;
const GZIP_FROM_BYTES = 1_400;
const FINAL = "public, max-age=31536000, immutable";
const REVALIDATED = "public, max-age=0, must-revalidate";
const PACKED = new Set(["application/zip"]);

/** A script of its own and no other, no form to elsewhere, nothing from other hosts. */
const policy = (ancestors: readonly string[]): string =>
  `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ${ancestors.join(" ") || "'none'"}`;

const pack = promisify(gzip);

interface Finished {
  readonly answer: PortalAnswer;
  readonly plain: Buffer;
  readonly tag: string;
  /** Made when somebody first takes it. */
  packed?: Promise<Buffer>;
}

/** Files of a whole release take long and much memory: each is made once for all who ask, and kept for who asks again after a 503. */
const LARGE = /^data\/\d{1,9}(?:\.zip|\/SHA256SUMS|\/[\w-]+\.geojson|\/[\w-]+\/[\w-]+\.(?:csv|json))$/;

const askedOf = ({ query }: Request): Asked =>
  Object.fromEntries(
    ASKED.flatMap((key) =>
      typeof query[key] === "string" ? [[key, withoutUnseen(query[key].slice(0, 200))]] : [],
    ),
  );

/** The path of a page without slashes around it; of what cannot be read, one at which nothing is. */
function pathOf(path: string): string {
  try {
    const read = decodeURIComponent(path).replace(/^\/+|\/+$/g, "");
    return read === withoutUnseen(read) ? read : NOWHERE;
  } catch {
    return NOWHERE;
  }
}

/** Serves the portal at `prefix` and below it. */
export function portalPages({
  admission,
  answerMs,
  frameAncestors,
  reports,
  ...options
}: RouteOptions): RequestHandler {
  const portal = new Portal(options);
  const finished = new BoundedCache<Finished>(MAX_BYTES, ({ plain }) => 2 * plain.length + 100);
  const { prefix, origin } = options;
  const notAllowed = methodNotAllowed(["GET", "HEAD"]);

  async function answer(req: Request, path: string, signal: AbortSignal): Promise<Finished> {
    const asked = askedOf(req);
    const make = (own: AbortSignal): Promise<Finished> =>
      admission.run({ address: req.ip ?? "", isFree: isOperator(req) }, own, async () => {
        const made = await portal.answer(path, asked);
        const plain = typeof made.body === "string" ? Buffer.from(made.body) : made.body;
        return { answer: made, plain, tag: (await sha256Of(plain)).toString("base64url").slice(0, 16) };
      });
    const release = await portal.releases.find();
    const key = `${release.address} ${asked.lang ?? ""} ${path}`;
    const isKept = Object.keys(asked).every((name) => name === "lang");
    if (!isKept || path === "suggest") return make(signal);
    const known = finished.peek(key);
    if (known) return known;
    if (LARGE.test(path)) return finished.get(key, make);
    const made = await make(signal);
    return made.answer.name === null ? made : finished.get(key, () => Promise.resolve(made));
  }

  return (req, res, next) => {
    const isOurs = req.path === prefix || req.path.startsWith(`${prefix}/`) || prefix === "";
    if (!isOurs) {
      next();
      return;
    }
    const path = pathOf(req.path.slice(prefix.length));
    if (isReportPath(path)) {
      answerReportPage({ portal, reports, origin, policy: policy(["'self'"]) }, req, res, path).catch(next);
      return;
    }
    if (req.method !== "GET" && req.method !== "HEAD") {
      notAllowed(req, res, next);
      return;
    }
    withinLimit(res, answerMs, answer(req, path, clientGone(res)))
      .then((done) => send(req, res, done, frameAncestors))
      .catch(next);
  };
}

async function send(
  req: Request,
  res: Response,
  done: Finished,
  frameAncestors: readonly string[],
): Promise<void> {
  const { answer, plain, tag } = done;
  const isGzip =
    acceptsGzip(req.headers["accept-encoding"]) &&
    plain.length >= GZIP_FROM_BYTES &&
    !PACKED.has(answer.type);
  const bytes = isGzip ? await (done.packed ??= pack(plain)) : plain;
  res.removeHeader("X-Frame-Options");
  res.setHeader("Content-Security-Policy", policy(answer.isEmbed ? frameAncestors : ["'self'"]));
  res.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  res.setHeader("Access-Control-Allow-Origin", "*");
  const body = bodyOf(answer.type, [bytes], isGzip ? "gzip" : null);
  if (answer.status !== 200) {
    res.status(answer.status).set("Cache-Control", NOT_KEPT).set("Vary", "Accept-Encoding").type(answer.type);
    if (isGzip) res.set("Content-Encoding", "gzip");
    res.end(bytes);
    return;
  }
  const caching = answer.isFinal ? FINAL : answer.name === null ? NOT_KEPT : REVALIDATED;
  sendAnswer(req.headers, res, answerHeaders(body, caching, answer.name === null ? null : tag), body);
}
