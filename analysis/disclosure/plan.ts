// The public pattern of one period: which cells of every count are hidden, by a rule or to protect others.

import { disclosureRule } from "#domain/disclosure";
import type { Earlier, PeriodInput } from "./areas.ts";
import { bundlesOf, type Bundle, type Cohort } from "./bundles.ts";
import { repairCategories, type Table } from "./categories.ts";
import { countsOf, measureOf, type Count, type Counts, type Ratio } from "./counts.ts";
import { protectionOf, type Layer } from "./layer.ts";
import { MAY_HIDE, repair } from "./repair.ts";
import { applyRules, type Part, type Ruled } from "./rules.ts";
import { boundsOf, NO_BOUND, type Bounds, type CellTree } from "./tree.ts";

/** What is hidden of a count. */
export interface HiddenCount {
  readonly count: Count;
  /** 1 where it is hidden, whatever for. */
  readonly hidden: Uint8Array;
  /** 1 where a rule hides it, or its level. */
  readonly byRule: Uint8Array;
}

export interface PeriodPlan {
  readonly period: string;
  readonly counts: Counts;
  readonly bundles: readonly Bundle[];
  readonly ruled: Ruled;
  readonly hidden: ReadonlyMap<Count, HiddenCount>;
  readonly decided: Patterns;
  /** What is hidden of each cohort's own sums, by count of the cohort; nothing where all of the bundle is withheld. */
  readonly patterns: ReadonlyMap<Cohort, readonly Uint8Array[]>;
  /** What is withheld in the whole period, because nothing less protects it. */
  readonly withheld: readonly string[];
}

/** What is decided of a count: what is hidden, and how far up either attacker must think its cells can be. */
export interface Decided {
  readonly hidden: Uint8Array;
  readonly reach: { readonly plain: Float64Array; readonly informed: Float64Array } | null;
}

export type Patterns = ReadonlyMap<Count, Decided>;

/** Fewest people, or households, that a rate of an indicator may be of. */
export const minimumOf =
  ({ measures, threshold }: PeriodInput) =>
  ({ indicator, denominator }: Ratio): number => {
    const rule = disclosureRule(indicator, threshold)!;
    const measure = measures.find(({ id }) => id === (measureOf(denominator.term) ?? ""));
    return measure?.unit === "households" ? rule.minHouseholds : rule.minPeople;
  };

/** What a part can be at most, from the wholes that it is a part of. */
function mostOf(part: Count, parts: readonly Part[]): Float64Array {
  const most = new Float64Array(part.value.length).fill(NO_BOUND);
  for (const found of parts) {
    if (found.part !== part) continue;
    const [partWeight, wholeWeight] = found.weights;
    for (let cell = 0; cell < most.length; cell++) {
      if (found.whole.exists[cell] === 0) continue;
      const room = Math.floor((found.whole.value[cell]! * wholeWeight) / partWeight);
      most[cell] = Math.min(most[cell]!, Math.max(part.value[cell]!, room));
    }
  }
  return most;
}

/** The least value that its parts leave to a whole, the open ones or all. */
function leastOf(whole: Count, parts: readonly Part[], isOpenOnly = true): Float64Array {
  const least = new Float64Array(whole.value.length);
  for (const { part, whole: own, weights } of parts) {
    if (own !== whole || (isOpenOnly && !part.rule.isOpen)) continue;
    for (let cell = 0; cell < least.length; cell++)
      if (part.exists[cell] === 1)
        least[cell] = Math.max(
          least[cell]!,
          Math.min(whole.value[cell]!, Math.ceil((part.value[cell]! * weights[0]) / weights[1])),
        );
  }
  return least;
}

/** What earlier releases leave of bounds: a figure that was changed since was within its own bounds before. */
function narrowByEarlier({ low, high }: Bounds, earlier: readonly Earlier[]): void {
  for (const { mustHide, least, most } of earlier)
    for (let cell = 0; cell < low.length; cell++) {
      if (mustHide[cell] === 0) continue;
      if (most[cell]! > 0) low[cell] = low[cell]! + most[cell]!;
      if (least[cell]! < 0 && high[cell]! < NO_BOUND) high[cell] = high[cell]! + least[cell]!;
    }
}

