// The JSON that is sent with a request, by the schema of its contract.

import express, { type ErrorRequestHandler, type Request, type RequestHandler } from "express";
import type { z } from "zod";
import { ProblemError } from "#server/errors";
import { shown } from "./parameters.ts";

/** Most bytes of a body, after decompression. */
export const MAX_BODY_BYTES = 256 << 10;

/** Most faults that one answer names. */
const MAX_FAULTS = 10;

const readJson = express.json({ limit: MAX_BODY_BYTES, strict: false, type: "application/json" });

/** What is wrong with a body that could not be read; what `body-parser` throws has a `type`. */
const unreadable: ErrorRequestHandler = (error: { type?: string; message: string }, _req, _res, next) => {
  const problems: Record<string, ProblemError> = {
    "entity.too.large": new ProblemError(
      413,
      "body too large",
      `the body is larger than ${MAX_BODY_BYTES} bytes`,
    ),
    "entity.parse.failed": new ProblemError(
      400,
      "bad body",
      `the body is not JSON: ${error.message.toLowerCase()}`,
    ),
  };
  next(problems[error.type ?? ""] ?? error);
};

/** Reads the JSON of a request, up to a limit. */
export const jsonBody: readonly (RequestHandler | ErrorRequestHandler)[] = [readJson, unreadable];

/** `areas[0].code` for the path of a fault. */
const fieldOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (field, key) =>
      typeof key === "number" ? `${field}[${key}]` : field ? `${field}.${String(key)}` : String(key),
    "",
  );

const valueAt = (body: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], body);

function faultOf(issue: z.core.$ZodIssue, body: unknown): string {
  const field = fieldOf(issue.path);
  const place = field ? `field "${shown(field)}"` : "the body";
  if (issue.code === "unrecognized_keys")
    return `${place} has unknown fields ${issue.keys.map((key) => `"${shown(key)}"`).join(", ")}`;
  const value = valueAt(body, issue.path);
  if (value === undefined) return `${place} is missing`;
  return `${place} is ${shown(JSON.stringify(value))}: ${issue.message.toLowerCase()}`;
}

/** Parses the body of a request; throws a 415 for what is not JSON, else a 400 that names field, value and rule. */
export function parseBody<B extends z.ZodType>(
  schema: B,
  req: Pick<Request, "body" | "headers" | "is">,
): z.infer<B> {
  const type = req.is("application/json");
  if (type === null) throw new ProblemError(400, "bad body", "the body is missing: send JSON");
  if (type === false)
    throw new ProblemError(
      415,
      "unsupported media type",
      `content-type is "${shown(req.headers["content-type"] ?? "")}": send application/json`,
    );
  const body: unknown = req.body;
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const faults = issues.slice(0, MAX_FAULTS).map((issue) => faultOf(issue, body));
  if (issues.length > MAX_FAULTS) faults.push(`and ${issues.length - MAX_FAULTS} more`);
  throw new ProblemError(400, "bad body", faults.join("; "));
}
