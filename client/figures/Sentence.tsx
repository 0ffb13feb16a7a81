// A sentence on the screen: its numbers are figures.

import type { RichText } from "#client/i18n/rich_text.ts";
import { Figure } from "./Figure.tsx";

/** What no line may begin with stays with the figure before it; browsers would part them, since a figure is a button. */
const CLOSING = /^[\p{Pe}\p{Pf}.,;:!?。，；：！？、]+/u;

const closingOf = (part: RichText[number] | undefined): string =>
  typeof part === "string" ? (CLOSING.exec(part)?.[0] ?? "") : "";

export const Sentence = ({ of }: { readonly of: RichText }) =>
  of.map((part, at) => {
    if (typeof part === "string")
      return typeof of[at - 1] === "object" ? part.slice(closingOf(part).length) : part;
    return (
      <span className="figure-text" key={at}>
        <Figure of={part.of}>{part.text}</Figure>
        {closingOf(of[at + 1])}
      </span>
    );
  });