/** The hidden wholes of a part that cover the same areas; the one with the most hidden cells first. */
const hiddenWholes = (part: Count, parts: readonly Part[], decided: Patterns) =>
  parts
    .filter((found) => found.part === part && !found.whole.rule.isOpen)
    .filter(({ whole }) => whole.exists.every((own, cell) => own === part.exists[cell]))
    .flatMap(({ whole, weights }) => {
      const own = decided.get(whole);
      return own?.hidden.includes(1) ? [{ whole, weights, ...own }] : [];
    })
    .sort((a, b) => size(b.hidden) - size(a.hidden));

/** How a part moves with a whole that is hidden too: all along with it, or a cell alone as far as the whole reaches. */
function withWhole(
  part: Count,
  { plain, informed }: Pick<Layer, "plain" | "informed">,
  rule: Float64Array,
  parts: readonly Part[],
  decided: Patterns,
): Pick<Layer, "joint" | "raised"> {
  const [widest] = hiddenWholes(part, parts, decided);
  if (!widest) return {};
  const { whole, hidden, reach, weights } = widest;
  const joint = { hidden, bounds: { low: new Float64Array(hidden.length), high: mostOf(whole, parts) } };
  if (!reach) return { joint };
  // Beyond the whole at its value a cell is held by its other wholes and by the rule that hid it.
  const others = mostOf(
    part,
    parts.filter((found) => found.whole !== whole),
  );
  const upTo = (top: Float64Array, most: Float64Array): Float64Array =>
    top.map((own, cell) =>
      hidden[cell] === 1
        ? Math.min(Math.floor((own * weights[1]) / weights[0]), others[cell]!, rule[cell]!)
        : most[cell]!,
    );
  return {
    joint,
    raised: {
      plain: top(reach.plain, plain.high, others, hidden, weights),
      informed: upTo(reach.informed, informed.high),
    },
  };
}

const top = (
  reach: Float64Array,
  most: Float64Array,
  others: Float64Array,
  hidden: Uint8Array,
  [partWeight, wholeWeight]: Part["weights"],
): Float64Array =>
  reach.map((own, cell) =>
    hidden[cell] === 1 ? Math.min(Math.floor((own * wholeWeight) / partWeight), others[cell]!) : most[cell]!,
  );

/** How far up the hidden cells of a count reach: its parts move along, where they cover the same areas and no rule holds them. */
function reachOf(
  input: PeriodInput,
  bundle: Bundle,
  count: Count,
  hidden: Uint8Array,
  ruled: Ruled,
  counts: Counts,
  decided: Patterns,
): Decided["reach"] {
  const [cohort, ...others] = bundle.cohorts;
  if (others.length > 0 || !hidden.includes(1)) return null;
  const { layers } = prepare(input, bundle, cohort!, counts, ruled, decided);
  const layer = layers[cohort!.counts.findIndex(({ key }) => key === count.key)]!;
  const least = leastOf(count, ruled.parts, false);
  const movesAlong = ruled.parts.every(
    ({ part, whole }) => whole !== count || part.exists.every((own, cell) => own === count.exists[cell]),
  );
  const low = (bounds: Bounds): Bounds => ({
    ...bounds,
    low: bounds.low.map((own, cell) => Math.max(own, least[cell]!)),
  });
  const { madeOf: _, joint: __, raised: ___, ...alone } = layer;
  const { plain, informed } = protectionOf(
    cohort!.tree,
    { ...alone, plain: movesAlong ? layer.plain : low(layer.plain), informed: low(layer.informed) },
    hidden,
  );
  return { plain: plain.high, informed: informed.high };
}

const size = (hidden: Uint8Array): number => hidden.reduce((sum, own) => sum + own, 0);

/** 1 where a bound holds for a cell itself: those of sums follow from the cells below. */
const leavesOf = ({ exists, isSum }: CellTree): Uint8Array =>
  exists.map((own, cell) => Number(own === 1 && isSum[cell] === 0));

