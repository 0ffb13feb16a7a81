// Whether what the screen needs is on its way, and what of it went wrong.

import type { ApiError } from "#client/data/api.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import type { AnswerState } from "#client/data/use_answer.ts";
import { useOpenArea } from "#client/data/use_open_area.ts";
import { retryNow } from "#client/data/retry_policy.ts";
import { useProfile } from "#client/data/use_profile.ts";
import { useView } from "#client/data/view_context.ts";
import { modeRow } from "#client/modes/modes.ts";

/** What map, list and profile wait for. */
function useEssential(): readonly Pick<AnswerState<unknown>, "error" | "isLoading" | "retry">[] {
  const here = useView();
  const { classed, listed } = modeRow(here.resolved.mode);
  const { named, isLoading } = useOpenArea(here);
  const classes = useAnswer(classed.contract, classed.asked(here));
  const list = useAnswer(listed.contract, listed.asked(here));
  return [{ ...named, isLoading }, classes, list, useProfile()];
}

/** Whether anything of it is on its way. */
export const useProgress = (): boolean => useEssential().some(({ isLoading }) => isLoading);

/** The first thing that went wrong; a retry asks for it again, and for all else that waits. */
export function useFailure(): { readonly error: ApiError; retry(): void } | null {
  for (const { error, retry } of useEssential()) {
    if (!error) continue;
    const askAgain = (): void => {
      retry();
      retryNow();
    };
    return { error, retry: askAgain };
  }
  return null;
}
