// What columns stand for: people (or households, pupils) in need, chosen from the registry.

import type { Catalog, CatalogIndicator } from "#domain/contract/catalog";
import { NEED_LENS } from "#domain/lens";
import type { UnitId } from "#domain/unit";

const COUNTED: ReadonlySet<UnitId> = new Set(["persons", "households", "pupils", "teachers", "places"]);

export interface PeopleInNeed {
  /** Its numerator is the height. */
  readonly indicator: CatalogIndicator;
  readonly measure: Catalog["measures"][number];
}

/** What an indicator counts when more of it is worse and its numerator is one measure of people or things. */
function countedBy(indicator: CatalogIndicator, measures: Catalog["measures"]): PeopleInNeed | null {
  const [first, ...more] = Object.entries(indicator.numerator);
  const measure = measures.find(({ id }) => id === first?.[0]);
  const isCount = more.length === 0 && first?.[1] === 1 && measure && COUNTED.has(measure.unit);
  return isCount && indicator.polarity === "higher-is-worse" ? { indicator, measure } : null;
}

/** What the columns count: what the shown indicator counts, else the first such indicator of the lens of the need in persons. */
export function peopleInNeedOf(
  shown: CatalogIndicator,
  { indicators, measures }: Pick<Catalog, "indicators" | "measures">,
): PeopleInNeed | null {
  const own = countedBy(shown, measures);
  if (own) return own;
  for (const indicator of indicators) {
    const counted = indicator.lens === NEED_LENS ? countedBy(indicator, measures) : null;
    if (counted?.measure.unit === "persons") return counted;
  }
  return null;
}
