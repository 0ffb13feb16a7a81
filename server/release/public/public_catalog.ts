// The catalogue of a public edition: what it shows, and nothing of what it does not.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { mayCarry } from "#domain/edition";
import { comparePeriods } from "#domain/period";
import { measureColumn, type ReleaseCatalog } from "#server/column_store/release_record";
import type { WrittenColumn } from "#server/release/column_writer";

/** The catalogue for these columns. Which tables departments brought stays inside. */
export function publicCatalog(catalog: ReleaseCatalog, entries: readonly WrittenColumn[]): ReleaseCatalog {
  const periods = new Map<string, Set<string>>();
  for (const { indicator, period, statistics } of entries)
    if (statistics.count > 0) periods.set(indicator, (periods.get(indicator) ?? new Set()).add(period));
  const indicators = catalog.indicators.flatMap((indicator): CatalogIndicator[] => {
    const own = periods.get(indicator.id);
    return own && mayCarry("public", indicator)
      ? [{ ...indicator, periods: [...own].sort(comparePeriods) }]
      : [];
  });
  const ids = new Set(indicators.map(({ id }) => id));
  return {
    ...catalog,
    indicators,
    lenses: catalog.lenses.map((lens) => {
      const own = lens.indicators.filter((id) => ids.has(id));
      const isKept = lens.defaultIndicator !== null && ids.has(lens.defaultIndicator);
      return {
        ...lens,
        indicators: own,
        defaultIndicator: isKept ? lens.defaultIndicator : (own[0] ?? null),
      };
    }),
    measures: catalog.measures.filter(({ id }) => periods.has(measureColumn(id))),
    tables: [],
    periods: [...new Set([...periods.values()].flatMap((own) => [...own]))].sort(comparePeriods),
  };
}

/** The columns that a public catalogue names: one without a single figure is not published at all. */
export function carriedBy(
  { indicators, measures }: Pick<ReleaseCatalog, "indicators" | "measures">,
  entries: readonly WrittenColumn[],
): WrittenColumn[] {
  const ids = new Set([...indicators.map(({ id }) => id), ...measures.map(({ id }) => measureColumn(id))]);
  return entries.filter(({ indicator }) => ids.has(indicator));
}
