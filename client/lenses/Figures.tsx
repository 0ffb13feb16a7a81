// Indicators as figures in a row of cards, each with its name and where it comes from.

import { useWords } from "#client/i18n/words.ts";
import { Provenance } from "#client/figures/AreaFigureLink.tsx";
import type { Known } from "./indicator_value.ts";

export function Figures({ known }: { readonly known: readonly Known[] }) {
  const words = useWords();
  return (
    <ul className="trio is-fit">
      {known.map(({ indicator, value }) => (
        <li key={indicator.id}>
          <Provenance indicator={indicator}>{words.number(value, indicator.unit)}</Provenance>
          <small>{words.text(indicator.label)}</small>
        </li>
      ))}
    </ul>
  );
}
