// A text in several languages, and which of them a reader gets.

import { z } from "zod";
import { FALLBACK_LANGUAGE, type Language } from "./language.ts";

/** Text by BCP 47 language code, at least one; what a dataset says may be in languages that the interface has not. */
export const textSchema = z.record(z.string(), z.string());
export type Text = Readonly<Record<string, string>>;

/** Text in every language of the interface: what the product itself says. */
export type TextInAll = Readonly<Record<Language, string>>;

/** The text in `language`, else in the language to fall back on, else in whatever language there is, else "". */
export function pickText(text: Text, language: string): string {
  return text[language] ?? text[FALLBACK_LANGUAGE] ?? Object.values(text)[0] ?? "";
}