function layerOf(
  count: Count,
  value: Float64Array,
  { tree, members }: Cohort,
  { parts, primary }: Ruled,
  decided: Patterns,
  isWhole: boolean,
): Layer {
  const n = value.length;
  const leaf = leavesOf(tree);
  const same = members.filter(({ key }) => key === count.key);
  const plain = boundsOf(n);
  const informed = boundsOf(n);
  const cap = new Float64Array(n).fill(NO_BOUND);
  const whole = new Float64Array(n).fill(NO_BOUND);
  for (const own of same) {
    const most = mostOf(own, parts);
    const least = leastOf(own, parts);
    const known = primary.get(own)!.informed;
    const isOpenWhole = parts.some(({ part, whole }) => part === own && whole.rule.isOpen);
    for (let cell = 0; cell < n; cell++) {
      // An upper sum of a cohort is a part of the count's.
      const isOwn = isWhole || leaf[cell] === 1;
      if (!isOwn || tree.exists[cell] === 0) continue;
      plain.low[cell] = Math.max(plain.low[cell]!, least[cell]!);
      plain.high[cell] = Math.min(plain.high[cell]!, most[cell]!);
      informed.low[cell] = Math.max(informed.low[cell]!, known.low[cell]!);
      informed.high[cell] = Math.min(informed.high[cell]!, known.high[cell]!);
      whole[cell] = Math.min(whole[cell]!, most[cell]!);
      if (isOpenWhole) cap[cell] = Math.min(cap[cell]!, most[cell]!);
    }
    narrowByEarlier(informed, own.earlier);
    narrowByEarlier(plain, own.earlier);
  }
  for (let cell = 0; cell < n; cell++) {
    informed.low[cell] = Math.max(informed.low[cell]!, plain.low[cell]!);
    informed.high[cell] = Math.min(informed.high[cell]!, plain.high[cell]!);
  }
  const rule = primary.get(count)!.informed.high;
  const more = isWhole ? withWhole(count, { plain, informed }, rule, parts, decided) : {};
  return { name: count.key, value, plain, informed, whole, most: cap, ...more };
}

/** A cohort with all that is known of it before anything is hidden for the sake of others. */
export interface Prepared {
  readonly cohort: Cohort;
  readonly layers: readonly Layer[];
  /** By layer, what the rules, wholes that are hidden and earlier releases hide. */
  readonly patterns: readonly Uint8Array[];
  readonly mayHide: Uint8Array;
  /** By layer, 1 where an earlier release shows the cell. */
  readonly fixed: readonly Uint8Array[];
  /** Whether a cell has to be hidden that an earlier release has shown with another figure. */
  readonly isCompromised: boolean;
}

/** What has to be hidden of a count before anything is hidden for others: by its rules, and with its denominators. */
function required(count: Count, { primary }: Ruled, { ratios }: Counts, decided: Patterns): Uint8Array {
  const pattern = primary.get(count)!.pattern.slice();
  for (const { numerator, denominator } of ratios) {
    const hidden = numerator === count ? decided.get(denominator)?.hidden : undefined;
    if (hidden) for (let cell = 0; cell < pattern.length; cell++) pattern[cell]! |= hidden[cell]!;
  }
  for (let cell = 0; cell < pattern.length; cell++) if (count.exists[cell] === 0) pattern[cell] = 0;
  return pattern;
}

export function prepare(
  input: PeriodInput,
  { lowest }: Bundle,
  cohort: Cohort,
  counts: Counts,
  ruled: Ruled,
  decided: Patterns,
): Prepared {
  const { tree, members } = cohort;
  const n = tree.parent.length;
  const isWhole = members.every(({ exists }) =>
    exists.every((own, cell) => own === tree.exists[cell] || input.areas.level[cell]! > lowest),
  );
  // No totals of upper levels: those are what everybody compares with.
  const gladly = Math.max(1, lowest - 1, input.areas.levelCount - 2);
  const mayHide = input.areas.level.map((level) =>
    level === 0 ? MAY_HIDE.never : level >= gladly ? MAY_HIDE.gladly : MAY_HIDE.atLast,
  );
  let isCompromised = false;
  const fixed = cohort.counts.map(() => new Uint8Array(n));
  const patterns = cohort.counts.map((count, at) => {
    const pattern = new Uint8Array(n);
    for (const own of members.filter(({ key }) => key === count.key)) {
      const wanted = required(own, ruled, counts, decided);
      for (let cell = 0; cell < n; cell++) {
        if (tree.exists[cell] === 0) continue;
        const isKnown = own.earlier.some((earlier) => earlier.isKnown[cell] === 1);
        const isRevised = own.earlier.some((earlier) => earlier.isRevised[cell] === 1);
        if (isKnown || isRevised) fixed[at]![cell] = 1;
        if (isKnown) continue;
        const must = wanted[cell] === 1 || own.earlier.some((earlier) => earlier.mustHide[cell] === 1);
        if (must) pattern[cell] = 1;
        if (must && isRevised) isCompromised = true;
      }
    }
    return pattern;
  });
  const plain = cohort.counts.map((count, at) =>
    layerOf(count, cohort.values[at]!, cohort, ruled, decided, isWhole),
  );
  return {
    cohort,
    layers: plain.map((layer, at) => withParts(layer, at, cohort, plain)),
    patterns,
    mayHide,
    fixed,
    isCompromised,
  };
}

