// Which indicators a reader looks for: by words, lens and theme.

import type { CatalogIndicator } from "#domain/contract/catalog";

export interface Filter {
  /** Words that must all occur, in any language or in the id. */
  readonly words: string;
  /** Null for all. */
  readonly lens: string | null;
  readonly theme: string | null;
}

const fold = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

const textOf = ({ id, label, symbol, description, department, formula }: CatalogIndicator): string =>
  fold(
    [
      id,
      symbol ?? "",
      ...Object.values(label),
      ...Object.values(description ?? {}),
      ...Object.values(department ?? {}),
      formula,
    ].join(" "),
  );

/** Whether every word occurs somewhere in the texts of the indicator. */
function matches(indicator: CatalogIndicator, words: string): boolean {
  const text = textOf(indicator);
  return fold(words)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The indicators that pass the filter, in their order. */
export const filterIndicators = (
  indicators: readonly CatalogIndicator[],
  { words, lens, theme }: Filter,
): CatalogIndicator[] =>
  indicators.filter(
    (indicator) =>
      (lens === null || indicator.lens === lens) &&
      (theme === null || indicator.theme === theme) &&
      matches(indicator, words),
  );
