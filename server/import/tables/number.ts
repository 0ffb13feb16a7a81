// Text of a cell → number or reason why there is none, in the many ways people write numbers.

import { MISSING, MISSING_REASONS, type Missing } from "#domain/missing";

/** What stands in cells instead of a number, lower case; a table adds its own and overrides these. */
export const MISSING_TEXTS: Readonly<Record<string, Missing>> = Object.fromEntries(
  MISSING_REASONS.flatMap((reason) => MISSING[reason].cellTexts.map((text) => [text, reason])),
);

interface ParsedNumber {
  readonly value: number;
  /** What had to be taken off: a rule id of a note, or null. */
  readonly oddity: "thousands_separator" | "full_width_digits" | "unit_in_cell" | null;
  /** The sign behind it, by which it was divided: "8.0%" is 0.08. */
  readonly sign: "%" | "‰" | null;
}

/** 1 234 567 or 1,234,567 with the marks at their places; Chinese and Indian groupings of four and two too. */
const GROUPED = /^[+-]?\d{1,4}(?:([, '’_.])\d{2,4})(?:\1\d{2,4})*(?:[.,]\d+)?$/;
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** Parses one number; null when the text is none. `decimal` is the mark before the fraction. */
export function parseNumber(text: string, decimal: "." | "," = "."): ParsedNumber | null {
  if (decimal === "." && PLAIN.test(text)) return { value: Number(text), oddity: null, sign: null };
  let rest = text
    .normalize("NFKC")
    .replace(/[−‐‑–]/g, "-")
    .replace(/\s/gu, " ")
    .trim();
  let oddity: ParsedNumber["oddity"] = rest === text ? null : "full_width_digits";
  // a unit of one: those of more (万, 千人) change the number and are none
  if (/^[\d.,]*\d\s?[人户名口个所间张村元]$/.test(rest)) {
    rest = rest.slice(0, -1).trimEnd();
    oddity = "unit_in_cell";
  }
  const sign = rest.endsWith("%") ? "%" : rest.endsWith("‰") ? "‰" : null;
  if (sign) rest = rest.slice(0, -1).trimEnd();
  const group = decimal === "." ? "," : ".";
  const [whole = "", fraction, ...more] = rest.split(decimal);
  if (more.length > 0) return null;
  if (GROUPED.test(whole) && (whole.includes(group) || /[ '’_]/.test(whole))) {
    const parts = whole.split(/[, '’_.]/);
    // every group but the first has three digits, or four as 万 has it
    const size = parts.at(-1)!.length;
    if (size < 3 || parts.slice(1).some((part) => part.length !== size)) return null;
    oddity ??= "thousands_separator";
    rest = parts.join("") + (fraction === undefined ? "" : `.${fraction}`);
  } else rest = fraction === undefined ? whole : `${whole}.${fraction}`;
  if (!PLAIN.test(rest)) return null;
  return { value: Number(rest) / (sign === "%" ? 100 : sign ? 1000 : 1), oddity, sign };
}
