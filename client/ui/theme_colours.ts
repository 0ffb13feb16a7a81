// The tokens of the style sheet that the canvas needs, read where they are declared.

import type { Theme } from "#client/model/view.ts";

export interface MapColours {
  readonly paper: string;
  readonly land: string;
  readonly edge: string;
  readonly border: string;
  readonly solid: string;
  readonly ink: string;
  readonly ink2: string;
  readonly hatchPaper: string;
  readonly hatchInk: string;
}

/** Reads the colours of a theme; the root element must have it already. */
export function readColours(theme: Theme): MapColours {
  const root = document.documentElement;
  if (root.dataset["theme"] !== theme)
    throw new Error(`the page wears theme "${root.dataset["theme"]}", not "${theme}"`);
  const style = getComputedStyle(root);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    paper: token("--paper"),
    land: token("--land"),
    edge: token("--edge"),
    border: token("--border"),
    solid: token("--solid"),
    ink: token("--ink"),
    ink2: token("--ink2"),
    hatchPaper: token("--hatch-paper"),
    hatchInk: token("--hatch-ink"),
  };
}
