// The profile of the open or selected area.

import { profileContract } from "#domain/contract/areas";
import type { Profile } from "#domain/contract/areas";
import { useAnswer } from "./use_answer.ts";
import type { AnswerState } from "./use_answer.ts";
import { useOpenArea } from "./use_open_area.ts";
import { useView } from "./view_context.ts";

/** Every indicator of the area in the period of the view. */
export function useProfile(): AnswerState<Profile> {
  const here = useView();
  const { catalog, resolved } = here;
  const { code } = useOpenArea(here);
  const { period } = resolved;
  return useAnswer(
    profileContract,
    code === null || period === "" ? null : { params: { code }, query: { release: catalog.address, period } },
  );
}
