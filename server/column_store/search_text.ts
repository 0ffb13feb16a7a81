// The form of names and codes in which they are searched: lower case, without accents, one per line.

import type { Text } from "#domain/text";

/** Lower-cases, drops accents and squeezes white space. */
export const foldText = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();

/** Joins code and names, each between line ends, so that a whole and a beginning differ from a part. */
export const searchText = (code: string, names: Text): string =>
  `\n${[code, ...new Set(Object.values(names))].map(foldText).join("\n")}\n`;
