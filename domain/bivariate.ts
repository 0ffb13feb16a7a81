// Two indicators at once: each in three classes from good to bad, together nine. Map, legend and list use the object made here.

import { quantileSorted } from "d3-array";
import { z } from "zod";
import { classOf, sortedNumbers } from "./classes.ts";
import { kindOf } from "./column_kind.ts";
import type { Indicator } from "./indicator.ts";
import { normBounds } from "./norm_bounds.ts";
import { readRisingNumbers } from "./number_list.ts";

/** How bad a value is on its axis: 0 the good class, 2 the bad one. */
const TERCILES = [0, 1, 2] as const;
export type Tercile = (typeof TERCILES)[number];

/**
 * Where the bounds of an axis come from; the first three are found from the values, the last two are given, and of `norm` the
 * bound between what meets it and what is short of it is given.
 */
export const AXIS_RULES = ["thirds", "nothing-apart", "something", "norm", "policy", "manual"] as const;
export type AxisRule = (typeof AXIS_RULES)[number];

export const bivariateAxisSchema = z.object({
  rule: z.enum(AXIS_RULES),
  /** Lower bounds of the second and the third class, strictly rising; fewer where the values are few. */
  breaks: z.array(z.number()).max(2),
  /** The tercile of each class, one more than breaks (`rungs` in answers): rising where more is worse, falling where more is better. */
  rungs: z.array(z.union([z.literal(0), z.literal(1), z.literal(2)])),
  /** The tercile whose areas all have the value 0, a class of its own; null when there is none. */
  zeroRung: z.union([z.literal(0), z.literal(1), z.literal(2)]).nullable(),
});
export type BivariateAxis = z.infer<typeof bivariateAxisSchema>;

/**
 * What a reader asks of an axis: the limits of a policy, thirds of the values, or one or two rising bounds in the indicator's
 * unit; null takes the norm where there is one and else finds them.
 */
export type AxisBounds = "policy" | "thirds" | readonly number[] | null;

/** The bounds in an address: `policy`, `thirds`, `30` or `30,60`; undefined where it is none of these. */
export function readAxisBounds(text: string): AxisBounds | undefined {
  if (text === "policy" || text === "thirds") return text;
  return readRisingNumbers(text, 2);
}

export const writeAxisBounds = (bounds: AxisBounds): string =>
  bounds === null ? "" : typeof bounds === "string" ? bounds : bounds.join();

/**
 * The one or two of a policy's breaks that divide its classes into three as evenly as can be, what is left over going to the
 * low end: of 15, 30, 45, 60 these are 30 and 60.
 */
export function tercileBreaks(policyBreaks: readonly number[]): number[] {
  const tercile = (at: number): number => Math.floor((at * 3) / (policyBreaks.length + 1));
  return policyBreaks.filter((_, at) => tercile(at + 1) > tercile(at));
}

/** The terciles that n classes take, so that both ends are used. */
const TERCILES_OF = [[], [1], [0, 2], [0, 1, 2]] as const satisfies readonly (readonly Tercile[])[];

function breaksOf(sorted: number[], isZeroApart: boolean, isSum: boolean): number[] {
  const [min, max] = [sorted[0]!, sorted[sorted.length - 1]!];
  if (isSum) return min === 0 && max > 0 ? [sorted.find((value) => value > 0)!] : [];
  const rest = isZeroApart ? sorted.slice(sorted.lastIndexOf(0) + 1) : [];
  const wanted = !isZeroApart
    ? [quantileSorted(sorted, 1 / 3)!, quantileSorted(sorted, 2 / 3)!]
    : rest.length > 0
      ? [rest[0]!, quantileSorted(rest, 1 / 2)!]
      : [];
  return wanted.filter((b, i) => b > min && b <= max && (i === 0 || b > wanted[i - 1]!));
}

export type AxisIndicator = Pick<
  Indicator,
  "polarity" | "denominator" | "statistic" | "policyBreaks" | "norm"
>;

/** The terciles of n classes that run by value, from the good end where more is worse and from the bad one where more is better. */
const tercilesFrom = (terciles: readonly Tercile[], isMoreBetter: boolean): Tercile[] =>
  terciles.map((tercile) => (isMoreBetter ? 2 - tercile : tercile) as Tercile);

