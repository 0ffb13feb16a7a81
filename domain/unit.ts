// Base units, and how each is shown to a person (万/亿, k/M, %). Ratios are 0–1 everywhere but here.

import { currencyWords, USUAL_CURRENCY } from "./currency.ts";
import { LANGUAGES, type Language } from "./language.ts";
import { pickText, type ProductText } from "./text.ts";

interface Unit {
  /** In a header, after the name; empty for a bare number. */
  readonly label: ProductText;
  /** Right behind the number. */
  readonly suffix: ProductText;
  /** What the stored number is multiplied with before it is shown (100 for a share shown in per cent). */
  readonly scale: number;
  /** Digits behind the point. */
  readonly digits: number;
  /** Whether large numbers are shortened to 万/亿 or k/M. */
  readonly shortens: boolean;
  /** Significant digits of a shortened number; without it one digit behind the point. */
  readonly significant?: number;
}

const none = { en: "", zh: "" };

/** Yuan, unless the territory has another currency (`moneyIn`). */
const MONEY = {
  label: { en: "yuan", zh: "元" },
  suffix: { en: " yuan", zh: " 元" },
  scale: 0.01,
  digits: 0,
  shortens: true,
  significant: 4,
};

export const UNITS = {
  share: {
    label: { en: "%", zh: "%" },
    suffix: { en: "%", zh: "%" },
    scale: 100,
    digits: 1,
    shortens: false,
  },
  index: { label: none, suffix: none, scale: 1, digits: 3, shortens: false },
  persons: { label: { en: "persons", zh: "人" }, suffix: none, scale: 1, digits: 0, shortens: true },
  households: { label: { en: "households", zh: "户" }, suffix: none, scale: 1, digits: 0, shortens: true },
  pupils: { label: { en: "pupils", zh: "名学生" }, suffix: none, scale: 1, digits: 0, shortens: true },
  teachers: { label: { en: "teachers", zh: "名教师" }, suffix: none, scale: 1, digits: 0, shortens: true },
  minutes: {
    label: { en: "minutes", zh: "分钟" },
    suffix: { en: " min", zh: " 分钟" },
    scale: 1,
    digits: 1,
    shortens: false,
  },
  points: {
    label: { en: "points", zh: "分" },
    suffix: { en: " pts", zh: " 分" },
    scale: 1,
    digits: 1,
    shortens: false,
  },
  metres: {
    label: { en: "metres", zh: "米" },
    suffix: { en: " m", zh: " 米" },
    scale: 1,
    digits: 0,
    shortens: true,
  },
  pupils_per_teacher: {
    label: { en: "pupils per teacher", zh: "名学生/教师" },
    suffix: none,
    scale: 1,
    digits: 1,
    shortens: false,
  },
  places: { label: { en: "places", zh: "个" }, suffix: none, scale: 1, digits: 0, shortens: true },
  per_pupil: { label: { en: "per pupil", zh: "每生" }, suffix: none, scale: 1, digits: 2, shortens: false },
  per_100: { label: { en: "per 100", zh: "每百人" }, suffix: none, scale: 1, digits: 1, shortens: false },
  pupil_minutes: {
    label: { en: "pupil minutes", zh: "学生·分钟" },
    suffix: none,
    scale: 1,
    digits: 0,
    shortens: true,
  },
  person_metres: {
    label: { en: "person metres", zh: "人·米" },
    suffix: none,
    scale: 1,
    digits: 0,
    shortens: true,
  },
  kilometres: {
    label: { en: "km", zh: "公里" },
    suffix: { en: " km", zh: " 公里" },
    scale: 1,
    digits: 1,
    shortens: false,
  },
  kbps: {
    label: { en: "Mbps", zh: "Mbps" },
    suffix: { en: " Mbps", zh: " Mbps" },
    scale: 0.001,
    digits: 0,
    shortens: false,
  },
  sq_kilometres: {
    label: { en: "km²", zh: "平方公里" },
    suffix: { en: " km²", zh: " 平方公里" },
    scale: 1,
    digits: 1,
    shortens: true,
  },
  hectares: {
    label: { en: "hectares", zh: "公顷" },
    suffix: { en: " ha", zh: " 公顷" },
    scale: 1,
    digits: 1,
    shortens: true,
  },
  hours: {
    label: { en: "hours", zh: "小时" },
    suffix: { en: " h", zh: " 小时" },
    scale: 1,
    digits: 1,
    shortens: false,
  },
  years: {
    label: { en: "years", zh: "年" },
    suffix: { en: " years", zh: " 年" },
    scale: 1,
    digits: 1,
    shortens: false,
  },
  per_1000: {
    label: { en: "per 1,000", zh: "每千人" },
    suffix: none,
    scale: 1,
    digits: 1,
    shortens: false,
  },
  per_100000: {
    label: { en: "per 100,000", zh: "每十万人" },
    suffix: none,
    scale: 1,
    digits: 1,
    shortens: false,
  },
  persons_per_sqkm: {
    label: { en: "persons per km²", zh: "人/平方公里" },
    suffix: none,
    scale: 1,
    digits: 1,
    shortens: true,
  },
  score: { label: none, suffix: none, scale: 1, digits: 2, shortens: false },
  /** Money in the currency of the territory, stored in hundredths. */
  money: MONEY,
  /** The same under the name that built-in indicators have for it. */
  yuan: MONEY,
  count: { label: none, suffix: none, scale: 1, digits: 0, shortens: true },
} as const satisfies Record<string, Unit>;

