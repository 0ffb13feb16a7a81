// Data by question: cached, asked once, the last good answer kept while the next is on its way.

import { useEffect, useState } from "react";
import type { Contract } from "#domain/contract/contract";
import { ApiError, addressOf, ask } from "./api.ts";
import type { Answer, Question } from "./api.ts";
import { retryPause } from "./retry_policy.ts";

/** Answers name a release and a release never changes, so they are kept; the oldest go first. */
const KEPT = 60;
const answers = new Map<string, unknown>();

function keep(address: string, answer: unknown): void {
  answers.delete(address);
  answers.set(address, answer);
  for (const oldest of answers.keys()) {
    if (answers.size <= KEPT) break;
    answers.delete(oldest);
  }
}

export interface Resource<T> {
  /** Answer to the present question; null until it is there. */
  readonly data: T | null;
  /** The last good answer, perhaps to an earlier question. */
  readonly last: T | null;
  readonly error: ApiError | null;
  readonly isLoading: boolean;
  /** Asks again. */
  retry(): void;
}

interface Slot<T> {
  /** The question that was answered last, well or not. */
  readonly address: string | null;
  readonly attempt: number;
  readonly last: T | null;
  readonly error: ApiError | null;
}

async function find<C extends Contract>(
  contract: C,
  address: string,
  signal: AbortSignal,
): Promise<Answer<C>> {
  const known = answers.get(address) as Answer<C> | undefined;
  if (known !== undefined) return known;
  const answer = await ask(contract, address, signal);
  keep(address, answer);
  return answer;
}

/** Asks a question that is likely to come; a failure is left to whoever asks it in earnest. */
export async function prefetchAnswer(question: Question, signal: AbortSignal): Promise<void> {
  await find(question.contract, addressOf(question), signal).catch(() => undefined);
}

/**
 * Asks a question when it changes; null asks nothing. An answer that comes after the next question is dropped. A server that
 * is away or busy is asked again by and by, the error standing meanwhile.
 */
export function useResource<C extends Contract>(question: Question<C> | null): Resource<Answer<C>> {
  type T = Answer<C>;
  const address = question && addressOf(question);
  const contract = question?.contract ?? null;
  const [attempt, setAttempt] = useState(0);
  const [slot, setSlot] = useState<Slot<T>>({ address: null, attempt, last: null, error: null });

  useEffect(() => {
    if (!address || !contract) return undefined;
    const abort = new AbortController();
    const tryFor = async (failures: number): Promise<void> => {
      try {
        const last = await find(contract, address, abort.signal);
        if (!abort.signal.aborted) setSlot({ address, attempt, last, error: null });
      } catch (reason) {
        if (abort.signal.aborted) return;
        const error =
          reason instanceof ApiError ? reason : new ApiError("refused", String(reason), null, null);
        setSlot(({ last }) => ({ address, attempt, last, error }));
        if (error.kind === "refused") return;
        await retryPause(failures, abort.signal);
        await tryFor(failures + 1);
      }
    };
    void tryFor(1);
    return () => abort.abort();
  }, [address, contract, attempt]);

  const isCurrent = slot.address === address && slot.attempt === attempt;
  const known = address ? ((answers.get(address) as T | undefined) ?? null) : null;
  const data = known ?? (isCurrent && !slot.error ? slot.last : null);
  const error = isCurrent && !data ? slot.error : null;
  return {
    data,
    last: data ?? slot.last,
    error,
    isLoading: address !== null && data === null && error === null,
    retry: () => setAttempt(attempt + 1),
  };
}
