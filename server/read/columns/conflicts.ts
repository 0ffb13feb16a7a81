// Where tables state something else than what is shown: at the lowest level they state it of, and how often inside larger areas.

import { HAS_VALUE } from "#domain/missing";
import { conflictColumn } from "#server/column_store/release_record";
import type { IdxRange } from "#server/read/areas/area_index";
import type { Release } from "#server/read/release";
import type { ExactColumn } from "#server/column_store/column";
import type { Store } from "#server/read/store";

/** One table that states a measure otherwise. Numerator is what it states, denominator what is used, where they differ. */
export interface Dispute {
  readonly measure: string;
  readonly fileName: string;
  /** The lowest level of which the table states it. */
  readonly level: string;
  readonly column: ExactColumn;
}

/** Reads what tables state otherwise in a period about some measures, or about any; mostly nothing. */
export async function readDisputes(
  store: Store,
  release: Release,
  period: string,
  isWanted: (measure: string) => boolean = () => true,
): Promise<Dispute[]> {
  const levels = release.catalog.levels.map(({ id }) => id).reverse();
  const disputes: Dispute[] = [];
  for (const { id, fileName, measures } of release.catalog.tables)
    for (const measure of measures.filter(isWanted)) {
      const [entry] = levels.flatMap(
        (level) => release.find(level, conflictColumn(`${measure} ${id}`), period) ?? [],
      );
      if (entry)
        disputes.push({ measure, fileName, level: entry.level, column: await store.columns.exact(entry) });
    }
  return disputes;
}

/** The way from areas of a level to those of a lower one (or of the same) inside them. */
async function inside(
  store: Store,
  release: Release,
  from: string,
  to: string,
): Promise<(range: IdxRange) => IdxRange> {
  const levels = release.catalog.levels.map(({ id }) => id);
  const chain = levels.slice(levels.indexOf(from) + 1, levels.indexOf(to) + 1);
  const indexes = await Promise.all(chain.map((id) => store.areas.level(release.boundaryVersion, id)));
  return (range) => indexes.reduce((own, index) => index.childrenOf(own), range);
}

/**
 * Counts, for every area of `range` at a level, the areas of the lowest level inside it (or itself) of which any dispute states
 * something else, each once; by idx from `range.first`.
 */
export async function countDisputed(
  store: Store,
  release: Release,
  disputes: readonly Dispute[],
  level: string,
  range: IdxRange,
): Promise<Int32Array> {
  const counts = new Int32Array(Math.max(0, range.last - range.first + 1));
  const lowest = release.catalog.levels.at(-1)!.id;
  const stated = disputes.filter(({ column }) => column.status.includes(HAS_VALUE));
  if (stated.length === 0) return counts;
  const { length } = await store.areas.level(release.boundaryVersion, lowest);
  const isDisputed = new Uint8Array(length);
  for (const dispute of stated) {
    const leaves = await inside(store, release, dispute.level, lowest);
    dispute.column.status.forEach((status, idx) => {
      if (status !== HAS_VALUE) return;
      const { first, last } = leaves({ first: idx, last: idx });
      isDisputed.fill(1, first, last + 1);
    });
  }
  const leaves = await inside(store, release, level, lowest);
  for (let idx = range.first; idx <= range.last; idx++) {
    const { first, last } = leaves({ first: idx, last: idx });
    for (let leaf = first; leaf <= last; leaf++) counts[idx - range.first]! += isDisputed[leaf]!;
  }
  return counts;
}
