// What the public sees of an indicator, in words.

import type { Catalog, CatalogIndicator } from "#domain/contract/catalog";
import { disclosureRule } from "#domain/disclosure";
import type { Words } from "#client/i18n/words.ts";

/** Down to which level, and without which figures, an indicator is public. */
export function publicPart(
  indicator: Pick<CatalogIndicator, "disclosure">,
  { levels }: Pick<Catalog, "levels">,
  { t, text }: Pick<Words, "t" | "text">,
): string {
  const p = t.publicEdition;
  const rule = disclosureRule(indicator);
  const lowest = rule && levels.at(-1 - rule.levelsAboveLowest);
  if (!rule || !lowest) return p.seenNever;
  return t.join([
    p.seenTo(text(lowest.label)),
    ...(rule.minCount > 0 ? [p.seenCounts(rule.minCount)] : []),
    ...(rule.minPeople > 0 ? [p.seenRates(rule.minPeople)] : []),
  ]);
}
