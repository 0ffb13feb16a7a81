// Audit: whether what the public sees of a period, with all that it has seen before, keeps every hidden cell.

import type { PeriodInput } from "./areas.ts";
import { unsafeCategories, type Table } from "./categories.ts";
import type { PeriodAudit } from "./certificate.ts";
import type { Count } from "./counts.ts";
import { hiddenOf, isOfFewerThanFive, isProtected, protectionOf } from "./layer.ts";
import type { Decided } from "./decided.ts";
import type { PeriodPlan } from "./plan.ts";
import { prepare } from "./prepare.ts";
import { MAY_HIDE } from "./repair.ts";
import { NO_BOUND } from "./tree.ts";

/** A hidden cell that can be computed too closely. */
export interface UnsafeCell {
  readonly count: Count;
  readonly cell: number;
  /** The cell whose total, less its shown parts, gives it away; −1 at the top. */
  readonly over: number;
  /** Whether it is shown as it is. */
  readonly isShown: boolean;
  readonly low: number;
  readonly high: number;
}

export interface Audit extends PeriodAudit {
  readonly unsafe: readonly UnsafeCell[];
}

/** 1 where public columns show a cell of a count. */
export type Visible = (count: Count) => Uint8Array;

/** Audits a period from what public columns really show. */
export function auditPeriod(input: PeriodInput, plan: PeriodPlan, visible: Visible): Audit {
  const unsafe: UnsafeCell[] = [];
  let cells = 0;
  let narrowest = Infinity;
  let ofFewerThanFive = 0;
  const decided = new Map<Count, Decided>(plan.decided);
  for (const [count, { hidden }] of plan.hidden) {
    const seen = visible(count);
    for (let cell = 0; cell < hidden.length; cell++)
      if (hidden[cell] === 1 && seen[cell] === 1 && count.exists[cell] === 1)
        unsafe.push({
          count,
          cell,
          over: -1,
          isShown: true,
          low: count.value[cell]!,
          high: count.value[cell]!,
        });
  }
  for (const bundle of plan.bundles)
    for (const cohort of bundle.cohorts) {
      const { tree, counts, members } = cohort;
      const { layers } = prepare(input, bundle, cohort, plan.counts, plan.ruled, decided);
      const own = plan.patterns.get(cohort);
      // Where all of it is withheld, nothing is known of any part.
      if (!own) continue;
      const patterns = counts.map((count, at) => {
        const seen = members.filter(({ key }) => key === count.key).map(visible);
        return own[at]!.map((hidden, cell) =>
          Number(tree.exists[cell] === 1 && hidden === 1 && !seen.some((shown) => shown[cell] === 1)),
        );
      });
      cells += patterns.reduce((sum, pattern) => sum + pattern.reduce((all, own) => all + own, 0), 0);
      if (bundle.hide === "apart") {
        const table: Table = {
          tree,
          layers,
          patterns,
          mayHide: new Uint8Array(tree.parent.length).fill(MAY_HIDE.never),
          fixed: patterns.map((pattern) => new Uint8Array(pattern.length)),
        };
        for (const { category, cell } of unsafeCategories(table))
          unsafe.push({
            count: counts[category]!,
            cell,
            over: tree.parent[cell]!,
            isShown: false,
            low: layers[category]!.value[cell]!,
            high: layers[category]!.value[cell]!,
          });
        continue;
      }
      layers.forEach((layer, at) => {
        const pattern = patterns[at]!;
        const hidden = hiddenOf(tree, layer, pattern);
        const protection = protectionOf(tree, layer, pattern);
        for (let cell = 0; cell < hidden.length; cell++) {
          if (hidden[cell] === 0) continue;
          const [low, high] = [protection.plain.low[cell]!, protection.plain.high[cell]!];
          if (isOfFewerThanFive(layer, cell)) ofFewerThanFive++;
          else narrowest = Math.min(narrowest, high - low);
          if (!isProtected(protection, layer, cell))
            unsafe.push({ count: counts[at]!, cell, over: tree.parent[cell]!, isShown: false, low, high });
        }
      });
    }
  return { unsafe, cells, narrowest: narrowest < NO_BOUND / 2 ? narrowest : null, ofFewerThanFive };
}