export type UnitId = keyof typeof UNITS;
export const UNIT_IDS = Object.keys(UNITS) as [UnitId, ...UnitId[]];

const isMoney = (unitId: UnitId): boolean => unitId === "money" || unitId === "yuan";

/** A unit where money is in `currency`. */
function unitIn(unitId: UnitId, currency: string, language: Language): Unit {
  const unit: Unit = UNITS[unitId];
  if (!isMoney(unitId) || currency === USUAL_CURRENCY) return unit;
  const { name, suffix } = currencyWords(currency, language);
  return {
    ...unit,
    label: { ...unit.label, [language]: name },
    suffix: { ...unit.suffix, [language]: suffix },
  };
}

/** A unit for the head of a column or behind a name. */
export const unitLabel = (unitId: UnitId, language: Language, currency = USUAL_CURRENCY): string =>
  pickText(unitIn(unitId, currency, language).label, language);

/** Half of the least step with which a number of a unit is printed, as it is stored: what is smaller is printed as 0. */
export const halfStep = (unitId: UnitId): number => 0.5 / 10 ** UNITS[unitId].digits / UNITS[unitId].scale;

const formats = new Map<string, Intl.NumberFormat>();

function decimal(value: number, digits: number, language: Language): string {
  const key = `${language}${digits}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(LANGUAGES[language].locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    formats.set(key, format);
  }
  const text = format.format(value).replace("-", "−");
  return /^−[0.,]+$/.test(text) ? text.slice(1) : text;
}

export interface FormatOptions {
  /** Leave the suffix off, for a column whose header has the unit. */
  readonly bare?: boolean;
  /** Write every digit instead of 万/亿 or k/M. */
  readonly whole?: boolean;
  /** Put a sign before positive numbers too. */
  readonly signed?: boolean;
  readonly digits?: number;
  /** What money is in, by ISO 4217; yuan where nothing is stated. */
  readonly currency?: string | undefined;
}

/** A stored number (share 0–1, money in fen, …) as text for a person: `0.2735` as `27.4%`, `34210` as `3.4 万`. */
export function formatValue(
  value: number,
  unitId: UnitId,
  language: Language,
  options: FormatOptions = {},
): string {
  const unit = unitIn(unitId, options.currency ?? USUAL_CURRENCY, language);
  const shown = value * unit.scale;
  const { numberSteps } = LANGUAGES[language];
  const step =
    unit.shortens && !options.whole ? numberSteps.find(({ from }) => Math.abs(shown) >= from) : undefined;
  const number = step
    ? decimal(
        shown / step.divisor,
        options.digits ?? digitsOfShortened(shown / step.divisor, unit),
        language,
      ) + step.mark
    : decimal(shown, options.digits ?? unit.digits, language);
  const sign = options.signed && shown > 0 && /[1-9]/.test(number) ? "+" : "";
  const suffix = options.bare ? "" : pickText(unit.suffix, language);
  return sign + number + (step && suffix ? LANGUAGES[language].gapBeforeUnit + suffix.trim() : suffix);
}

/** Digits behind the point of a number of 万, 亿, k, M. */
function digitsOfShortened(value: number, { significant }: Unit): number {
  if (significant === undefined) return 1;
  const before = Math.floor(Math.log10(Math.abs(value))) + 1;
  return Math.max(0, significant - before);
}

/** The difference of two values as text; a difference of shares is in percentage points. */
export function formatChange(
  change: number,
  unitId: UnitId,
  language: Language,
  { bare = false, currency = USUAL_CURRENCY }: Pick<FormatOptions, "bare" | "currency"> = {},
): string {
  const text = formatValue(change, unitId, language, { bare: true, signed: true });
  if (bare) return text;
  if (unitId === "share") return text + LANGUAGES[language].percentagePoints.suffix;
  return text + pickText(unitIn(unitId, currency, language).suffix, language);
}

/** The unit of a change for the head of a column: a share changes by percentage points. */
export function unitOfChange(unitId: UnitId, language: Language, currency = USUAL_CURRENCY): string {
  if (unitId === "share") return LANGUAGES[language].percentagePoints.head;
  return pickText(unitIn(unitId, currency, language).suffix, language).trim();
}
