// Names of columns: a figure, a change between two periods, and how far either may be relied on.

import { comparePeriods, isPeriod } from "./period.ts";

/** What the part behind the @ of `indicator@2022`, `indicator@2014..2022`, `indicator@2022~reliability` says. */
export interface ColumnPeriod {
  /** Set for a change: the period that is compared with. */
  readonly from: string | null;
  readonly to: string;
  readonly isReliability: boolean;
}

const RELIABILITY = "~reliability";

/** Parses the period of a column; null for a malformed one. A change goes forwards in time. */
export function parseColumnPeriod(text: string): ColumnPeriod | null {
  const isReliability = text.endsWith(RELIABILITY);
  const [first, second, ...more] = (isReliability ? text.slice(0, -RELIABILITY.length) : text).split("..");
  if (first === undefined || !isPeriod(first) || more.length > 0) return null;
  if (second === undefined) return { from: null, to: first, isReliability };
  if (!isPeriod(second) || comparePeriods(first, second) >= 0) return null;
  return { from: first, to: second, isReliability };
}

/** Writes what `parseColumnPeriod` reads. */
export const formatColumnPeriod = ({ from, to, isReliability }: ColumnPeriod): string =>
  (from === null ? to : `${from}..${to}`) + (isReliability ? RELIABILITY : "");
