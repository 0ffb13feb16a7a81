// Values → classes [lower, upper). Map fill, legend and table all use the object made here.

import { z } from "zod";
import { FOUND_METHODS, findBreaks } from "./class_methods.ts";
import type { FoundMethod } from "./class_methods.ts";

export const CLASS_METHODS = [...FOUND_METHODS, "policy", "manual"] as const;
export type ClassMethod = (typeof CLASS_METHODS)[number];

export const MAX_CLASSES = 5;

/** Whether exactly 0 is a class of its own: where 0 is common (`auto`), wherever it occurs, or never. */
export const ZERO_RULES = ["auto", "own", "none"] as const;
export type ZeroRule = (typeof ZERO_RULES)[number];

/** What breaks are computed from: this level and period; all periods of this level; all levels and periods. */
export const CLASS_SCOPES = ["period", "periods", "levels"] as const;
export type ClassScope = (typeof CLASS_SCOPES)[number];

/** Whose values make the breaks: those within the open area where too many of them share a class, always all, always those within it. */
export const CLASS_PLACES = ["auto", "all", "open"] as const;
export type ClassPlace = (typeof CLASS_PLACES)[number];

/** Fewer classes than this with areas in them tell areas apart too coarsely. */
const LEAST_PARTED = 3;
/** Above this share of areas in one class the map hardly tells them apart. */
const CROWDED_SHARE = 0.7;
/** 0 is common when at least this share of the values is 0. */
const COMMON_ZERO = 0.05;
/** Methods whose breaks already put zero somewhere. */
const WITHOUT_ZERO_CLASS: readonly ClassMethod[] = ["standard_deviation", "policy", "manual"];

export const classesSchema = z.object({
  method: z.enum(CLASS_METHODS),
  /** Lower bounds of class 2, 3, …; strictly rising numbers. The first and last class are open. */
  breaks: z.array(z.number()),
  /** Whether exactly 0 is a class of its own, before those of `breaks`, which then hold only what is above 0. */
  hasZeroClass: z.boolean(),
  /** Of a change whose breaks are found: index of the class of no change, which all of one side come before. */
  noChange: z.int().optional(),
  min: z.number().nullable(),
  max: z.number().nullable(),
});
export type Classes = z.infer<typeof classesSchema>;

/** What decides the class of a value. */
export interface Breaks {
  readonly breaks: readonly number[];
}

export interface ClassRule {
  readonly zero?: ZeroRule;
  /** The breaks of `policy` and `manual`, strictly rising. */
  readonly given?: readonly number[];
}

/** Whether a method can give zero a class of its own. */
export const takesZeroClass = (method: ClassMethod): boolean => !WITHOUT_ZERO_CLASS.includes(method);

/** Whether a method is given its breaks. */
export const isGiven = (method: ClassMethod): method is Exclude<ClassMethod, FoundMethod> =>
  method === "policy" || method === "manual";

/** The finite numbers among `values`, sorted upwards. */
export const sortedNumbers = (values: Iterable<number>): number[] =>
  Array.from(Float64Array.from([...values].filter(Number.isFinite)).sort());

/** The breaks that divide the values; those that collide are merged, so that no two classes have the same range. */
export const dividing = (breaks: readonly number[], min: number, max: number): number[] =>
  breaks.filter((b, i) => b > min && b <= max && (i === 0 || b > breaks[i - 1]!));

function hasZeroClass(sorted: readonly number[], method: ClassMethod, rule: ZeroRule): boolean {
  if (rule === "none" || !takesZeroClass(method) || sorted[0] !== 0) return false;
  const zeros = sorted.findLastIndex((value) => value === 0) + 1;
  return zeros < sorted.length && (rule === "own" || zeros / sorted.length >= COMMON_ZERO);
}

/**
 * Classes the finite numbers among `values` into at most `k` classes, that of zero included.
 *
 * Breaks that collide are merged, so fewer distinct values than `k` give fewer classes, and no value at all gives none. Given
 * breaks are kept as they are, also where no value is: a policy's classes are the same everywhere.
 */
export function classify(
  values: Iterable<number>,
  method: ClassMethod = "ckmeans",
  k: number = MAX_CLASSES,
  { zero = "none", given = [] }: ClassRule = {},
): Classes {
  const sorted = sortedNumbers(values);
  if (sorted.length === 0) return { method, breaks: [], hasZeroClass: false, min: null, max: null };
  const range = { min: sorted[0]!, max: sorted[sorted.length - 1]! };
  if (isGiven(method)) return { method, breaks: [...given], hasZeroClass: false, ...range };
  const isApart = hasZeroClass(sorted, method, zero);
  const rest = isApart ? sorted.slice(sorted.findLastIndex((value) => value === 0) + 1) : sorted;
  const found = findBreaks(rest, method, isApart ? Math.max(1, k - 1) : k);
  return { method, breaks: dividing(found, rest[0]!, range.max), hasZeroClass: isApart, ...range };
}

/**
 * Whether breaks part the values into at least three classes that hold something: a policy's breaks that do not are no
 * answer to where things are worse.
 */
export const partsEnough = (values: Iterable<number>, breaks: readonly number[]): boolean =>
  countByClass(values, { breaks }).filter((count) => count > 0).length >= LEAST_PARTED;

/** The class index 0..k−1 of a value: the number of breaks at or below it. */
export function classOf(value: number, { breaks }: Breaks): number {
  let index = 0;
  while (index < breaks.length && value >= breaks[index]!) index++;
  return index;
}

/** Number of values in each class; zeros of a class of their own are left out. */
export function countByClass(
  values: Iterable<number>,
  { breaks, hasZeroClass: isApart = false }: Breaks & { readonly hasZeroClass?: boolean },
): number[] {
  const counts = Array.from({ length: breaks.length + 1 }, () => 0);
  for (const value of values)
    if (Number.isFinite(value) && !(isApart && value === 0)) counts[classOf(value, { breaks })]!++;
  return counts;
}

/**
 * Goodness of variance fit 0–1 (Jenks & Caspall 1971): the share of the squared deviations that lies between classes.
 * Null when all values are equal.
 */
export function goodnessOfFit(
  values: Iterable<number>,
  { breaks, hasZeroClass: isApart = false }: Breaks & { readonly hasZeroClass?: boolean },
): number | null {
  const all = [...values].filter(Number.isFinite);
  const middle = all.reduce((sum, value) => sum + value, 0) / all.length;
  const groups = new Map<number, { n: number; sum: number }>();
  let total = 0;
  for (const value of all) {
    const at = isApart && value === 0 ? -1 : classOf(value, { breaks });
    const group = groups.get(at) ?? { n: 0, sum: 0 };
    groups.set(at, { n: group.n + 1, sum: group.sum + (value - middle) });
    total += (value - middle) ** 2;
  }
  // What classes explain: the squared distance of their means from the mean of all.
  const between = [...groups.values()].reduce((sum, group) => sum + group.sum ** 2 / group.n, 0);
  return total > 0 ? Math.min(1, between / total) : null;
}

/** The share 0–1 of what is counted that the fullest class holds, 0 for nothing; whether that is too much to tell areas apart. */
export function crowding(counts: readonly number[]): { readonly share: number; readonly isCrowded: boolean } {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const share = total > 0 ? Math.max(...counts) / total : 0;
  return { share, isCrowded: total >= LEAST_PARTED && share > CROWDED_SHARE };
}
