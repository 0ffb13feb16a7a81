// Bytes → text: byte order marks, encodings, and line ends as files of departments have them.

import type { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault, unreadable } from "#server/import/findings/import_fault";

/** Node's longest string is a little over this many characters. */
const MAX_TEXT_BYTES = 2 ** 29 - 64;

/** Of the characters beyond ASCII this share must be common Chinese ones before bytes are taken for GB 18030. */
const CHINESE_SHARE = 0.8;

const BOMS: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
];

/** 1-based line of a byte, lines ending with CR LF, LF or CR alone. */
function lineOf(bytes: Buffer, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i++) if (bytes[i] === 0x0a || (bytes[i] === 0x0d && bytes[i + 1] !== 0x0a)) line++;
  return line;
}

/** First byte that is not UTF-8 as RFC 3629 has it; the length when all are. */
function firstBadByte(bytes: Buffer): number {
  const decodes = (end: number, stream: boolean): boolean => {
    try {
      // `stream` forgives a character cut off at the end
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, end), { stream });
      return true;
    } catch {
      return false;
    }
  };
  if (decodes(bytes.length, false)) return bytes.length;
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (decodes(middle, true)) low = middle;
    else high = middle - 1;
  }
  while (!decodes(low, false)) low--;
  return low;
}

/** Whether bytes are GB 18030 and not Western: pairs in the rows of common characters and punctuation (GB 2312 rows 1–3, 16–55). */
function isChinese(bytes: Buffer): boolean {
  let common = 0;
  let others = 0;
  for (let i = 0; i < bytes.length; i++) {
    const first = bytes[i]!;
    if (first < 0x80) continue;
    const second = bytes[i + 1] ?? 0;
    const isCommon = second >= 0xa1 && ((first >= 0xb0 && first <= 0xd7) || (first >= 0xa1 && first <= 0xa3));
    if (isCommon) {
      common++;
      i++;
    } else others++;
  }
  return common > 0 && common / (common + others) >= CHINESE_SHARE;
}

/** The likely encoding of bytes that are not UTF-8. */
export const guessEncoding = (bytes: Buffer): string => (isChinese(bytes) ? "gb18030" : "windows-1252");

/** Whether `bytes` are UTF-8. */
export const isUtf8 = (bytes: Buffer): boolean => firstBadByte(bytes) === bytes.length;

const markOf = (bytes: Buffer) => BOMS.find((mark) => mark.bytes.every((byte, i) => bytes[i] === byte));

/** Whether `bytes` are text, as far as their beginning shows: marked as such, or nearly without control characters. */
export function isText(bytes: Buffer): boolean {
  if (markOf(bytes)) return true;
  const head = bytes.subarray(0, 65536);
  const controls = head.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length;
  return !head.includes(0) && controls <= head.length / 20;
}

function assertText(file: string, bytes: Buffer): void {
  if (!isText(bytes)) throw unreadable(file, "is binary data where text is expected");
  if (bytes.length > MAX_TEXT_BYTES)
    throw new ImportFault(`has ${bytes.length} bytes of text: at most ${MAX_TEXT_BYTES} are read at once`, {
      rule: "file_too_big",
      file,
      action: "nothing was read; split the file",
    });
}

/** Decodes `bytes`, by their mark, else as UTF-8, else as GB 18030 or windows-1252; `encoding` overrides the guess. */
export function decodeText(file: string, bytes: Buffer, log: FindingLog, encoding?: string): string {
  const bom = markOf(bytes);
  if (bom) {
    log.add({
      severity: "note",
      rule: "byte_order_mark",
      file,
      message: `starts with a byte order mark of ${bom.encoding}`,
      action: "left out",
    });
    return new TextDecoder(bom.encoding).decode(bytes);
  }
  assertText(file, bytes);
  if (encoding !== undefined) return new TextDecoder(encoding).decode(bytes);
  const bad = firstBadByte(bytes);
  if (bad === bytes.length) return new TextDecoder("utf-8").decode(bytes);
  const guess = guessEncoding(bytes);
  const line = lineOf(bytes, bad);
  log.add({
    severity: "warning",
    rule: "not_utf8",
    file,
    row: line > 1 ? line - 1 : null,
    value: bytes.subarray(bad, bad + 4).toString("hex"),
    message: `byte ${bad + 1} in line ${line} is not UTF-8`,
    action: `the file was read as ${guess}; set "encoding" in the profile if that is wrong`,
  });
  return new TextDecoder(guess).decode(bytes);
}

/** Reports line ends other than LF or CR LF throughout; every kind is read. */
export function checkLineEnds(file: string, text: string, log: FindingLog): void {
  const crlf = text.match(/\r\n/g)?.length ?? 0;
  const lf = (text.match(/\n/g)?.length ?? 0) - crlf;
  const cr = (text.match(/\r/g)?.length ?? 0) - crlf;
  const kinds = [crlf && `${crlf} × CR LF`, lf && `${lf} × LF`, cr && `${cr} × CR alone`].filter(Boolean);
  if (cr === 0 && kinds.length <= 1) return;
  log.add({
    severity: "note",
    rule: "line_ends",
    file,
    value: kinds.join(", "),
    message: `lines end with ${kinds.join(", ")}`,
    action: "each was taken as a line end",
  });
}
