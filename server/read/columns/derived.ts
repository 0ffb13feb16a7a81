// Columns that no release stores, made of those it does: changes between periods, and how far a column may be relied on.

import { createHash } from "node:crypto";
import { kindOf } from "#domain/column_kind";
import { formatColumnPeriod, parseColumnPeriod, type ColumnPeriod } from "#domain/column_id";
import { isComparable, samplingMeasuresOf } from "#domain/indicator";
import { RELIABILITY_NUMBER } from "#domain/method/estimate";
import { HAS_VALUE, MISSING, moreSevere } from "#domain/missing";
import type { ExactColumn } from "#server/column_store/column";
import { measureColumn } from "#server/column_store/release_record";
import { changeOfCommonAreas, isPartlyCovered, sumCommonAreas, type TwoPeriods } from "./common_areas.ts";
import {
  centreOnChange,
  estimateChange,
  estimateColumn,
  reliabilityAt,
  valueAt,
  type Estimates,
  type Side,
} from "./estimate.ts";
import type { ColumnEntry, ColumnSource } from "./column_entry.ts";
import type { Release } from "#server/read/release";

const NOT_SURVEYED = MISSING["not-surveyed"].status;
const NOT_APPLICABLE = MISSING["not-applicable"].status;

/** Stored columns of the measures from which the estimates of a stored column are made; none for a full count. */
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

async function readSide(source: ColumnSource, release: Release, entry: ColumnEntry): Promise<Side> {
  return { column: await source.exact(entry), estimates: await readEstimates(source, release, entry) };
}

/** The estimates of a column or a change, by idx; null for a full count. */
export async function readEstimates(
  source: ColumnSource,
  release: Release,
  entry: ColumnEntry,
): Promise<Estimates | null> {
  const indicator = release.indicator(entry.indicator);
  if (!indicator.sampling) return null;
  const { from, to } = parseColumnPeriod(entry.period)!;
  if (from !== null) {
    const [earlier, later] = [from, to].map((at) => release.column(entry.level, entry.indicator, at));
    return source.estimates(`${entry.contentHash} estimates`, async () => {
      const sides = [
        await readSide(source, release, earlier!),
        await readSide(source, release, later!),
      ] as const;
      const estimates = estimateChange(...sides);
      return estimates && centreOnChange(estimates, await source.exact(entry), ...sides);
    });
  }
  const entries = sampleEntries(release, entry);
  const isSampled = indicator.sampledIn?.includes(entry.period) ?? true;
  const name = [entry, ...entries.values()].map(({ contentHash }) => contentHash).join() + String(isSampled);
  return source.estimates(name, async () => {
    const columns = new Map<string, ExactColumn>();
    for (const [id, sample] of entries) columns.set(id, await source.exact(sample));
    return estimateColumn(indicator, entry.period, await source.exact(entry), (id) => columns.get(id));
  });
}

/** Later minus earlier, in the indicator's unit; missing where either is, with the more severe reason of the two. */
export function changeColumn(earlier: ExactColumn, later: ExactColumn, isSameMethod: boolean): ExactColumn {
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
export function reliabilityColumn(column: ExactColumn, estimates: Estimates | null): ExactColumn {
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

/** A column of each level from the given one down, in two periods; null where there is none. */
async function readTwoPeriods(
  source: ColumnSource,
  release: Release,
  { level, indicator }: Pick<ColumnEntry, "level" | "indicator">,
  [from, to]: readonly [string, string],
): Promise<TwoPeriods[]> {
  const { levels } = release.catalog;
  const read: TwoPeriods[] = [];
  for (const { id } of levels.slice(levels.findIndex((known) => known.id === level))) {
    const [earlier, later] = [from, to].map((period) => release.find(id, indicator, period));
    const areas = await source.areas(release.boundaryVersion, id);
    read.push({
      earlier: earlier ? await source.exact(earlier) : null,
      later: later ? await source.exact(later) : null,
      parents: Int32Array.from({ length: areas.length }, (_, idx) => areas.parent(idx)),
    });
  }
  return read;
}

/** The change of an indicator between two periods; its figures are made when they are read. */
function changeEntry(
  release: Release,
  level: string,
  indicator: string,
  from: string,
  to: string,
): ColumnEntry {
  const earlier = release.column(level, indicator, from);
  const later = release.column(level, indicator, to);
  const isSameMethod = isComparable(release.indicator(indicator), from, to);
  const isSum = kindOf(release.indicator(indicator)) === "sum";
  const { levels } = release.catalog;
  // What is common to both periods shows in the columns below.
  const below = levels
    .slice(isSum ? levels.findIndex(({ id }) => id === level) + 1 : levels.length)
    .flatMap(({ id }) => [from, to].flatMap((period) => release.find(id, indicator, period) ?? []));
  return {
    level,
    indicator,
    period: formatColumnPeriod({ from, to, isReliability: false }),
    contentHash: hashOf(`change ${isSameMethod}`, [earlier, later, ...below]),
    make: async (source) => {
      const [then, now] = [await source.exact(earlier), await source.exact(later)];
      if (!isSum || !isSameMethod || !isPartlyCovered(then, now))
        return changeColumn(then, now, isSameMethod);
      const common = sumCommonAreas(await readTwoPeriods(source, release, earlier, [from, to]));
      return changeOfCommonAreas(then, now, common);
    },
  };
}

/** The reliability of a figure or a change; its numbers are made when they are read. */
function reliabilityEntry(
  release: Release,
  level: string,
  indicator: string,
  { from, to }: ColumnPeriod,
): ColumnEntry {
  const of =
    from === null ? release.column(level, indicator, to) : changeEntry(release, level, indicator, from, to);
  const samples = [from, to].flatMap((period) =>
    period === null ? [] : [...sampleEntries(release, release.column(level, indicator, period)).values()],
  );
  const sampling = JSON.stringify(release.indicator(indicator).sampling ?? null);
  return {
    level,
    indicator,
    period: formatColumnPeriod({ from, to, isReliability: true }),
    contentHash: hashOf(`reliability ${sampling}`, [of, ...samples]),
    make: async (source) =>
      reliabilityColumn(await source.exact(of), await readEstimates(source, release, of)),
  };
}

/**
 * The column of an indicator that a period names (`#domain/column_id`), stored or derived; throws a 404 that says what is
 * unknown, as `Release.column` does.
 */
export function findColumn(
  release: Release,
  level: string,
  indicatorId: string,
  period: string,
): ColumnEntry {
  const parsed = parseColumnPeriod(period);
  if (!parsed || (parsed.from === null && !parsed.isReliability))
    return release.column(level, indicatorId, period);
  release.level(level);
  const { id } = release.indicator(indicatorId);
  return parsed.isReliability
    ? reliabilityEntry(release, level, id, parsed)
    : changeEntry(release, level, id, parsed.from!, parsed.to);
}
