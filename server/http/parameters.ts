// Parameters of path and query by the schemas of a contract.

import type { z } from "zod";
import { ProblemError } from "#server/errors";

/** Values in messages are cut to this length. */
const SHOWN_LENGTH = 60;

export const shown = (value: unknown): string => String(value).slice(0, SHOWN_LENGTH);

function checkText(name: string, value: unknown): void {
  if (Array.isArray(value))
    throw new ProblemError(
      400,
      "bad parameter",
      `parameter "${name}" is given ${value.length} times: give it once`,
    );
  if (typeof value === "string" && value.includes("\0"))
    throw new ProblemError(400, "bad parameter", `parameter "${name}" holds a NUL character`);
}

/** Parses parameters by a schema; throws a 400 that names the parameter, its value and the rule. */
export function parseParameters<S extends z.ZodObject>(
  schema: S,
  given: Readonly<Record<string, unknown>>,
): z.infer<S> {
  for (const [name, value] of Object.entries(given)) checkText(name, value);
  const parsed = schema.safeParse({ ...given });
  if (parsed.success) return parsed.data;
  const known = Object.keys(schema.shape).join(", ") || "none";
  const messages = parsed.error.issues.map((issue) => {
    if (issue.code === "unrecognized_keys")
      return `unknown parameter ${issue.keys.map((key) => `"${shown(key)}"`).join(", ")}: known are ${known}`;
    const name = String(issue.path[0]);
    const value = given[name];
    if (value === undefined) return `parameter "${name}" is missing`;
    return `parameter "${name}" is "${shown(value)}": ${issue.message.toLowerCase()}`;
  });
  throw new ProblemError(400, "bad parameter", messages.join("; "));
}