/** A total of the bundle is made of its other layers. */
function withParts(layer: Layer, at: number, { counts }: Cohort, layers: readonly Layer[]): Layer {
  const { term } = counts[at]!;
  if (measureOf(term) !== null) return layer;
  const divisor = factorOf(counts[at]!);
  const madeOf = counts.flatMap((count, part) => {
    const measure = measureOf(count.term);
    const weight = measure === null ? undefined : term[measure];
    return weight === undefined ? [] : [{ layer: layers[part]!, weight: weight / divisor }];
  });
  return madeOf.length > 0 ? { ...layer, madeOf } : layer;
}

const factorOf = ({ term }: Count): number => {
  const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));
  return Object.values(term).reduce(gcd, 0) || 1;
};

/** The patterns by layer in which all is protected; null where only hiding all of the bundle helps. */
function protect(
  bundle: Bundle,
  { cohort, layers, patterns, mayHide, fixed, isCompromised }: Prepared,
): Uint8Array[] | null {
  if (isCompromised) return null;
  const { tree } = cohort;
  if (bundle.hide === "apart") {
    const table: Table = {
      tree,
      layers,
      patterns: patterns.map((pattern) => pattern.slice()),
      mayHide,
      fixed,
    };
    return repairCategories(table) ? [...table.patterns] : null;
  }
  const pattern = new Uint8Array(tree.parent.length);
  for (const own of patterns) for (let cell = 0; cell < pattern.length; cell++) pattern[cell]! |= own[cell]!;
  const cost = new Float64Array(pattern.length);
  for (const { value } of layers) for (let cell = 0; cell < cost.length; cell++) cost[cell]! += value[cell]!;
  const free = mayHide.map((own, cell) =>
    fixed.some((isFixed) => isFixed[cell] === 1) ? MAY_HIDE.never : own,
  );
  const hidden = repair({ tree, layers, pattern, mayHide: free, cost });
  return hidden && layers.map(() => hidden);
}

/** Bundles in an order in which the wholes come before their parts. */
export function inOrder(bundles: readonly Bundle[], { ratios }: Counts, { parts }: Ruled): Bundle[] {
  const needs = new Map<Bundle, Set<Bundle>>(bundles.map((bundle) => [bundle, new Set()]));
  const home = new Map<Count, Bundle>(
    bundles.flatMap((bundle) => bundle.counts.map((count) => [count, bundle] as const)),
  );
  const need = (part: Count, whole: Count): void => {
    const [own, other] = [home.get(part), home.get(whole)];
    if (own && other && own !== other) needs.get(own)!.add(other);
  };
  for (const { part, whole } of parts) need(part, whole);
  for (const { numerator, denominator } of ratios) need(numerator, denominator);
  const ordered: Bundle[] = [];
  const visit = (bundle: Bundle, path: readonly Bundle[]): void => {
    if (ordered.includes(bundle) || path.includes(bundle)) return;
    for (const before of needs.get(bundle)!) visit(before, [...path, bundle]);
    ordered.push(bundle);
  };
  for (const bundle of bundles) visit(bundle, []);
  return ordered;
}

interface Protected {
  readonly bundle: Bundle;
  /** What is hidden of each of its counts; null where all has to be. */
  readonly patterns: ReadonlyMap<Count, Uint8Array> | null;
  readonly ofCohorts: ReadonlyMap<Cohort, readonly Uint8Array[]>;
  /** Counts that were left out of the bundle and are withheld, so that the others can be shown. */
  readonly left: readonly Count[];
}

