// Answers as bytes: JSON or text, plain or gzip.

import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { bodyOf, type Body } from "#server/read/body";
import { FileAnswer } from "./file_answer.ts";
import { TextAnswer } from "./text_answer.ts";

export const JSON_TYPE = "application/json; charset=utf-8";

/** Smaller bodies are sent as they are. */
const GZIP_FROM_BYTES = 1_400;

const packed = promisify(gzip);

/** The body of an answer, as gzip where that is wanted and pays; a file is packed already. */
export async function encode(answer: unknown, wantsGzip: boolean): Promise<Body> {
  if (answer instanceof FileAnswer) return bodyOf(answer.type, [answer.bytes], null, answer.fileName);
  const isText = answer instanceof TextAnswer;
  const bytes = Buffer.from(isText ? answer.text : JSON.stringify(answer));
  const isGzip = wantsGzip && bytes.length >= GZIP_FROM_BYTES;
  return bodyOf(
    isText ? answer.type : JSON_TYPE,
    [isGzip ? await packed(bytes) : bytes],
    isGzip ? "gzip" : null,
    isText ? answer.fileName : undefined,
  );
}
