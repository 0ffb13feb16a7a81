// Names of columns, `indicator@period`: a figure, a change between two periods, and how far either may be relied on.

import { comparePeriods, isPeriod } from "./period.ts";

export interface ColumnId {
  readonly indicator: string;
  /** What `parseColumnPeriod` reads. */
  readonly period: string;
}

/** `mpi@2022` of an indicator and a period. */
export const formatColumnId = ({ indicator, period }: ColumnId): string => `${indicator}@${period}`;

/** The two parts of `mpi@2022`, neither of them checked; null where there are not two. */
export function parseColumnId(text: string): ColumnId | null {
  const [indicator, period, ...more] = text.split("@");
  return indicator && period && more.length === 0 ? { indicator, period } : null;
}

/** What the part behind the @ of `indicator@2022`, `indicator@2014..2022`, `indicator@2022~reliability` says. */
export interface ColumnPeriod {
  /** Set for a change: the period that is compared with. */
  readonly from: string | null;
  readonly to: string;
  readonly isReliability: boolean;
}

const RELIABILITY = "~reliability";

/** The parts of the period of a column; null for a malformed one. A change goes forwards in time. */
export function parseColumnPeriod(text: string): ColumnPeriod | null {
  const isReliability = text.endsWith(RELIABILITY);
  const [first, second, ...more] = (isReliability ? text.slice(0, -RELIABILITY.length) : text).split("..");
  if (first === undefined || !isPeriod(first) || more.length > 0) return null;
  if (second === undefined) return { from: null, to: first, isReliability };
  if (!isPeriod(second) || comparePeriods(first, second) >= 0) return null;
  return { from: first, to: second, isReliability };
}

/** The text that `parseColumnPeriod` reads. */
export const formatColumnPeriod = ({ from, to, isReliability }: ColumnPeriod): string =>
  (from === null ? to : `${from}..${to}`) + (isReliability ? RELIABILITY : "");
