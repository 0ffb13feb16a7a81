// Names of columns, `indicator@period`: a figure, a change between two periods, and how far either may be relied on.

import { ID_PATTERN } from "./id.ts";
import { comparePeriods, isPeriod } from "./period.ts";

/** A column as its name says it; neither part is checked. */
export interface ColumnId {
  readonly indicator: string;
  /** As `parseColumnPeriod` reads it. */
  readonly period: string;
}

/** The two parts of `indicator@period`; null where the text is not of that form. */
export function parseColumnId(text: string): ColumnId | null {
  const match = /^([^@]+)@([^@]+)$/.exec(text);
  return match && { indicator: match[1]!, period: match[2]! };
}

/** The same for a figure of one period alone; null for changes, reliabilities and all that is malformed. */
export function parsePlainColumnId(text: string): ColumnId | null {
  const column = parseColumnId(text);
  return column && ID_PATTERN.test(column.indicator) && isPeriod(column.period) ? column : null;
}

/** The text that `parseColumnId` reads. */
export const formatColumnId = ({ indicator, period }: ColumnId): string => `${indicator}@${period}`;

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
