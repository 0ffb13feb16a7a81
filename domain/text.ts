// A text in several languages, and which of them a reader gets.

import { z } from "zod";
import { FALLBACK_LANGUAGE } from "./language.ts";

/**
 * Text by BCP 47 language code, at least one; what a dataset says may be in languages that the interface has not. Labels are
 * written as inside a sentence. What a language calls otherwise from some year on stands beside it: `zh-x-from2021`.
 */
export const textSchema = z.record(z.string(), z.string());
export type Text = Readonly<Record<string, string>>;

/** What the product itself says: always in English and Chinese; a further language falls back until it is translated. */
export type ProductText = Text & { readonly en: string; readonly zh: string };

const LATER = /^(.+)-x-from(\d{4})$/;

/** Text in `language`, else in English, else in whatever language there is, else ""; in the words of `period` where one is given. */
export function pickText(text: Text, language: string, period: string | null = null): string {
  const later = Object.keys(text).flatMap((tag) => {
    const [, own, year] = LATER.exec(tag) ?? [];
    return own === language && period !== null && year! <= period.slice(0, 4) ? [tag] : [];
  });
  const latest = later.sort().at(-1);
  return text[latest ?? language] ?? text[FALLBACK_LANGUAGE] ?? Object.values(text)[0] ?? "";
}

/** The languages that a text is written in, in order. */
export const languagesOf = (text: Text): string[] =>
  Object.keys(text)
    .filter((tag) => !LATER.test(tag))
    .sort();

/** Text in the first language other than `language`, null where there is none or it reads the same. */
export function otherText(text: Text, language: string): string | null {
  const tag = Object.keys(text).find((own) => own !== language && !LATER.test(own));
  const other = tag === undefined ? null : text[tag]!;
  return other !== pickText(text, language) ? other : null;
}
