// English words of how words are put together: counting, joining, small numbers.

/** For the middle of a sentence; abbreviations such as M0 and P1, and units behind a number, stay as they are. */
export const lower = (text: string): string =>
  text.replaceAll(/(?<!\d )\S+/g, (word) => (/\d|^\p{Lu}{2}/u.test(word) ? word : word.toLowerCase()));

const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

export const grammar = {
  count: (n: string, singular: string, plural: string, isOne: boolean) =>
    `${n} ${lower(isOne ? singular : plural)}`,
  plural: (singular: string, plural: string | undefined) => plural ?? singular,
  lower,
  join: (parts: readonly string[]) => parts.join(" · "),
  pair: (a: string, b: string) => `${a}: ${b}`,
  unitSuffix: (unit: string) => ` (${unit})`,
  times: "×",

  smallNumber: (n: number) => SMALL[n] ?? String(n),
};
