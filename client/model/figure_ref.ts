// The number whose origin is asked for. One card answers, wherever the number stands; beside React and not in the URL, as the hover.

import type { ClassPick } from "./fill.ts";
import { createStore, useStore } from "./store.ts";

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
  /** The classes of a mode that has some of its own; `at` is the one that was pressed. */
  | { readonly kind: "mode"; readonly mode: string; readonly at: number | null }
  | {
      readonly kind: "derived";
      readonly title: string;
      /** The rule, in words. */
      readonly how: string;
      readonly from: readonly DerivedFrom[];
      /** The number itself, where the screen does not write it. */
      readonly worth?: string;
    };

/** What a number is computed from: its name, the number, and where that one comes from. */
export type DerivedFrom = readonly [name: string, number: string, of?: FigureRef];

/** The question about one figure of an area. */
export const areaFigureRef = (code: string, indicator: string, period: string): FigureRef => ({
  kind: "area",
  code,
  shown: [{ indicator, period }],
});

/** A rectangle of the page in pixels, as `getBoundingClientRect` returns it. */
export type PageRect = Pick<DOMRectReadOnly, "left" | "top" | "right" | "bottom">;

export interface OpenFigure {
  readonly figureRef: FigureRef;
  /** Where the number stands; null puts the card in the middle. */
  readonly anchor: PageRect | null;
  /** The figure that was open before in the same card. */
  readonly before: OpenFigure | null;
}

const openFigureStore = createStore<OpenFigure | null>(null);

/** Opens the card of a figure; from inside the card it leads on, and back again. */
export function openFigure(figureRef: FigureRef, anchor: PageRect | null): void {
  const before = openFigureStore.get();
  openFigureStore.set({ figureRef, anchor: before?.anchor ?? anchor, before });
}

/** Returns to the figure that was open before, or closes the card. */
export const openPreviousFigure = (): void => openFigureStore.set(openFigureStore.get()?.before ?? null);

export const closeFigure = (): void => openFigureStore.set(null);

export const useOpenFigure = (): OpenFigure | null => useStore(openFigureStore);
