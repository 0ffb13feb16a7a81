// Answers as bytes: JSON or text, plain or gzip.

import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { bodyOf, type Body } from "#server/read/body";
import { Turns } from "#server/read/turns";
import { FileAnswer } from "./file_answer.ts";
import { TextAnswer } from "./text_answer.ts";

export const JSON_TYPE = "application/json; charset=utf-8";

/** Smaller bodies are sent as they are. */
const GZIP_FROM_BYTES = 1_400;

const packed = promisify(gzip);

/** Entries of a list that are written at a time. */
const SLICE = 500;

/** JSON of a list, a slice at a time. */
async function listToJson(list: readonly unknown[], turns: Turns): Promise<string> {
  const slices: string[] = [];
  for (let at = 0; at < list.length; at += SLICE) {
    slices.push(JSON.stringify(list.slice(at, at + SLICE)).slice(1, -1));
    await turns.pass();
  }
  return `[${slices.join(",")}]`;
}

/** JSON of an answer, as JSON.stringify writes it; long lists in it let other requests have their turn. */
export async function toJson(answer: unknown): Promise<string> {
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return JSON.stringify(answer);
  const turns = new Turns();
  const fields: string[] = [];
  for (const [key, value] of Object.entries(answer)) {
    if (value === undefined) continue;
    const text = Array.isArray(value) ? await listToJson(value, turns) : JSON.stringify(value);
    fields.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${fields.join(",")}}`;
}

/** The body of an answer, as gzip where that is wanted and pays; a file is packed already. */
export async function encode(answer: unknown, wantsGzip: boolean): Promise<Body> {
  if (answer instanceof FileAnswer) return bodyOf(answer.type, [answer.bytes], null, answer.fileName);
  const isText = answer instanceof TextAnswer;
  const bytes = Buffer.from(isText ? answer.text : await toJson(answer));
  const isGzip = wantsGzip && bytes.length >= GZIP_FROM_BYTES;
  return bodyOf(
    isText ? answer.type : JSON_TYPE,
    [isGzip ? await packed(bytes) : bytes],
    isGzip ? "gzip" : null,
    isText ? answer.fileName : undefined,
  );
}
