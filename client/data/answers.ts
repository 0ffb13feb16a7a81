// Questions to the server and their answers, through the cache. The key of a question is its contract, parameters and query.

import type { QueryFunctionContext } from "@tanstack/react-query";
import type { Contract } from "#domain/contract/contract";
import { isStamped } from "#domain/release_address";
import { ApiError, addressOf, ask } from "./api.ts";
import type { Answer, Asked } from "./api.ts";
import { queryClient } from "./query_client.ts";
import { retryPause } from "./retry_policy.ts";

/** An answer with the question that it answers: whoever draws the one takes indicator, period, level and unit from the other. */
export interface Answered<T, Q extends Asked = Asked> {
  readonly contract: Contract;
  readonly question: Q;
  readonly answer: T;
}

type Entries = Readonly<Record<string, string | number>>;

/** Equal for equal questions: what is null or undefined is not asked. */
const entriesOf = (record: Asked["query"] = {}): Entries =>
  Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string | number] => entry[1] != null),
  );

const keyOf = ({ id }: Contract, { params, query }: Asked) =>
  [id, entriesOf(params), entriesOf(query)] as const;

/** How a question is asked. An answer of a release that is named with its stamp never changes. */
export function answerOptions<C extends Contract, Q extends Asked>(contract: C, asked: Q) {
  const queryKey = keyOf(contract, asked);
  const address = addressOf({ contract, ...asked });
  return {
    queryKey,
    staleTime: isStamped(String(asked.query?.["release"] ?? "")) ? Infinity : 0,
    queryFn: async ({ signal }: QueryFunctionContext): Promise<Answered<Answer<C>, Q>> => {
      const failures = queryClient.getQueryState(queryKey)?.fetchFailureCount ?? 0;
      if (failures > 0) await retryPause(failures, signal);
      try {
        return { contract, question: asked, answer: await ask(contract, address, signal) };
      } catch (reason) {
        if (reason instanceof ApiError || signal.aborted) throw reason;
        throw new ApiError("refused", String(reason), null, null);
      }
    },
  };
}

/** The answer to a question that is asked once, on a press; throws ApiError. */
export async function fetchAnswer<C extends Contract>(contract: C, asked: Asked): Promise<Answer<C>> {
  return (await queryClient.fetchQuery({ ...answerOptions(contract, asked), retry: false })).answer;
}

/** Fetches an answer that is likely to be needed; a failure is left to whoever asks it in earnest. */
export async function prefetchAnswer(contract: Contract, asked: Asked, signal: AbortSignal): Promise<void> {
  const options = answerOptions(contract, asked);
  const giveUp = (): void => {
    if (!queryClient.getQueryCache().find({ queryKey: options.queryKey })?.isActive())
      void queryClient.cancelQueries({ queryKey: options.queryKey, exact: true });
  };
  signal.addEventListener("abort", giveUp);
  await queryClient.prefetchQuery(options);
  signal.removeEventListener("abort", giveUp);
}
