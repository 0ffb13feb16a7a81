// A text in several languages, and how one is picked for a reader.

/** Text by BCP 47 language code. At least one entry; `en` and `zh` for everything the product itself says. */
export type Text = Readonly<Record<string, string>>;

/** Gives the text in `language`, else in English, else in whatever language there is, else "". */
export function pickText(text: Text, language: string): string {
  return text[language] ?? text["en"] ?? Object.values(text)[0] ?? "";
}
