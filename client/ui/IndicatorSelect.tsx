// Indicators in one native list, grouped by lens.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { LENSES } from "#domain/lens";
import type { LensId } from "#domain/lens";
import { useWords } from "#client/i18n/words.ts";

export interface IndicatorSelectProps {
  /** Name for those who do not see a label beside it. */
  readonly label?: string;
  readonly indicators: readonly CatalogIndicator[];
  /** Groups, in this order. */
  readonly lenses: readonly LensId[];
  /** Id of the chosen one; empty for none. */
  readonly chosen: string;
  /** What stands where none is chosen. */
  readonly none?: string;
  onChoose(indicator: CatalogIndicator): void;
}

export function IndicatorSelect({ label, indicators, lenses, chosen, none, onChoose }: IndicatorSelectProps) {
  const words = useWords();
  return (
    <select
      aria-label={label}
      value={chosen}
      onChange={({ target }) => onChoose(indicators.find(({ id }) => id === target.value)!)}
    >
      {none !== undefined && (
        <option value="" disabled hidden>
          {none}
        </option>
      )}
      {lenses.map((lens) => (
        <optgroup key={lens} label={words.label(LENSES[lens].label)}>
          {indicators
            .filter((indicator) => indicator.lens === lens)
            .map((indicator) => (
              <option key={indicator.id} value={indicator.id}>
                {words.title(indicator)}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}
