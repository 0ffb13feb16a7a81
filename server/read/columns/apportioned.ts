// How much of a figure came by estimated shares of older areas, before boundaries changed.

import { parseColumnPeriod } from "#domain/column_id";
import { measuresOf, type Indicator } from "#domain/indicator";
import { byShareColumn } from "#server/column_store/release_record";
import type { ColumnEntry } from "./column_entry.ts";
import type { Release } from "#server/read/release";
import type { ExactColumn } from "#server/column_store/column";
import type { Store } from "#server/read/store";

/** The share 0–1 for one area; 0 where all is counted. */
export type ApportionedShare = (idx: number) => number;

/** The largest share among the measures of an indicator; null where no area has any. `columnOf` gives their columns. */
export function apportionedShareOf(
  indicator: Indicator,
  columnOf: (id: string) => ExactColumn | null | undefined,
): ApportionedShare | null {
  const columns = measuresOf(indicator).flatMap((id) => columnOf(byShareColumn(id)) ?? []);
  if (columns.length === 0) return null;
  const shareIn = ({ numerator, denominator }: ExactColumn, idx: number): number =>
    numerator[idx] === 0 ? 0 : Math.min(1, numerator[idx]! / denominator![idx]!);
  return (idx) => Math.max(...columns.map((column) => shareIn(column, idx)));
}

/** Reads it for a column, of a change for both of its periods. */
export async function readApportionedShare(
  store: Store,
  release: Release,
  { level, indicator: id, period }: ColumnEntry,
): Promise<ApportionedShare | null> {
  const { from, to } = parseColumnPeriod(period)!;
  const indicator = release.indicator(id);
  const sides: ApportionedShare[] = [];
  for (const at of from === null ? [to] : [from, to]) {
    const columns = new Map<string, ExactColumn>();
    for (const measure of measuresOf(indicator)) {
      const entry = release.find(level, byShareColumn(measure), at);
      if (entry) columns.set(entry.indicator, await store.columns.exact(entry));
    }
    const side = apportionedShareOf(indicator, (column) => columns.get(column));
    if (side) sides.push(side);
  }
  return sides.length === 0 ? null : (idx) => Math.max(...sides.map((side) => side(idx)));
}

/** A share rounded as the API gives it; nothing for none. */
export const apportionedFields = (share: number): { byShare?: number } =>
  share > 0 ? { byShare: Math.max(1e-4, Math.round(share * 1e4) / 1e4) } : {};
