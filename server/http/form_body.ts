// The fields and files that a form sends, multipart or not.

import express, { type Request, type Response } from "express";
import { ProblemError } from "#server/errors";
import { shown } from "./parameters.ts";

const FORM_TYPES = ["multipart/form-data", "application/x-www-form-urlencoded"];
/** Fields that a form of ours never has more of. */
const MAX_FIELDS = 30;

const tooMany = (): ProblemError =>
  new ProblemError(400, "bad body", `the form has more than ${MAX_FIELDS} fields`);

export interface FormBody {
  /** Text by name; of several of one name the last. */
  readonly fields: Readonly<Record<string, string>>;
  /** Files by name that are not empty: a form sends an empty one where none was chosen. */
  readonly files: Readonly<Record<string, Buffer>>;
}

/** What stands before every part of a form, as it is sent. */
function separatorOf(type: string): string {
  if (!/^\s*multipart\//i.test(type)) return "&";
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type) ?? [];
  return `--${quoted ?? bare ?? ""}`;
}

/** Whether a body has more fields than a form of ours; counted before it is taken apart, which takes long for very many. */
function hasTooMany(body: Buffer, type: string): boolean {
  const separator = separatorOf(type);
  let count = 0;
  for (let at = body.indexOf(separator); at >= 0; at = body.indexOf(separator, at + separator.length))
    // A form of several parts also ends with one.
    if (++count > MAX_FIELDS + 1) return true;
  return false;
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
  // Without a body there is none to read.
  const body = Buffer.isBuffer(req.body) ? (req.body as Buffer<ArrayBuffer>) : Buffer.alloc(0);
  if (hasTooMany(body, type)) throw tooMany();
  const data = await new globalThis.Response(body, {
    headers: { "content-type": type },
  })
    .formData()
    .catch((error: Error) => {
      throw new ProblemError(400, "bad body", `the form cannot be read: ${error.message.toLowerCase()}`);
    });
  const entries = [...data];
  if (entries.length > MAX_FIELDS) throw tooMany();
  // A field may have any name, `__proto__` too.
  const fields = Object.create(null) as Record<string, string>;
  const files = Object.create(null) as Record<string, Buffer>;
  for (const [name, value] of entries)
    if (typeof value === "string") fields[name] = value;
    else if (value.size > 0) files[name] = Buffer.from(await value.arrayBuffer());
  return { fields, files };
}
