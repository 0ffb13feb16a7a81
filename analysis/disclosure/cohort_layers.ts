// The layers of a cohort: the bounds that anybody, and somebody who knows the rules, has of each of its counts.

import type { Cohort } from "./bundles.ts";
import { measureOf, type Count } from "./counts.ts";
import { size, type Patterns } from "./decided.ts";
import type { Layer } from "./layer.ts";
import { leastOf, mostOf, narrowByEarlier } from "./parts.ts";
import type { Part, Ruled } from "./rules.ts";
import { boundsOf, NO_BOUND, type CellTree } from "./tree.ts";

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

/** The layers of a cohort, each with the layers that it is made of; `isWhole` where the cohort covers all areas that its counts do. */
export function layersOf(cohort: Cohort, ruled: Ruled, decided: Patterns, isWhole: boolean): Layer[] {
  const layers = cohort.counts.map((count, at) =>
    layerOf(count, cohort.values[at]!, cohort, ruled, decided, isWhole),
  );
  return layers.map((layer, at) => withParts(layer, at, cohort, layers));
}
