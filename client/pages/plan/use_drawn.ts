// The plan of a draft without the solver: the quick one, or what sites put by hand bring; at once while a site is moved.

import { useEffect, useState } from "react";
import { drawnPlanContract } from "#domain/contract/plan_runs";
import type { PlanResult } from "#domain/contract/plan_runs";
import { ApiError, send } from "#client/data/api.ts";
import type { Draft } from "./draft.ts";

/** A draft; while a site is being moved with the plan that it was taken from. */
export interface WantedDraft extends Draft {
  readonly base?: PlanResult;
}

export interface Drawn {
  readonly of: WantedDraft;
  readonly plan: PlanResult;
}

/** The plan of a draft; the last one until it is there. Null asks nothing. */
export function useDrawn(
  draft: WantedDraft | null,
  release: string,
): { drawn: Drawn | null; error: ApiError | null } {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [failed, setFailed] = useState<{ of: Draft; error: ApiError } | null>(null);
  useEffect(() => {
    if (draft === null) return undefined;
    const gone = new AbortController();
    const sites = draft.sites?.map((site) =>
      typeof site === "string" ? site : ([...site] as [number, number]),
    );
    send(drawnPlanContract, {}, { release, question: draft.question, sites: sites ?? null }, gone.signal)
      .then((plan) => {
        if (!gone.signal.aborted) setDrawn({ of: draft, plan });
      })
      .catch((reason: unknown) => {
        if (gone.signal.aborted) return;
        const error =
          reason instanceof ApiError ? reason : new ApiError("refused", String(reason), null, null);
        setFailed({ of: draft, error });
      });
    return () => gone.abort();
  }, [draft, release]);
  return { drawn, error: failed?.of === draft ? failed.error : null };
}
