// Currencies by ISO 4217, as the runtime knows them; money is stored in hundredths of any.

import { z } from "zod";
import { LANGUAGES, type Language } from "./language.ts";

/** What money is in where a dataset does not say. */
export const USUAL_CURRENCY = "CNY";

export const currencySchema = z
  .string()
  .refine(
    (code) => Intl.supportedValuesOf("currency").includes(code),
    "a currency is a code of ISO 4217, such as CNY, KHR, PHP",
  );

/** The name of a currency inside a sentence, and what stands behind a number. */
export function currencyWords(code: string, language: Language): { name: string; suffix: string } {
  const name = new Intl.DisplayNames(LANGUAGES[language].locale, { type: "currency" }).of(code) ?? code;
  return { name, suffix: ` ${code}` };
}
