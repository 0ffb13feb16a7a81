// Columns that no release stores, made of those it does: changes between periods, and how far a column may be relied on.

import { createHash } from "node:crypto";
import { formatColumnPeriod, parseColumnPeriod, type ColumnPeriod } from "#domain/column_id";
import { isComparable, samplingMeasuresOf } from "#domain/indicator";
import { RELIABILITY_NUMBER } from "#domain/method/estimate";
import { HAS_VALUE, MISSING, moreSevere } from "#domain/missing";
import { measureColumn } from "#server/column_store/release_record";
import {
  estimateChange,
  estimateColumn,
  reliabilityAt,
  valueAt,
  type Estimates,
  type Side,
} from "./estimate.ts";
import type { ColumnEntry, Release } from "#server/read/release";
import type { ExactColumn, Store } from "#server/read/store";

const NOT_SURVEYED = MISSING["not-surveyed"].status;
const NOT_APPLICABLE = MISSING["not-applicable"].status;

/** Stored columns of the measures that tell how sure a stored column is; none for a full count. */
function sampleEntries(
  release: Release,
  { level, indicator, period }: ColumnEntry,
): Map<string, ColumnEntry> {
  const found = new Map<string, ColumnEntry>();
  for (const id of samplingMeasuresOf(release.indicator(indicator))) {
    const entry = release.find(level, measureColumn(id), period);
    if (entry) found.set(id, entry);
  }
  return found;
}

async function readSide(store: Store, release: Release, entry: ColumnEntry): Promise<Side> {
  return { column: await store.exact(entry), estimates: await readEstimates(store, release, entry) };
}

/** Reads how sure a column or a change is, by idx; null for a full count. */
export async function readEstimates(
  store: Store,
  release: Release,
  entry: ColumnEntry,
): Promise<Estimates | null> {
  const indicator = release.indicator(entry.indicator);
  if (!indicator.sampling) return null;
  const { from, to } = parseColumnPeriod(entry.period)!;
  if (from !== null) {
    const [earlier, later] = [from, to].map((at) => release.column(entry.level, entry.indicator, at));
    return store.estimates.get(`${entry.contentHash} estimates`, async () =>
      estimateChange(await readSide(store, release, earlier!), await readSide(store, release, later!)),
    );
  }
  const entries = sampleEntries(release, entry);
  const name = [entry, ...entries.values()].map(({ contentHash }) => contentHash).join();
  return store.estimates.get(name, async () => {
    const columns = new Map<string, ExactColumn>();
    for (const [id, one] of entries) columns.set(id, await store.exact(one));
    return estimateColumn(indicator, await store.exact(entry), (id) => columns.get(id));
  });
}

/** Later minus earlier, in the indicator's unit; missing where either is, with the more severe reason of the two. */
export function changeOf(earlier: ExactColumn, later: ExactColumn, isSameMethod: boolean): ExactColumn {
  const { length } = later.status;
  const status = new Uint8Array(length);
  const numerator = new Float64Array(length);
  for (let idx = 0; idx < length; idx++) {
    const reason = moreSevere(earlier.status[idx]!, later.status[idx]!);
    status[idx] = reason === HAS_VALUE && !isSameMethod ? NOT_APPLICABLE : reason;
    if (status[idx] === HAS_VALUE) numerator[idx] = valueAt(later, idx) - valueAt(earlier, idx);
  }
  const covered = later.covered.map((share, idx) => Math.min(share, earlier.covered[idx]!));
  return { numerator, denominator: null, status, covered };
}

/** Reliability as numbers: 0 reliable or a full count, 1 use with caution, 2 unreliable; missing where it is not known. */
export function reliabilityOf(column: ExactColumn, estimates: Estimates | null): ExactColumn {
  const numerator = new Float64Array(column.status.length);
  const status = column.status.map((own, idx) => {
    if (own !== HAS_VALUE || !estimates) return own;
    const reliability = reliabilityAt(estimates, idx);
    if (reliability === undefined) return NOT_SURVEYED;
    numerator[idx] = RELIABILITY_NUMBER[reliability];
    return HAS_VALUE;
  });
  return { numerator, denominator: null, status, covered: column.covered };
}

/** Names a derived column by what it is made of. */
const hashOf = (what: string, parts: readonly ColumnEntry[]): string =>
  createHash("sha256")
    .update([what, ...parts.map(({ contentHash }) => contentHash)].join())
    .digest("hex");

/** Gives the entry of a change or a reliability; its numbers are made when they are asked for. Throws as `Release.column` does. */
export function derivedEntry(
  release: Release,
  level: string,
  indicator: string,
  parsed: ColumnPeriod,
): ColumnEntry {
  const { from, to, isReliability } = parsed;
  const period = formatColumnPeriod(parsed);
  if (isReliability) {
    const of = release.column(level, indicator, formatColumnPeriod({ from, to, isReliability: false }));
    const samples = [from, to].flatMap((at) =>
      at === null ? [] : [...sampleEntries(release, release.column(level, indicator, at)).values()],
    );
    return {
      level,
      indicator,
      period,
      contentHash: hashOf(`reliability ${JSON.stringify(release.indicator(indicator).sampling ?? null)}`, [
        of,
        ...samples,
      ]),
      make: async (store) => reliabilityOf(await store.exact(of), await readEstimates(store, release, of)),
    };
  }
  const earlier = release.column(level, indicator, from!);
  const later = release.column(level, indicator, to);
  const isSameMethod = isComparable(release.indicator(indicator), from!, to);
  return {
    level,
    indicator,
    period,
    contentHash: hashOf(`change ${isSameMethod}`, [earlier, later]),
    make: async (store) => changeOf(await store.exact(earlier), await store.exact(later), isSameMethod),
  };
}
