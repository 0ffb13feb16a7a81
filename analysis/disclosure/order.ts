// The order in which bundles are protected.

import type { Bundle } from "./bundles.ts";
import type { Count, Counts } from "./counts.ts";
import type { Ruled } from "./rules.ts";

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
