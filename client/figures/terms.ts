// A sum of measures in the words of the catalogue.

import type { Catalog } from "#domain/contract/catalog";
import type { Term } from "#domain/indicator";
import type { Words } from "#client/i18n/words.ts";

/** What all labels begin with, up to a colon; empty where they share nothing of that kind. */
function sharedStart(labels: readonly string[]): string {
  const [start = ""] = /^.*?[:：]\s*/.exec(labels[0] ?? "") ?? [];
  return labels.length > 1 && labels.every((label) => label.startsWith(start)) ? start : "";
}

/**
 * Writes `{ persons: 1, pupils: 2 }` as "People + 2 × Pupils"; a weight that all share stands before a bracket, and what all labels
 * begin with ("Poor people deprived in: …") is written once.
 */
export function termInWords(term: Term, measures: Catalog["measures"], words: Words): string {
  const entries = Object.entries(term);
  const labels = entries.map(([id]) =>
    words.text(measures.find((measure) => measure.id === id)?.label ?? { en: id }),
  );
  const start = sharedStart(labels);
  const shared = entries.length > 1 && new Set(Object.values(term)).size === 1 ? entries[0]![1] : 1;
  const sum = entries
    .map(([, weight], i) => {
      const own = weight / shared;
      const sign = own < 0 ? (i > 0 ? " − " : "−") : i > 0 ? " + " : "";
      const factor = Math.abs(own) === 1 ? "" : `${Math.abs(own)} ${words.t.times} `;
      return sign + factor + labels[i]!.slice(start.length);
    })
    .join("");
  return start + (shared === 1 ? sum : `${shared} ${words.t.times} (${sum})`);
}
