// Invented names in Chinese and in pinyin, unique within their parent.

import type { Text } from "#domain/text";
import { mix, uniform } from "./random.ts";
import { AUSPICIOUS, FEATURES, PLACES, QUALIFIERS, type Syllable } from "./syllables.ts";

/** First halves and characters of the names of real divisions of the first order; no invented province uses them. */
export const REAL_PROVINCES: readonly string[] = (
  "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 " +
  "四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 台湾 香港 澳门"
).split(" ");

/** The province of the default demo. */
const FIRST_PROVINCE = stem({ zh: "青", en: "qing" }, { zh: "云", en: "yun" });

export type Setting = keyof typeof PLACES;

/** Joins syllables to a word of pinyin, with an apostrophe where the second would be read with the first: Chang'an. */
function stem(first: Syllable, second: Syllable): Text {
  const word = first.en + (/^[aeo]/.test(second.en) ? "'" : "") + second.en;
  return { zh: first.zh + second.zh, en: word[0]!.toUpperCase() + word.slice(1) };
}

const pick = <T>(list: readonly T[], share: number): T => list[Math.floor(share * list.length)]!;

/** Draws from `make` until the Chinese and the English name are both new among `taken`, and adds them to it. */
function drawNew(seed: number, taken: Set<string>, make: (seed: number, attempt: number) => Text): Text {
  for (let attempt = 0; attempt < 1_000; attempt++) {
    const name = make(mix(seed, attempt), attempt);
    if (taken.has(name["zh"]!) || taken.has(name["en"]!)) continue;
    taken.add(name["zh"]!).add(name["en"]!);
    return name;
  }
  throw new RangeError(`no name left beside ${taken.size / 2} others`);
}

/** The stem of a province, prefecture, county or township: 清溪, Qingxi. */
export function regionStem(seed: number, taken: Set<string>): Text {
  return drawNew(seed, taken, (seed) => {
    let first = pick(AUSPICIOUS, uniform(seed, 0));
    const second = pick(FEATURES, uniform(seed, 1));
    if (first.zh === second.zh) first = AUSPICIOUS[0]!;
    return stem(first, second);
  });
}

/** The stem of a province; the first is always 青云, Qingyun, and none is a real one. */
export function provinceStem(seed: number, taken: Set<string>, index: number): Text {
  if (index === 0) {
    taken.add(FIRST_PROVINCE["zh"]!).add(FIRST_PROVINCE["en"]!);
    return FIRST_PROVINCE;
  }
  for (let attempt = 0; ; attempt++) {
    const name = regionStem(mix(seed, attempt), taken);
    if (!REAL_PROVINCES.includes(name["zh"]!)) return name;
  }
}

/** The stem of a village after the place it lies at: 上坡, Shangpo; a longer one where the short ones are taken. */
export function villageStem(seed: number, taken: Set<string>, at: Setting): Text {
  return drawNew(seed, taken, (seed, attempt) => {
    const first = pick(QUALIFIERS, uniform(seed, 0));
    const second = pick(PLACES[at], uniform(seed, 1));
    const short = stem(first, second);
    if (attempt < 3 && uniform(seed, 2) > 0.12) return short;
    const before = pick(QUALIFIERS.slice(0, 18), uniform(seed, 3));
    return {
      zh: before.zh + short["zh"]!,
      en: before.en[0]!.toUpperCase() + before.en.slice(1) + short["en"]!.toLowerCase(),
    };
  });
}

/** Adds what kind of area it is: 清溪 + 县 → 清溪县, Qingxi County. */
export const named = (stem: Text, zh: string, en: string): Text => ({
  zh: stem["zh"]! + zh,
  en: `${stem["en"]!} ${en}`,
});
