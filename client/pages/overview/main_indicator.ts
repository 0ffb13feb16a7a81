// The indicator that the overview is about: who is poor, in people.

import type { Catalog, CatalogIndicator } from "#domain/contract/catalog";
import { NEED_LENS } from "#domain/lens";
import { unitOfTerm } from "#client/model/shortfall.ts";

/** Multidimensional poverty, which the sentence has words for. */
export const POOR = "multidimensional_headcount_ratio";

/** Multidimensional poverty; without it the first of the need of which more is worse and which counts people or households. */
export function mainIndicator(catalog: Pick<Catalog, "indicators" | "measures">): CatalogIndicator | null {
  const counts = ({ numerator }: CatalogIndicator): boolean => {
    const unit = unitOfTerm(numerator, catalog);
    return unit === "persons" || unit === "households";
  };
  const needs = catalog.indicators.filter(
    (indicator) =>
      indicator.lens === NEED_LENS && indicator.polarity === "higher-is-worse" && counts(indicator),
  );
  return (
    needs.find(({ id }) => id === POOR) ??
    needs.find(({ denominator }) => denominator !== null) ??
    needs[0] ??
    null
  );
}
