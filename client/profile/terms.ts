// A sum of measures in the words of the catalogue.

import type { Catalog } from "#domain/contract/catalog";
import type { Term } from "#domain/indicators";
import type { Words } from "../i18n/words.ts";

/** Writes `{ persons: 1, pupils: 2 }` as "People + 2 × Pupils"; a weight that all share stands before a bracket. */
export function termInWords(term: Term, measures: Catalog["measures"], words: Words): string {
  const entries = Object.entries(term);
  const shared = entries.length > 1 && new Set(Object.values(term)).size === 1 ? entries[0]![1] : 1;
  const sum = entries
    .map(([id, weight], i) => {
      const label = words.text(measures.find((measure) => measure.id === id)?.label ?? { en: id });
      const own = weight / shared;
      const sign = own < 0 ? (i > 0 ? " − " : "−") : i > 0 ? " + " : "";
      const factor = Math.abs(own) === 1 ? "" : `${Math.abs(own)} ${words.t.times} `;
      return sign + factor + label;
    })
    .join("");
  return shared === 1 ? sum : `${shared} ${words.t.times} (${sum})`;
}
