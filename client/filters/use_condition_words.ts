// A condition in words: "over 30 min, up to 60 min".

import type { Condition } from "#domain/condition";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { useWords } from "#client/i18n/words.ts";

/** Writes the bounds of a condition. */
export function useConditionWords(): (condition: Condition, indicator: CatalogIndicator) => string {
  const words = useWords();
  const { filters } = words.t;
  return ({ low, high }, { unit }) => {
    const written = (value: number): string => {
      const text = words.number(value, unit, { whole: true });
      return text === words.number(0, unit, { whole: true }) && value !== 0
        ? words.number(value, unit, { whole: true, digits: 4 })
        : text;
    };
    const parts = [
      ...(low ? [filters.above(written(low.value), low.isIncluded)] : []),
      ...(high ? [filters.below(written(high.value), high.isIncluded)] : []),
    ];
    return parts.length === 0 ? filters.any : parts.join(filters.and);
  };
}
