// What the planner asks and has put by hand, with undo and redo; kept by area for the tab.

import { useSyncExternalStore } from "react";
import { firstQuestion } from "#domain/planning";
import type { PlanQuestion } from "#domain/planning";

/** A village, or a point between villages. */
export type SitePlace = string | readonly [number, number];

export interface Draft {
  readonly question: PlanQuestion;
  /** Sites put by hand; null for those that are found. */
  readonly sites: readonly SitePlace[] | null;
}

export interface DraftHistory {
  readonly past: readonly Draft[];
  readonly present: Draft;
  readonly future: readonly Draft[];
}

/** Steps that can be taken back. */
const MOST_STEPS = 50;

const histories = new Map<string, DraftHistory>();
const listeners = new Set<() => void>();

/** The draft of an area that nobody has changed. */
const begun = (area: string): DraftHistory => ({
  past: [],
  present: { question: firstQuestion(area), sites: null },
  future: [],
});

export function historyOf(area: string): DraftHistory {
  const known = histories.get(area);
  if (known) return known;
  const made = begun(area);
  histories.set(area, made);
  return made;
}

function set(area: string, history: DraftHistory): void {
  histories.set(area, history);
  for (const listener of listeners) listener();
}

/** The history after a change. */
export const changed = ({ past, present }: DraftHistory, next: Draft): DraftHistory => ({
  past: [...past, present].slice(-MOST_STEPS),
  present: next,
  future: [],
});

/** The history a step back; the same where there is none. */
export function undone(history: DraftHistory): DraftHistory {
  const { past, present, future } = history;
  const before = past.at(-1);
  return before ? { past: past.slice(0, -1), present: before, future: [present, ...future] } : history;
}

/** The history a step on again; the same where there is none. */
export function redone(history: DraftHistory): DraftHistory {
  const { past, present, future } = history;
  const [next, ...rest] = future;
  return next ? { past: [...past, present], present: next, future: rest } : history;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export interface DraftControl extends DraftHistory {
  /** Changes the question; sites that were put by hand are given up. */
  ask(patch: Partial<PlanQuestion>): void;
  put(sites: readonly SitePlace[]): void;
  replace(draft: Draft): void;
  undo(): void;
  redo(): void;
}

/** The draft of an area, and what changes it. */
export function useDraft(area: string): DraftControl {
  const history = useSyncExternalStore(subscribe, () => historyOf(area));
  const change = (next: Draft): void => set(area, changed(historyOf(area), next));
  return {
    ...history,
    ask: (patch) => change({ question: { ...history.present.question, ...patch }, sites: null }),
    put: (sites) => change({ ...history.present, sites }),
    replace: change,
    undo: () => set(area, undone(historyOf(area))),
    redo: () => set(area, redone(historyOf(area))),
  };
}
