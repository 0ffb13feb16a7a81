// Conditions while a handle is being moved: shown at once, and in the link when it is let go.

import type { Condition } from "#domain/condition";
import { createStore, useStore } from "./store.ts";

const draft = createStore<readonly Condition[] | null>(null);

export const { set: setDraftConditions } = draft;

export const useDraftConditions = (): readonly Condition[] | null => useStore(draft);
