// Conditions on areas: an indicator between two bounds. Text in addresses is `id.gt.200.lte.500`, several joined by commas.

import { z } from "zod";
import { ID_PATTERN } from "./id.ts";
import { isPeriod } from "./period.ts";

/** Most conditions that hold at once. */
export const MAX_CONDITIONS = 10;

export interface Bound {
  /** In the unit of the indicator as it is stored: a share is 0–1, money is in fen. */
  readonly value: number;
  /** Whether a value on the bound passes. */
  readonly isIncluded: boolean;
}

export interface Condition {
  readonly indicator: string;
  /** Period of the values; null for the one that is shown. */
  readonly period: string | null;
  /** Null is open on that side. */
  readonly low: Bound | null;
  readonly high: Bound | null;
}

const NUMBER = String.raw`-?\d{1,15}(?:\.\d{1,22})?(?:e-?\d{1,3})?`;
const FORM = new RegExp(
  `^([a-z][a-z0-9_]*)(?:@([^.]+))?(?:\\.(gte?)\\.(${NUMBER}))?(?:\\.(lte?)\\.(${NUMBER}))?$`,
);

function readBound(operator: string | undefined, number: string | undefined): Bound | null {
  return operator === undefined ? null : { value: Number(number), isIncluded: operator.endsWith("e") };
}

/** Whether some number lies between two bounds. */
const isPossible = (low: Bound | null, high: Bound | null): boolean =>
  !low || !high || low.value < high.value || (low.value === high.value && low.isIncluded && high.isIncluded);

function readCondition(text: string): Condition | null {
  const [, indicator, period, above, low, below, high] = FORM.exec(text) ?? [];
  if (indicator === undefined || !ID_PATTERN.test(indicator)) return null;
  if (period !== undefined && !isPeriod(period)) return null;
  const bounds = { low: readBound(above, low), high: readBound(below, high) };
  return isPossible(bounds.low, bounds.high) ? { indicator, period: period ?? null, ...bounds } : null;
}

/** The conditions of a text; null where it is malformed, a bound contradicts the other, or an indicator comes twice. */
export function readConditions(text: string): Condition[] | null {
  const read = text.split(",").map(readCondition);
  const conditions = read.filter((condition) => condition !== null);
  const indicators = new Set(conditions.map(({ indicator }) => indicator));
  return conditions.length === read.length && indicators.size === read.length && read.length <= MAX_CONDITIONS
    ? conditions
    : null;
}

const writeBound = (bound: Bound | null, operator: "gt" | "lt"): string =>
  bound === null ? "" : `.${operator}${bound.isIncluded ? "e" : ""}.${String(bound.value).replace("+", "")}`;

/** The text that `readConditions` reads. */
export const writeConditions = (conditions: readonly Condition[]): string =>
  conditions
    .map(
      ({ indicator, period, low, high }) =>
        indicator + (period === null ? "" : `@${period}`) + writeBound(low, "gt") + writeBound(high, "lt"),
    )
    .join();

/** Conditions in a query. */
export const conditionsSchema = z.string().transform((text, context) => {
  const conditions = readConditions(text);
  if (conditions) return conditions;
  context.addIssue(
    `write up to ${MAX_CONDITIONS} conditions, each on another indicator, as in population.gt.200,school_travel_time@2022.gte.30.lt.60 (gt, gte, then lt, lte)`,
  );
  return z.NEVER;
});

/** Whether a number lies between the bounds; an area without a value does not pass. */
export function passes({ low, high }: Pick<Condition, "low" | "high">, value: number | undefined): boolean {
  if (value === undefined || Number.isNaN(value)) return false;
  if (low && (low.isIncluded ? value < low.value : value <= low.value)) return false;
  return !(high && (high.isIncluded ? value > high.value : value >= high.value));
}
