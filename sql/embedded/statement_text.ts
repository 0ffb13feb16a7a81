// A statement as it may stand in a log: its words, without a value, which may be personal.

import type { Series } from "./wire.ts";

const SHOWN_LENGTH = 120;
const VALUES = /'(?:[^']|'')*'?|\$(\w*)\$[^]*?(?:\$\1\$|$)|\b\d[\d.]*\b/g;

/** Text of the first message of a series that has one; null for one that only goes on with what was parsed before. */
function sqlOf({ bytes }: Series): string | null {
  for (let at = 0; at + 5 <= bytes.length; at += 1 + bytes.readInt32BE(at + 1)) {
    const type = bytes[at];
    const from = type === 0x51 ? at + 5 : type === 0x50 ? bytes.indexOf(0, at + 5) + 1 : 0;
    if (from > 0) return bytes.toString("utf8", from, bytes.indexOf(0, from));
  }
  return null;
}

/** The beginning of a statement with `…` for every literal and number in it. */
export const statementText = (series: Series): string =>
  (sqlOf(series) ?? "prepared before")
    .replace(VALUES, "…")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, SHOWN_LENGTH);
