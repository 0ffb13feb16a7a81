// Languages of the interface: a row each, and what differs between them. Their words are in client/i18n.

/** Large numbers are divided and marked: `34210` is `34.2k` or `3.4 万`. */
interface NumberStep {
  /** From this size on, as shown. */
  readonly from: number;
  readonly divisor: number;
  readonly mark: string;
}

interface LanguageRow {
  /** BCP 47 tag of the page. */
  readonly htmlLang: string;
  /** BCP 47 tag of the formats of numbers. */
  readonly locale: string;
  /** What it calls itself. */
  readonly name: string;
  /** Between the mark of a step and the unit: 5,527 万元, 55.27M yuan. */
  readonly gapBeforeUnit: string;
  /** From the largest down. */
  readonly numberSteps: readonly NumberStep[];
  /** Unit of a difference of shares: behind the number, and in the head of a column. */
  readonly percentagePoints: { readonly suffix: string; readonly head: string };
}

export const LANGUAGES = {
  en: {
    htmlLang: "en",
    locale: "en-GB",
    name: "English",
    gapBeforeUnit: " ",
    numberSteps: [
      { from: 1e9, divisor: 1e9, mark: "bn" },
      { from: 1e6, divisor: 1e6, mark: "M" },
      { from: 1e4, divisor: 1e3, mark: "k" },
    ],
    percentagePoints: { suffix: " pp", head: "pp" },
  },
  zh: {
    htmlLang: "zh-CN",
    locale: "zh-CN",
    name: "中文",
    gapBeforeUnit: "",
    numberSteps: [
      { from: 1e8, divisor: 1e8, mark: " 亿" },
      { from: 1e4, divisor: 1e4, mark: " 万" },
    ],
    percentagePoints: { suffix: " 个百分点", head: "百分点" },
  },
} as const satisfies Record<string, LanguageRow>;

export type Language = keyof typeof LANGUAGES;
export const LANGUAGE_IDS = Object.keys(LANGUAGES) as [Language, ...Language[]];

/** The language of a text that is not there in the reader's, and of a reader whose languages the interface has not. */
export const FALLBACK_LANGUAGE = "en" satisfies Language;

/** The language that a button next to `language` changes to: the next row, after the last one the first. */
export const nextLanguage = (language: Language): Language =>
  LANGUAGE_IDS[(LANGUAGE_IDS.indexOf(language) + 1) % LANGUAGE_IDS.length]!;
