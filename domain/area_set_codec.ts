// Sets of area codes as short text for addresses: sorted, each without what it shares with the one before.

import { z } from "zod";
import { CODE_PATTERN } from "./id.ts";

/** Most codes in a set; children that are all there go as their parent. */
export const MAX_SET_CODES = 2000;

const SEPARATOR = "~";

const shared = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return Math.min(length, 35);
};

/** A set as text: every code after the first as the length of the shared beginning in base 36 and the rest. */
export function packCodes(codes: Iterable<string>): string {
  const sorted = [...new Set(codes)].sort();
  return sorted
    .map((code, i) => {
      if (i === 0) return code;
      const length = shared(sorted[i - 1]!, code);
      return length.toString(36) + code.slice(length);
    })
    .join(SEPARATOR);
}

/** The codes of a set; null when it is malformed, empty or too large. */
export function unpackCodes(text: string): string[] | null {
  const codes: string[] = [];
  for (const [i, part] of text.split(SEPARATOR).entries()) {
    const before = codes[i - 1] ?? "";
    const length = i === 0 ? 0 : Number.parseInt(part[0] ?? "", 36);
    if (Number.isNaN(length) || length > before.length) return null;
    codes.push(before.slice(0, length) + part.slice(i === 0 ? 0 : 1));
  }
  return codes.length <= MAX_SET_CODES && codes.every((code) => CODE_PATTERN.test(code)) ? codes : null;
}

/** A set of codes in a query. */
export const packedCodesSchema = z.string().transform((text, context) => {
  const codes = unpackCodes(text);
  if (codes) return codes;
  context.addIssue(`write 1 to ${MAX_SET_CODES} area codes, each after the first as shared length and rest`);
  return z.NEVER;
});
