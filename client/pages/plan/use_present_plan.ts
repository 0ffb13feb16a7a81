// The plan on the screen: from the solver, without it, or with a site that is being moved by hand.

import { useMemo, useState } from "react";
import type { PlanResult, PlanRun, PlanSite } from "#domain/contract/plan_runs";
import type { Scenario } from "#domain/contract/scenarios";
import { questionKey } from "#domain/planning";
import type { ApiError } from "#client/data/api.ts";
import { useDraft } from "./draft.ts";
import type { Draft, DraftControl, SitePlace } from "./draft.ts";
import { useDrawn } from "./use_drawn.ts";
import type { WantedDraft } from "./use_drawn.ts";
import { useRun } from "./use_run.ts";
import type { RunControl } from "./use_run.ts";

/** A site that is being moved: the plan that it was taken from, and all sites as they stand now. */
interface Drag {
  readonly base: PlanResult;
  readonly sites: readonly SitePlace[];
}

export interface PresentPlan {
  readonly draft: DraftControl;
  readonly solver: RunControl;
  /** The solver's run of the draft as it stands; null where there is none. */
  readonly run: PlanRun | null;
  /** Null until the first one is there. */
  readonly plan: PlanResult | null;
  readonly error: ApiError | null;
  readonly isSolving: boolean;
  solve(): void;
  /** Moves a site; the draft changes when the move is done. */
  move(site: PlanSite, to: SitePlace, isDone: boolean): void;
  remove(site: PlanSite): void;
  /** Opens a kept scenario. */
  open(scenario: Scenario): void;
}

const placeOf = ({ code, at }: PlanSite): SitePlace => code ?? at;

/** Where the sites of a plan stand. */
export const placesOf = (plan: PlanResult | null): SitePlace[] => plan?.sites.map(placeOf) ?? [];

/** What of a question the run keeps as it was asked. */
const keyOf = ({ question, sites }: Draft): string => JSON.stringify([questionKey(question), sites]);

/** The plan for an area's draft, and what can be done to it. */
export function usePresentPlan(area: string, release: string): PresentPlan {
  const draft = useDraft(area);
  const { present } = draft;
  const { question } = present;
  const [drag, setDrag] = useState<Drag | null>(null);
  const solver = useRun(release);
  const run =
    solver.run && keyOf({ question: solver.run.question, sites: null }) === keyOf(present)
      ? solver.run
      : null;
  const wanted = useMemo<WantedDraft | null>(
    () => (drag ? { question, sites: drag.sites, base: drag.base } : run ? null : present),
    [drag, run, present, question],
  );
  const { drawn, error } = useDrawn(wanted, release);
  const plan = drag
    ? drawn?.of.base === drag.base
      ? drawn.plan
      : drag.base
    : (run?.plan ?? drawn?.plan ?? null);
  return {
    draft,
    solver,
    run,
    plan,
    error: solver.error ?? error,
    isSolving: run?.state === "queued" || run?.state === "running" || solver.isStarting,
    solve() {
      // Sites that were put by hand are found anew.
      if (present.sites !== null) draft.ask({});
      solver.start(present);
    },
    move(site, to, isDone) {
      const base = drag?.base ?? plan;
      if (!base) return;
      const sites = base.sites.map((own) => (own.number === site.number ? to : placeOf(own)));
      setDrag(isDone ? null : { base, sites });
      if (isDone) draft.put(sites);
    },
    remove(site) {
      if (plan) draft.put(plan.sites.filter(({ number }) => number !== site.number).map(placeOf));
    },
    open({ question: asked, sites, run: id }) {
      draft.replace({ question: asked, sites });
      if (id !== null) solver.show(id);
    },
  };
}
