// What the columns of a period count: each count once, whatever the indicators that show it.

import { CATEGORIES, countOf, disclosureRule, OPEN_MEASURES, peopleBehind } from "#domain/disclosure";
import type { Indicator, Term } from "#domain/indicator";
import type { AreaTree, ColumnSide, Earlier, Figures, PeriodInput } from "./areas.ts";

/** A count as some columns show it: the same term summed over the same villages. */
export interface Count {
  readonly key: string;
  readonly term: Term;
  /** Of one times the term. */
  readonly value: Float64Array;
  readonly exists: Uint8Array;
  readonly isSum: Uint8Array;
  readonly sides: readonly ColumnSide[];
  readonly rule: CountRule;
  /** By cell how many people stand behind it; null where it is not known. */
  readonly behind: Float64Array | null;
  /** Whether it counts them itself. */
  readonly isHeads: boolean;
  readonly earlier: readonly Earlier[];
}

/** The strictest of the rules of all that show it. */
export interface CountRule {
  /** Nothing of it is ever hidden. */
  readonly isOpen: boolean;
  readonly minCount: number;
  readonly levelsAboveLowest: number;
}

/** The side of an indicator that is shown as a count of its own. */
export interface Ratio {
  readonly indicator: Indicator;
  readonly numerator: Count;
  readonly denominator: Count;
  /** The numerator's factor over the denominator's: numerator ≤ denominator means value × factor ≤ value × factor. */
  readonly factors: readonly [numerator: number, denominator: number];
}

export interface Counts {
  readonly all: readonly Count[];
  readonly ratios: readonly Ratio[];
}

interface Draft {
  readonly key: string;
  readonly term: Term;
  readonly factor: number;
  readonly figures: Figures;
  readonly side: ColumnSide;
  readonly rule: CountRule;
  readonly addsUp: boolean;
}

function hasSameCells(a: Uint8Array, b: Uint8Array): boolean {
  for (let cell = 0; cell < a.length; cell++) if (a[cell] !== b[cell]) return false;
  return true;
}

/** 1 where an area is the sum of areas below it; what comes from records never is. */
function sumsOf({ above }: AreaTree, exists: Uint8Array, addsUp: boolean): Uint8Array {
  const isSum = new Uint8Array(exists.length);
  if (addsUp)
    for (let cell = 0; cell < above.length; cell++)
      if (above[cell]! >= 0 && exists[cell] === 1 && exists[above[cell]!] === 1) isSum[above[cell]!] = 1;
  return isSum;
}

const valueOf = ({ figures, factor, side }: Draft): Float64Array => {
  const stored = side.side === "numerator" ? figures.numerator : figures.denominator!;
  return factor === 1 ? stored : stored.map((value) => value / factor);
};

/** How many people stand behind each cell of a term; null where no measure says it. */
function behindOf(input: PeriodInput, term: Term, value: Float64Array): [Float64Array | null, boolean] {
  const people = peopleBehind(term, input.measures);
  if (!people) return [null, false];
  if (people.kind === "itself") return [value, true];
  const behind = new Float64Array(value.length).fill(Number.NaN);
  for (const id of people.measures) {
    const figures = input.measure(id);
    if (!figures) continue;
    for (let cell = 0; cell < behind.length; cell++)
      if (Number.isNaN(behind[cell]) && figures.exists[cell] === 1) behind[cell] = figures.numerator[cell]!;
  }
  return [behind, false];
}

function draftsOf(input: PeriodInput): Draft[] {
  const drafts: Draft[] = [];
  for (const indicator of input.indicators) {
    const figures = input.indicator(indicator.id);
    const rule = disclosureRule(indicator, input.threshold);
    if (!figures || !rule) continue;
    const addsUp = indicator.rollUp !== "from_records";
    const sides = [
      ["numerator", indicator.numerator],
      ["denominator", indicator.denominator],
    ] as const;
    for (const [side, term] of sides)
      if (term)
        drafts.push({
          ...countOf(term),
          term,
          figures,
          side: { id: indicator.id, kind: "indicator", side },
          rule: { ...rule, isOpen: rule.minCount === 0 || OPEN_MEASURES.includes(countOf(term).key) },
          addsUp,
        });
  }
  const counted = disclosureRule({ disclosure: "D1" }, input.threshold)!;
  for (const id of input.shownMeasures) {
    const figures = input.measure(id);
    if (figures)
      drafts.push({
        ...countOf({ [id]: 1 }),
        term: { [id]: 1 },
        figures,
        side: { id, kind: "measure", side: "numerator" },
        rule: { ...counted, isOpen: false },
        addsUp: true,
      });
  }
  return drafts;
}

const strictest = (rules: readonly CountRule[]): CountRule => ({
  isOpen: rules.some(({ isOpen }) => isOpen),
  minCount: Math.max(...rules.map(({ minCount }) => minCount)),
  levelsAboveLowest: Math.min(...rules.map(({ levelsAboveLowest }) => levelsAboveLowest)),
});

/** Every count that the columns of a period show, and the ratios between them. */
export function countsOf(input: PeriodInput): Counts {
  const groups: Draft[][] = [];
  for (const draft of draftsOf(input)) {
    const same = groups.find(
      ([first]) => first!.key === draft.key && hasSameCells(first!.figures.exists, draft.figures.exists),
    );
    if (same) same.push(draft);
    else groups.push([draft]);
  }
  const rules = new Map<string, CountRule>();
  for (const group of groups) {
    const { key } = group[0]!;
    const known = rules.get(key);
    rules.set(key, strictest([...(known ? [known] : []), ...group.map(({ rule }) => rule)]));
  }
  const all = groups.map((group): Count => {
    const [first] = group;
    const { key, term, figures, addsUp } = first!;
    const value = valueOf(first!);
    const [behind, isHeads] = behindOf(input, term, value);
    const earlier = group.flatMap(({ side }) => input.earlier?.(side) ?? []);
    return {
      key,
      term,
      value,
      exists: figures.exists,
      isSum: sumsOf(input.areas, figures.exists, addsUp),
      sides: group.map(({ side }) => side),
      rule: rules.get(key)!,
      behind,
      isHeads,
      earlier,
    };
  });
  return { all, ratios: ratiosOf(input, all) };
}

function ratiosOf({ indicators }: PeriodInput, counts: readonly Count[]): Ratio[] {
  const sideOf = (id: string, side: ColumnSide["side"]): Count | undefined =>
    counts.find(({ sides }) =>
      sides.some((own) => own.kind === "indicator" && own.id === id && own.side === side),
    );
  return indicators.flatMap((indicator) => {
    const numerator = sideOf(indicator.id, "numerator");
    const denominator = sideOf(indicator.id, "denominator");
    if (!numerator || !denominator || !indicator.denominator) return [];
    const factors = [countOf(indicator.numerator).factor, countOf(indicator.denominator).factor] as const;
    return [{ indicator, numerator, denominator, factors }];
  });
}

/** The measure that a term is one times of; null for a sum of several. */
export function measureOf(term: Term): string | null {
  const [id, ...others] = Object.keys(term);
  return others.length === 0 ? id! : null;
}

/** The categories that a term belongs to, as a part or as the total; null for most. */
export const categoriesOf = (term: Term) =>
  CATEGORIES.find(({ isPart, isTotal }) => {
    const measure = measureOf(term);
    return (measure !== null && isPart(measure)) || isTotal(term);
  }) ?? null;
