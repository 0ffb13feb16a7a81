// A question as a hook: its answer, and the last good one while the next is on its way.

import { useState } from "react";
import { skipToken, useQuery } from "@tanstack/react-query";
import type { SkipToken } from "@tanstack/react-query";
import type { Contract } from "#domain/contract/contract";
import type { Answer, ApiError, Asked } from "./api.ts";
import { answerOptions } from "./answers.ts";
import type { Answered } from "./answers.ts";
import { queryClient } from "./query_client.ts";

export interface AnswerState<T, Q extends Asked = Asked> {
  /** Answer to the present question; null until it is there. */
  readonly data: T | null;
  /** The last good answer, perhaps to an earlier question, with that question. */
  readonly shown: Answered<T, Q> | null;
  readonly error: ApiError | null;
  readonly isLoading: boolean;
  /** Sends the request again. */
  retry(): void;
}

const NOTHING: { queryKey: string[]; queryFn: SkipToken } = { queryKey: ["nothing"], queryFn: skipToken };

/**
 * Asks a question when it changes; null asks nothing. An answer that comes after the next question is dropped. A server that
 * is away or busy is asked again by and by, the error standing meanwhile.
 */
export function useAnswer<C extends Contract, Q extends Asked>(
  contract: C,
  asked: Q | null,
): AnswerState<Answer<C>, Q> {
  type Known = Answered<Answer<C>, Q>;
  const options = asked && answerOptions(contract, asked);
  const query = useQuery<Known>(options ?? NOTHING);
  const present = query.data ?? null;
  const [kept, setKept] = useState<Known | null>(present);
  if (present !== null && present !== kept) setKept(present);
  const error = present === null && asked !== null ? (query.error ?? query.failureReason) : null;
  return {
    data: present?.answer ?? null,
    shown: present ?? kept,
    error,
    isLoading: asked !== null && present === null && error === null,
    retry: () => {
      if (options) void queryClient.resetQueries({ queryKey: options.queryKey, exact: true });
    },
  };
}
