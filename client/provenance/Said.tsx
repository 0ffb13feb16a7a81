// A sentence on the screen: its numbers are figures.

import type { Sentence } from "../i18n/said.ts";
import { Figure } from "./Figure.tsx";

export const Said = ({ of }: { readonly of: Sentence }) =>
  of.map((part, at) =>
    typeof part === "string" ? (
      part
    ) : (
      <Figure key={at} of={part.of}>
        {part.text}
      </Figure>
    ),
  );
