// The public columns of a period: the internal ones without what the plan hides.

import type { PeriodPlan } from "#analysis/disclosure/plan";
import type { Count } from "#analysis/disclosure/counts";
import type { AreaTree, ColumnSide } from "#analysis/disclosure/areas";
import { disclosureRule } from "#domain/disclosure";
import { divide, type Indicator } from "#domain/indicator";
import { HAS_VALUE, MISSING } from "#domain/missing";
import type { ExactColumn, RolledColumn } from "#server/column_store/column";
import type { LevelCells } from "./internal_columns.ts";

const SUPPRESSED = MISSING.suppressed.status;

/** 1 where a column of an indicator or a measure shows nothing, by cell. */
export function hiddenCells(
  { counts, hidden }: PeriodPlan,
  { level, levelCount }: AreaTree,
  { id, kind }: Pick<ColumnSide, "id" | "kind">,
  indicator: Indicator | undefined,
): Uint8Array {
  const cells = new Uint8Array(level.length);
  for (const count of counts.all)
    if (count.sides.some((side) => side.id === id && side.kind === kind)) {
      const own = hidden.get(count)?.hidden;
      if (own) for (let cell = 0; cell < cells.length; cell++) cells[cell]! |= own[cell]!;
    }
  const rule = indicator && disclosureRule(indicator);
  const lowest = levelCount - 1 - (rule ? rule.levelsAboveLowest : 0);
  for (let cell = 0; cell < cells.length; cell++) if (level[cell]! > lowest) cells[cell] = 1;
  return cells;
}

/** The part of a column that is public; the column itself where that is all of it. */
export function withhold(
  column: ExactColumn,
  hidden: Uint8Array,
  { first, n }: LevelCells,
): RolledColumn | null {
  const isHidden = (idx: number): boolean => hidden[first + idx] === 1 && column.covered[idx]! > 0;
  let count = 0;
  for (let idx = 0; idx < n; idx++) if (isHidden(idx)) count++;
  if (count === 0) return null;
  const numerator = column.numerator.slice();
  const denominator = column.denominator && column.denominator.slice();
  const status = column.status.slice();
  const covered = column.covered.slice();
  const value = new Float32Array(n);
  for (let idx = 0; idx < n; idx++) {
    if (isHidden(idx)) {
      numerator[idx] = 0;
      if (denominator) denominator[idx] = 0;
      covered[idx] = 0;
      status[idx] = SUPPRESSED;
    }
    if (status[idx] === HAS_VALUE)
      value[idx] = divide(numerator[idx]!, denominator ? denominator[idx]! : null).value;
  }
  return { numerator, denominator, status, covered, value };
}

/** 1 where some public column shows a cell of a count. */
export function visibleCells(
  count: Count,
  levels: readonly LevelCells[],
  columnOf: (side: ColumnSide, level: string) => ExactColumn | undefined,
): Uint8Array {
  const visible = new Uint8Array(count.exists.length);
  for (const side of count.sides)
    for (const { id, first, n } of levels) {
      const column = columnOf(side, id);
      if (!column) continue;
      for (let idx = 0; idx < n; idx++)
        if (column.covered[idx]! > 0 || column.status[idx] === HAS_VALUE) visible[first + idx] = 1;
    }
  return visible;
}
