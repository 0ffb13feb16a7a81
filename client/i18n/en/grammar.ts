// English words of how words are put together: counting, joining, small numbers.

/** Names of people and places that a label may begin with; anywhere else in a label a capital says by itself that it is one. */
const NAMES = new Set([
  "Alkire",
  "Atkinson",
  "Engel",
  "Foster",
  "Gini",
  "Lorenz",
  "Sen",
  "Shapley",
  "Theil",
  "Yulu",
]);
/** Words that are small even where all others have capitals. */
const SMALL_WORDS = new Set("a an and as at by for from in of on or per than the to under with".split(" "));

/** Tells whether a word is an abbreviation (M0, LSOA, C) or a name, which keep their capitals. */
const keepsCapital = (word: string): boolean => {
  const [letters = ""] = /^[\p{L}\d]+/u.exec(word.replace(/^\P{L}+/u, "")) ?? [];
  return /\d|\p{Lu}.*\p{Lu}/u.test(letters) || /^[B-HJ-Z]$/.test(letters) || NAMES.has(letters);
};

/** Lowers one label: its first word, or all of them where every word has a capital. */
function lowerLabel(label: string): string {
  const words = label.split(" ");
  const isTitle = words.slice(1).every((word) => SMALL_WORDS.has(word) || !/^\P{L}*\p{Ll}/u.test(word));
  return words
    .map((word, at) => {
      const isUnit = /\d$/.test(words[at - 1] ?? "");
      return (at === 0 || isTitle) && !isUnit && !keepsCapital(word) ? word.toLowerCase() : word;
    })
    .join(" ");
}

/**
 * Writes a label (or a sum of labels, "Pupils + 2 × Teachers") for the middle of a sentence. Labels have a capital at the
 * beginning only, as in a sentence, or on every word, as in a title; abbreviations and names keep theirs in both.
 */
export const lower = (text: string): string =>
  text.replaceAll(/(?:(?! [+−×] |: ).)+/g, (label) => label.replace(/(?<=^[^\p{L}\d]*)\p{L}.*/u, lowerLabel));

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
