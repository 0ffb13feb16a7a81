// The areas of all levels as one list of cells, the top first, and figures by that list.

import type { Indicator } from "#domain/indicator";
import type { Measure } from "#domain/measure";

export interface AreaTree {
  /** The cell of the area above; −1 at the top. */
  readonly above: Int32Array;
  /** Ordinal of the level of each cell; 0 at the top. */
  readonly level: Uint8Array;
  readonly levelCount: number;
}

/** An internal column of all levels, by cell. */
export interface Figures {
  readonly numerator: Float64Array;
  readonly denominator: Float64Array | null;
  /** 1 where villages contribute. */
  readonly exists: Uint8Array;
}

/** Everything that one period is judged by. */
export interface PeriodInput {
  readonly period: string;
  readonly areas: AreaTree;
  /** Those that the public edition carries, and that have figures in the period. */
  readonly indicators: readonly Indicator[];
  readonly measures: readonly Measure[];
  /** Measures that are shown beside indicators, because their intervals are made of them. */
  readonly shownMeasures: readonly string[];
  /** k. */
  readonly threshold: number;
  indicator(id: string): Figures | undefined;
  measure(id: string): Figures | undefined;
  /** What earlier releases have shown or hidden of a side of a column; undefined where none did. */
  earlier?(column: ColumnSide): Earlier | undefined;
}

export interface ColumnSide {
  /** Id of an indicator, or of a measure that is shown. */
  readonly id: string;
  readonly kind: "indicator" | "measure";
  readonly side: "numerator" | "denominator";
}

/** What is public of the same cells by earlier releases. */
export interface Earlier {
  /** For each of them, 1 where it had figures. */
  readonly existed: readonly Uint8Array[];
  /** 1 where one shows the figure that is there now. */
  readonly isKnown: Uint8Array;
  /** 1 where one shows another figure than the one now. */
  readonly isRevised: Uint8Array;
  /** 1 where one hides the figure, or boundaries have changed since. */
  readonly mustHide: Uint8Array;
  /** Least and most by which a figure that one hides has been changed since. */
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/** The areas of levels that are given top first, each with the idx of the area above. */
export function joinLevels(levels: readonly { readonly parentIdx: Int32Array }[]): AreaTree {
  const total = levels.reduce((sum, { parentIdx }) => sum + parentIdx.length, 0);
  const above = new Int32Array(total).fill(-1);
  const level = new Uint8Array(total);
  let first = 0;
  let firstAbove = 0;
  levels.forEach(({ parentIdx }, ordinal) => {
    for (let idx = 0; idx < parentIdx.length; idx++) {
      level[first + idx] = ordinal;
      if (ordinal > 0 && parentIdx[idx]! >= 0) above[first + idx] = firstAbove + parentIdx[idx]!;
    }
    firstAbove = first;
    first += parentIdx.length;
  });
  return { above, level, levelCount: levels.length };
}
