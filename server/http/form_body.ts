// The fields and files that a form sends, multipart or not.

import express, { type Request, type Response } from "express";
import { ProblemError } from "#server/errors";
import { shown } from "./parameters.ts";

const FORM_TYPES = ["multipart/form-data", "application/x-www-form-urlencoded"];
/** Fields that a form of ours never has more of. */
const MAX_FIELDS = 30;

export interface FormBody {
  /** Text by name; of several of one name the last. */
  readonly fields: Readonly<Record<string, string>>;
  /** Files by name that are not empty: a form sends an empty one where none was chosen. */
  readonly files: Readonly<Record<string, Buffer>>;
}

/** Whether a body may come from a form of this site: another site's names its own, and tools that are no browsers name none. */
export function isSameOrigin({ headers }: Pick<Request, "headers">, publicOrigin: string | null): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  const { origin } = headers;
  if (origin === undefined) return true;
  if (origin === publicOrigin) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.host;
}

/** Reads the body of a form of at most `maxBytes`; throws a 413, a 415 or a 400. */
export async function readFormBody(req: Request, res: Response, maxBytes: number): Promise<FormBody> {
  const type = req.headers["content-type"] ?? "";
  if (!req.is(FORM_TYPES))
    throw new ProblemError(
      415,
      "unsupported media type",
      `content-type is "${shown(type)}": a form sends ${FORM_TYPES.join(" or ")}`,
    );
  await new Promise<void>((resolve, reject) => {
    express.raw({ type: FORM_TYPES, limit: maxBytes })(req, res, (error?: unknown) => {
      if (!error) return resolve();
      // The rest is read and dropped: who is cut off while sending never sees the answer.
      req.resume();
      reject(
        (error as { type?: string }).type === "entity.too.large"
          ? new ProblemError(413, "body too large", `the form is larger than ${maxBytes} bytes`)
          : (error as Error),
      );
    });
  });
  const data = await new globalThis.Response(req.body as Buffer<ArrayBuffer>, {
    headers: { "content-type": type },
  })
    .formData()
    .catch((error: Error) => {
      throw new ProblemError(400, "bad body", `the form cannot be read: ${error.message.toLowerCase()}`);
    });
  const entries = [...data];
  if (entries.length > MAX_FIELDS)
    throw new ProblemError(400, "bad body", `the form has ${entries.length} fields: at most ${MAX_FIELDS}`);
  const fields: Record<string, string> = {};
  const files: Record<string, Buffer> = {};
  for (const [name, value] of entries)
    if (typeof value === "string") fields[name] = value;
    else if (value.size > 0) files[name] = Buffer.from(await value.arrayBuffer());
  return { fields, files };
}
