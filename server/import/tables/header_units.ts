// Units that a header names, by which its numbers are to be multiplied: 万元, 千人, %, thousands.

/** From the longest to the shortest, so that 十万 is not taken for 万. */
const FACTORS: readonly (readonly [pattern: RegExp, factor: number, unit: string])[] = [
  [/[（(【[]\s*亿\p{L}{0,3}\s*[）)】\]]/u, 1e8, "亿"],
  [/[（(【[]\s*百万\p{L}{0,3}\s*[）)】\]]/u, 1e6, "百万"],
  [/[（(【[]\s*十万\p{L}{0,3}\s*[）)】\]]/u, 1e5, "十万"],
  [/[（(【[]\s*万\p{L}{0,3}\s*[）)】\]]/u, 1e4, "万"],
  [/[（(【[]\s*千\p{L}{0,3}\s*[）)】\]]/u, 1e3, "千"],
  [/[（(【[]\s*(?:in\s+)?millions?\b[^）)】\]]*[）)】\]]/iu, 1e6, "million"],
  [/[（(【[]\s*(?:(?:in\s+)?thousands?\b[^）)】\]]*|['’]?000s?)\s*[）)】\]]/iu, 1e3, "thousand"],
];
const PER_CENT = /[（(【[]\s*[%％]\s*[）)】\]]|[%％]\s*$/u;

/** The factor that a header names, and in what word; null where it names none. Per cent concerns statistics alone: of counts it makes no sense. */
export function unitInHeader(
  header: string,
  isStatistic: boolean,
): { readonly factor: number; readonly unit: string } | null {
  for (const [pattern, factor, unit] of FACTORS)
    // 千米, 千克, 千瓦 are units of their own.
    if (pattern.test(header) && !/千[米克瓦卡]/u.test(header)) return { factor, unit };
  return isStatistic && PER_CENT.test(header) ? { factor: 0.01, unit: "%" } : null;
}
