// Codes in one form, without what spreadsheets do to them.

import type { CodeColumn } from "#server/import/profile/profile";

/** A code that a spreadsheet made a number with a fraction; a short one may be a code of two parts, such as 1.0. */
const WITH_FRACTION = /^(\d{4,})\.0+$/;
/** The apostrophe by which a spreadsheet keeps a number as text. */
const WITH_APOSTROPHE = /^['’‘`](?=\d)/;

/** What a profile says of the form of codes. */
export type CodeForm = Pick<CodeColumn, "strip" | "pad" | "prefix">;

/**
 * A code in one form: full-width digits narrowed, the marks of a spreadsheet taken off (990101001.0, '990101001), `strip` taken off
 * the front, zeros at the front restored up to `pad` digits, `prefix` put before.
 */
export function codeText(cell: string, { strip, pad, prefix = "" }: CodeForm = {}): string {
  let code = cell.normalize("NFKC").trim().replace(WITH_APOSTROPHE, "").replace(WITH_FRACTION, "$1");
  if (code === "") return code;
  if (strip !== undefined && code.startsWith(strip)) code = code.slice(strip.length);
  if (pad !== undefined && /^\d+$/.test(code)) code = code.padStart(pad, "0");
  return prefix + code;
}
