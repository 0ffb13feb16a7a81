// A run of the solver as the screen follows it: started, asked for until it has ended, stopped or cancelled.

import { useEffect, useState } from "react";
import {
  cancelRunContract,
  runContract,
  startRunContract,
  stopRunContract,
} from "#domain/contract/plan_runs";
import type { PlanRun } from "#domain/contract/plan_runs";
import { ApiError, addressOf, ask, send } from "#client/data/api.ts";
import type { Draft } from "./draft.ts";

/** Between two questions to the server about a run, in milliseconds. */
const POLL_MS = 350;

export interface RunControl {
  /** The run of the draft that is shown; null where it was not solved. */
  readonly run: PlanRun | null;
  readonly error: ApiError | null;
  readonly isStarting: boolean;
  start(draft: Draft): void;
  /** Shows a run that was kept. */
  show(id: number): void;
  stop(): void;
  cancel(): void;
}

const isUnderWay = ({ state, study }: PlanRun): boolean =>
  state === "queued" || state === "running" || (state === "done" && study !== null && !study.isDone);

const asApiError = (error: unknown): ApiError =>
  error instanceof ApiError ? error : new ApiError("refused", String(error), null, null);

export function useRun(release: string): RunControl {
  const [run, setRun] = useState<PlanRun | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [isStarting, setStarting] = useState(false);
  const isFollowed = run !== null && isUnderWay(run);
  const id = run?.id ?? null;
  useEffect(() => {
    if (!isFollowed || id === null) return undefined;
    const gone = new AbortController();
    const params = { id: String(id) };
    const follow = async (): Promise<void> => {
      const now = await ask(runContract, addressOf({ contract: runContract, params }), gone.signal);
      if (!gone.signal.aborted) setRun((shown) => (shown?.id === now.id ? now : shown));
    };
    const timer = setInterval(() => {
      follow().catch((reason: unknown) => {
        if (!gone.signal.aborted) setError(asApiError(reason));
      });
    }, POLL_MS);
    return () => {
      clearInterval(timer);
      gone.abort();
    };
  }, [isFollowed, id]);

  const take = (answer: Promise<PlanRun>): void => {
    setError(null);
    answer.then(setRun, (reason: unknown) => setError(asApiError(reason))).finally(() => setStarting(false));
  };
  const params = { id: String(id) };
  return {
    run,
    error,
    isStarting,
    start({ question }) {
      setStarting(true);
      take(send(startRunContract, {}, { release, question }));
    },
    show: (known) =>
      take(
        ask(
          runContract,
          addressOf({ contract: runContract, params: { id: String(known) } }),
          new AbortController().signal,
        ),
      ),
    stop: () => take(send(stopRunContract, { params })),
    cancel: () => take(send(cancelRunContract, { params })),
  };
}