/**
 * The axis of three classes for the finite numbers among `values`.
 *
 * Where the indicator has a norm, its bounds are those of `normBounds`, unless other bounds are asked for. Else, where more is better and
 * somebody has nothing, "nothing" is the worst class and the rest is divided at its median: the worst class then is a true state and no lowest third. So it is wherever a third or more of the values are 0. Else the classes are
 * thirds (quantiles of type 7); bounds that collide are merged. A sum, which grows with the size of the area, is only
 * divided into nothing and something.
 *
 * Given bounds are kept as they are, also where no value is: a limit is the same everywhere. A policy's, where the indicator has
 * none, are found.
 */
export function bivariateAxis(
  values: Iterable<number>,
  { polarity, denominator, statistic, policyBreaks, norm }: AxisIndicator,
  bounds: AxisBounds = null,
): BivariateAxis {
  const isMoreBetter = polarity === "higher-is-better";
  const given = Array.isArray(bounds)
    ? (bounds as readonly number[])
    : bounds === "policy" && policyBreaks
      ? tercileBreaks(policyBreaks)
      : null;
  if (given) {
    const rungs = tercilesFrom(TERCILES_OF[given.length + 1]!, isMoreBetter);
    return { rule: bounds === "policy" ? "policy" : "manual", breaks: [...given], rungs, zeroRung: null };
  }
  const sorted = sortedNumbers(values);
  if (norm && bounds !== "thirds" && polarity !== "neutral") {
    const { breaks, hasNothing } = normBounds(sorted, norm.value, isMoreBetter);
    const rungs = tercilesFrom(TERCILES_OF[breaks.length + 1]!, isMoreBetter);
    return { rule: "norm", breaks, rungs, zeroRung: hasNothing ? 2 : null };
  }
  const isSum = kindOf({ denominator, statistic }) === "sum";
  if (sorted.length === 0)
    return { rule: isSum ? "something" : "thirds", breaks: [], rungs: [1], zeroRung: null };
  const zeros = sorted[0] === 0 ? sorted.lastIndexOf(0) + 1 : 0;
  const isZeroApart = zeros > 0 && (isMoreBetter || isSum || zeros >= sorted.length / 3);
  const breaks = breaksOf(sorted, isZeroApart, isSum);
  const rising: readonly Tercile[] =
    isZeroApart && breaks.length === 0 ? [0] : TERCILES_OF[breaks.length + 1]!;
  const rungs = tercilesFrom(rising, isMoreBetter);
  const rule = isSum ? "something" : isZeroApart ? "nothing-apart" : "thirds";
  return { rule, breaks, rungs, zeroRung: isZeroApart ? rungs[0]! : null };
}

/** The tercile of a value on its axis. */
export const tercileOf = (value: number, axis: Pick<BivariateAxis, "breaks" | "rungs">): Tercile =>
  axis.rungs[classOf(value, axis)]!;

/** A class of the 3×3 square: the tercile of the need, and that of what should meet it. */
export interface BivariateClass {
  readonly need: Tercile;
  readonly other: Tercile;
}

/** Index 0–8 of a class: rows of rising need, in each the other one rising. */
export const bivariateIndex = ({ need, other }: BivariateClass): number => need * 3 + other;

export const bivariateClassAt = (index: number): BivariateClass => ({
  need: Math.floor(index / 3) as Tercile,
  other: (index % 3) as Tercile,
});

/**
 * The nine colours by theme and `bivariateIndex`. Light: yellow for need, blue for want of supply or help, black for both
 * (Teuling et al. 2011). Dark: the same two lights on dark ground, white for both.
 */
export const BIVARIATE_COLOURS = {
  light: [
    ["#f3f3f3", "#b4d3e1", "#509dc2"],
    ["#f3e6b3", "#b3b3b3", "#376387"],
    ["#f3b300", "#b36600", "#000000"],
  ].flat(),
  dark: [
    ["#24292f", "#265a78", "#3f9fd0"],
    ["#5f5016", "#7c8084", "#a3cde6"],
    ["#dba300", "#f2dc8c", "#ffffff"],
  ].flat(),
} as const satisfies Record<string, readonly string[]>;
