// The number whose origin is asked for. One card answers, wherever the number stands; beside React and not in the URL, as the hover.

import { useSyncExternalStore } from "react";
import type { ClassPick } from "./fill.ts";

/** An indicator in a period, or its change since an earlier one. */
export interface IndicatorPeriod {
  readonly indicator: string;
  readonly period: string;
  readonly since?: string | null;
}

/** Query of the classes of an indicator, as its contract has it. */
export type ClassesQuery = Readonly<Record<string, string | number | null | undefined>>;

export type FigureRef =
  /** Figures of one area; that at `first` (0 without) is shown, the others are offered. */
  | {
      readonly kind: "area";
      readonly code: string;
      readonly shown: readonly IndicatorPeriod[];
      readonly first?: number;
    }
  | {
      readonly kind: "set";
      readonly codes: readonly string[];
      readonly indicator: string;
      readonly period: string;
    }
  /** The classes that `query` asks for; `pick` is the one whose areas are listed first, `bin` a column of the histogram instead. */
  | {
      readonly kind: "classes";
      readonly query: ClassesQuery;
      readonly pick: ClassPick | null;
      readonly bin?: number;
    }
  /** The nine classes of two indicators at once; `at` is the one that was pressed. */
  | { readonly kind: "pair"; readonly at: number | null }
  | {
      readonly kind: "derived";
      readonly title: string;
      /** The rule, in words. */
      readonly how: string;
      readonly from: readonly DerivedFrom[];
      /** The number itself, where the screen does not write it. */
      readonly worth?: string;
    };

/** What a number is worked out from: its name, the number, and where that one comes from. */
export type DerivedFrom = readonly [name: string, number: string, of?: FigureRef];

/** The question about one figure of an area. */
export const areaFigureRef = (code: string, indicator: string, period: string): FigureRef => ({
  kind: "area",
  code,
  shown: [{ indicator, period }],
});

/** A rectangle of the page in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface OpenFigure {
  readonly figureRef: FigureRef;
  /** Where the number stands; null puts the card in the middle. */
  readonly anchor: Box | null;
  /** What was asked before inside the same card. */
  readonly before: OpenFigure | null;
}

let asking: OpenFigure | null = null;
const listeners = new Set<() => void>();

function tell(next: OpenFigure | null): void {
  asking = next;
  for (const listener of listeners) listener();
}

/** Asks where a number comes from; from inside the card it leads on, and back again. */
export const openFigure = (figureRef: FigureRef, anchor: Box | null): void =>
  tell({ figureRef, anchor: asking?.anchor ?? anchor, before: asking });

/** Goes back to what was asked before. */
export const openPreviousFigure = (): void => tell(asking?.before ?? null);

export const closeFigure = (): void => tell(null);

export const getOpenFigure = (): OpenFigure | null => asking;

export const useOpenFigure = (): OpenFigure | null =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, getOpenFigure);