/** Protects a bundle; where that fails and a count is shown twice over, without the one that covers less. */
function protectBundle(
  input: PeriodInput,
  bundle: Bundle,
  counts: Counts,
  ruled: Ruled,
  decided: Patterns,
  left: readonly Count[] = [],
): Protected {
  const own = new Map(bundle.counts.map((count) => [count, new Uint8Array(count.value.length)] as const));
  const ofCohorts = new Map<Cohort, readonly Uint8Array[]>();
  const isSafe = bundle.cohorts.every((cohort) => {
    const patterns = protect(bundle, prepare(input, bundle, cohort, counts, ruled, decided));
    if (patterns) ofCohorts.set(cohort, patterns);
    patterns?.forEach((pattern, at) => {
      for (const count of cohort.members)
        if (count.key === cohort.counts[at]!.key) addCells(own.get(count)!, pattern, cohort.tree.exists);
    });
    return patterns !== null;
  });
  if (isSafe) return { bundle, patterns: own, ofCohorts, left };
  const [least] = bundle.counts
    .filter((count) => bundle.counts.some((other) => other !== count && other.key === count.key))
    .sort((a, b) => size(a.exists) - size(b.exists));
  if (!least) return { bundle, patterns: null, ofCohorts: new Map(), left };
  const others = bundle.counts.filter((count) => count !== least);
  const [smaller] = bundlesOf(input.areas, others);
  return protectBundle(input, smaller!, counts, ruled, decided, [...left, least]);
}

/** Decides what the public sees of a period. */
export function planPeriod(input: PeriodInput): PeriodPlan {
  const counts = countsOf(input);
  const ruled = applyRules(counts, input.areas.above, minimumOf(input));
  const bundles = inOrder(bundlesOf(input.areas, counts.all), counts, ruled);
  const hidden = new Map<Count, HiddenCount>();
  const decided = new Map<Count, Decided>();
  const withheld: string[] = [];
  for (const count of counts.all)
    if (count.rule.isOpen) decided.set(count, { hidden: new Uint8Array(count.value.length), reach: null });
  const done: Bundle[] = [];
  const cohortPatterns = new Map<Cohort, readonly Uint8Array[]>();
  for (const first of bundles) {
    const { bundle, patterns, ofCohorts, left } = protectBundle(input, first, counts, ruled, decided);
    done.push(bundle);
    for (const [cohort, own] of ofCohorts) cohortPatterns.set(cohort, own);
    if (!patterns || left.length > 0)
      withheld.push(...[...(patterns ? [] : bundle.counts), ...left].map(({ sides }) => sides[0]!.id));
    const reaches: [Count, Decided][] = [];
    for (const count of first.counts) {
      const pattern = patterns?.get(count) ?? count.exists.slice();
      for (let cell = 0; cell < pattern.length; cell++)
        if (count.exists[cell] === 1 && input.areas.level[cell]! > bundle.lowest) pattern[cell] = 1;
      hidden.set(count, { count, hidden: pattern, byRule: primaryCells(input, bundle, count, ruled) });
      const isAlone = patterns && !left.includes(count);
      const reach = isAlone ? reachOf(input, bundle, count, pattern, ruled, counts, decided) : null;
      reaches.push([count, { hidden: pattern, reach }]);
    }
    for (const [count, own] of reaches) decided.set(count, own);
  }
  return {
    period: input.period,
    counts,
    bundles: done,
    ruled,
    hidden,
    decided,
    patterns: cohortPatterns,
    withheld: [...new Set(withheld)],
  };
}

function addCells(to: Uint8Array, pattern: Uint8Array, exists: Uint8Array): void {
  for (let cell = 0; cell < to.length; cell++) if (exists[cell] === 1) to[cell]! |= pattern[cell]!;
}

const primaryCells = (
  { areas }: PeriodInput,
  { lowest }: Bundle,
  count: Count,
  { primary }: Ruled,
): Uint8Array =>
  primary
    .get(count)!
    .pattern.map((own, cell) =>
      Number(count.exists[cell] === 1 && (own === 1 || areas.level[cell]! > lowest)),
    );
