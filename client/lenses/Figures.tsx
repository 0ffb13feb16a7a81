// Indicators as figures in a row of cards, each with its name and where it comes from.

import { useWords } from "../i18n/words.ts";
import { Provenance } from "../profile/Provenance.tsx";
import type { Known } from "./known.ts";

export function Figures({ known }: { readonly known: readonly Known[] }) {
  const words = useWords();
  return (
    <ul className="trio is-fit">
      {known.map(({ indicator, entry, value }, at) => (
        <li key={indicator.id}>
          <Provenance entry={entry} indicator={indicator} align={at % 3 === 2 ? "right" : "left"}>
            {words.number(value, indicator.unit)}
          </Provenance>
          <small>{words.text(indicator.label)}</small>
        </li>
      ))}
    </ul>
  );
}
