// Sentences whose numbers can be asked about: words, and between them figures, each language in its own order.

import type { FigureRef } from "#client/model/figure_ref.ts";

/** A number as the sentence writes it, and the question that a press on it asks. */
export interface FigureText {
  readonly text: string;
  readonly of: FigureRef;
}

export type RichText = readonly (string | FigureText)[];

/** Puts words, figures and clauses together: rich`of every 100 about ${figure} are poor`. */
export function rich(
  words: TemplateStringsArray,
  ...parts: readonly (string | FigureText | RichText)[]
): (string | FigureText)[] {
  const found: (string | FigureText)[] = [];
  const put = (part: string | FigureText): void => {
    const last = found.at(-1);
    if (part === "") return;
    if (typeof part === "string" && typeof last === "string") found[found.length - 1] = last + part;
    else found.push(part);
  };
  words.forEach((word, at) => {
    put(word);
    const part = parts[at];
    if (part === undefined) return;
    if (typeof part === "string" || "of" in part) put(part);
    else part.forEach(put);
  });
  return found;
}

/** Puts clauses one after the other, with the same words between each two. */
export const joined = (clauses: readonly RichText[], between: string): RichText =>
  clauses.reduce<RichText>((all, clause, at) => (at === 0 ? clause : rich`${all}${between}${clause}`), []);

/** The sentence as text alone. */
export const plain = (sentence: RichText): string =>
  sentence.map((part) => (typeof part === "string" ? part : part.text)).join("");
