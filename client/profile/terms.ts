// A sum of measures in the words of the catalogue.

import type { Catalog } from "#domain/contract/catalog";
import type { Term } from "#domain/indicators";
import type { Words } from "../i18n/words.ts";

/** Writes `{ persons: 1, pupils: 2 }` as "People + 2 × Pupils". */
export function termInWords(term: Term, measures: Catalog["measures"], words: Words): string {
  return Object.entries(term)
    .map(([id, weight], i) => {
      const label = words.text(measures.find((measure) => measure.id === id)?.label ?? { en: id });
      const sign = weight < 0 ? (i > 0 ? " − " : "−") : i > 0 ? " + " : "";
      const factor = Math.abs(weight) === 1 ? "" : `${Math.abs(weight)} ${words.t.times} `;
      return sign + factor + label;
    })
    .join("");
}
