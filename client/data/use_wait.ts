// How long a card has waited for what it should show: at first the old is dimmed, then it makes room.

import { useEffect, useState } from "react";
import type { AnswerState } from "./use_answer.ts";

/** From this time on nobody should read the old numbers any more, in milliseconds. */
const OVERDUE_MS = 400;

/** `stale` and `overdue` while the answer is on its way, `failed` when it did not come; `ready` else. */
export type Wait = "ready" | "stale" | "overdue" | "failed";

/** How long `isWaiting` has held, or that what was waited for `hasFailed`. */
export function useWaiting(isWaiting: boolean, hasFailed: boolean): Wait {
  const [isOverdue, setOverdue] = useState(false);
  if (!isWaiting && isOverdue) setOverdue(false);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setOverdue(true), OVERDUE_MS);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  if (hasFailed) return "failed";
  return !isWaiting ? "ready" : isOverdue ? "overdue" : "stale";
}

/** How long an answer is waited for; with several, until all of them are there. */
export const useWait = (...answers: readonly Pick<AnswerState<unknown>, "isLoading" | "error">[]): Wait =>
  useWaiting(
    answers.some(({ isLoading }) => isLoading),
    answers.some(({ error }) => error !== null),
  );
