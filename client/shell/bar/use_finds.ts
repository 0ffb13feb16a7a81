// What the words in the search field find: places, facilities and indicators.

import { useDeferredValue } from "react";
import type { z } from "zod";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { areasContract } from "#domain/contract/areas";
import { facilitiesContract } from "#domain/contract/things";
import { useAnswer } from "#client/data/use_answer.ts";
import { useView } from "#client/data/view_context.ts";
import { filterIndicators } from "#client/model/indicator_filter.ts";
import type { FoundFacility } from "./use_open_found.ts";

/** Indicators that are listed under the places that were found. */
const FEW = 5;

export type FoundArea = z.infer<typeof areasContract.response>["areas"][number];

export interface Finds {
  /** The words that were looked for; empty where there are none. */
  readonly q: string;
  readonly areas: readonly FoundArea[];
  readonly facilities: readonly FoundFacility[];
  readonly indicators: readonly CatalogIndicator[];
  /** Places and facilities in all, of which the first are listed. */
  readonly total: number;
  /** Whether an answer is there, perhaps to earlier words. */
  readonly isThere: boolean;
}

/** The finds for what is typed; the last ones until those for the present words are there. */
export function useFinds(typed: string): Finds {
  const { catalog } = useView();
  const q = useDeferredValue(typed.trim());
  const found = useAnswer(areasContract, q ? { query: { release: catalog.address, q, limit: 8 } } : null);
  const things = useAnswer(
    facilitiesContract,
    q && catalog.things ? { query: { release: catalog.address, q, limit: 4 } } : null,
  );
  return {
    q,
    areas: (q ? found.shown?.answer.areas : null) ?? [],
    facilities: (q ? things.shown?.answer.facilities : null) ?? [],
    indicators: q
      ? filterIndicators(catalog.indicators, { words: q, lens: null, theme: null }).slice(0, FEW)
      : [],
    total: (found.shown?.answer.total ?? 0) + (things.shown?.answer.total ?? 0),
    isThere: found.shown !== null,
  };
}
