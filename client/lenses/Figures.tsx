// Indicators as figures in a row of cards, each with its name and where it comes from.

import { useWords } from "#client/i18n/words.ts";
import { AreaFigureLink } from "#client/figures/AreaFigureLink.tsx";
import type { IndicatorValue } from "./indicator_value.ts";

export function Figures({ known }: { readonly known: readonly IndicatorValue[] }) {
  const words = useWords();
  return (
    <ul className="lens-summary is-fit">
      {known.map(({ indicator, value }) => (
        <li key={indicator.id}>
          <AreaFigureLink indicator={indicator}>{words.number(value, indicator.unit)}</AreaFigureLink>
          <small>{words.label(indicator.label)}</small>
        </li>
      ))}
    </ul>
  );
}
