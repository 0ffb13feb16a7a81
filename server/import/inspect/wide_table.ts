// Tables of one row for each area: columns that are measured one by one, or counts of a whole that their shares imply.

import type { Figures } from "./figures.ts";
import type { FoundTable } from "./found_table.ts";
import { inExpression, type SeenColumn } from "./seen_source.ts";
import { idOf, labelOf, unitOf } from "./headers.ts";
import { impliedWhole, type ImpliedWhole } from "./implied_whole.ts";
import type { MeasuredColumn } from "./measured_columns.ts";
import { holdsBackSmall } from "./missing_words.ts";

/** A table of one row for each area. */
export function wideTables(
  base: Omit<FoundTable, "columns">,
  columns: readonly SeenColumn[],
  measured: (columns: readonly SeenColumn[]) => MeasuredColumn[],
  figures: Figures,
): FoundTable[] {
  const whole = impliedWhole(columns);
  if (!whole) return splitByMissing(base, columns, measured);
  const { pairs, best, total } = whole;
  const used = new Set(pairs.flatMap(({ count, share }) => [count, share]));
  const others = measured(columns.filter((column) => !used.has(column)));
  const remarks = [
    ...base.remarks,
    `guessed: ${pairs.map(({ share }) => share.name).join(", ")} are shares of one whole, which is computed`,
    ...(total ? [`left out: ${total.name} (the sum of the others)`] : []),
  ];
  return [
    {
      ...base,
      remarks,
      whole,
      checks: [`${inExpression(best.share)} <= 1`],
      columns: [...partsOf(whole, figures), ...others],
    },
  ];
}

/** The measures of a whole and its parts, and indicators of what share each part is. */
function partsOf(whole: ImpliedWhole, figures: Figures): MeasuredColumn[] {
  const { pairs, best, total } = whole;
  const counts = pairs.map(({ count }) => count).filter((count) => count !== total);
  const parts = counts.map(({ name }): MeasuredColumn => {
    const unit = unitOf(name) ?? "count";
    return {
      measure: figures.measure({ id: idOf(name, "part"), label: labelOf(name), unit }),
      spec: name,
      remark: null,
    };
  });
  const isHouseholds = unitOf(best.count.name) === "households";
  const all = figures.measure({
    id: isHouseholds ? "households" : "whole",
    label: isHouseholds
      ? { en: "Households, implied by shares", zh: "户数（由比例推算）" }
      : { en: "Whole, implied by shares", zh: "总数（由比例推算）" },
    unit: unitOf(best.count.name) ?? "count",
  });
  for (const [at, { measure }] of parts.entries())
    figures.addRatio(`${measure}_share`, counts[at]!.name, labelOf(counts[at]!.name), [
      { [measure]: 1 },
      { [all]: 1 },
    ]);
  if (total) {
    const sum = Object.fromEntries(parts.map(({ measure }) => [measure, 1]));
    figures.addRatio(`${idOf(total.name, "all")}_share`, total.name, labelOf(total.name), [
      sum,
      { [all]: 1 },
    ]);
  }
  return [...parts, { measure: all, spec: { expr: wholeExpression(whole) }, remark: null }];
}

/** How the whole of a row is computed. */
export const wholeExpression = ({ best: { count, share } }: Pick<ImpliedWhole, "best">): string =>
  `round(${inExpression(count)} / ${inExpression(share)})`;

/** Columns whose empty cells are small counts held back are a table of their own where others have empty cells too. */
function splitByMissing(
  base: Omit<FoundTable, "columns">,
  columns: readonly SeenColumn[],
  measured: (columns: readonly SeenColumn[]) => MeasuredColumn[],
): FoundTable[] {
  const rounded = columns.filter(holdsBackSmall);
  if (rounded.length === 0) return [{ ...base, columns: measured(columns) }];
  const others = columns.filter((column) => !rounded.includes(column));
  const held: FoundTable = {
    ...base,
    id: others.length > 0 ? `${base.id}_rounded` : base.id,
    columns: measured(rounded),
    missing: { ...base.missing, "": "suppressed" },
    remarks: [
      ...base.remarks,
      "guessed: all numbers are multiples of 5, so that empty cells are small counts that were held back",
    ],
  };
  return others.length > 0 ? [{ ...base, columns: measured(others) }, held] : [held];
}
