// The stored column of an indicator in the period asked for, or in the nearest in which it has figures.

import { nearestPeriod } from "#domain/period";
import type { Release } from "#server/read/release";
import type { ColumnEntry } from "./column_entry.ts";

/** The entry of an indicator in `period` or the nearest other one; null without any figures at the level. */
export function nearestEntry(
  release: Release,
  level: string,
  indicatorId: string,
  period: string,
): ColumnEntry | null {
  const { id, periods } = release.indicator(indicatorId);
  const own = release.find(level, id, period);
  if (own) return own;
  const known = periods.filter((at) => release.find(level, id, at) !== null);
  const nearest = nearestPeriod(period, known);
  return nearest === null ? null : release.find(level, id, nearest);
}
