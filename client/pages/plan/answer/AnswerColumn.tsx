// The right of the workbench: what is proven, the sites, what else could be built, plans that were adopted.

import { useEffect, useRef } from "react";
import type { Situation } from "#domain/contract/situation";
import type { ApiError } from "#client/data/api.ts";
import { AdoptedPlans } from "#client/pages/plan/AdoptedPlans.tsx";
import type { PresentPlan } from "#client/pages/plan/use_present_plan.ts";
import { Problem } from "#client/ui/Problem.tsx";
import { Outside } from "./Outside.tsx";
import { PlanFooter } from "./PlanFooter.tsx";
import { Alternatives, SiteTable } from "./PlanTables.tsx";
import { Proof } from "./Proof.tsx";

export interface AnswerColumnProps {
  readonly area: string;
  readonly current: PresentPlan;
  /** Null until it is there. */
  readonly situation: Situation | null;
  readonly failure: ApiError | null;
  /** Another number after each adoption, so that the adopted plans are read again. */
  readonly adopted: number;
  retry(): void;
  onAdopt(): void;
}

export function AnswerColumn(props: AnswerColumnProps) {
  const { area, current, situation, failure, adopted, retry, onAdopt } = props;
  const { draft, solver, run, plan } = current;
  const { question } = draft.present;
  const body = useRef<HTMLDivElement>(null);
  const runId = run?.id ?? null;
  // A new run begins with its status, which may be out of sight.
  useEffect(() => {
    if (runId !== null) body.current?.scrollTo({ top: 0 });
  }, [runId]);
  return (
    <aside className="plan-right">
      <div className="plan-body" ref={body}>
        {failure && <Problem error={failure} retry={retry} />}
        {plan && (
          <>
            <Proof
              {...{ plan, run, question }}
              onAsk={draft.ask}
              onStop={solver.stop}
              onCancel={solver.cancel}
            />
            {plan.sites.length > 0 && (
              <SiteTable {...{ plan, question }} onAsk={draft.ask} onRemove={current.remove} />
            )}
            {run && situation && <Alternatives run={run} situation={situation} onShow={draft.put} />}
            {plan.status !== "infeasible" && <Outside plan={plan} question={question} />}
          </>
        )}
        <AdoptedPlans area={area} version={adopted} />
      </div>
      <PlanFooter run={run} plan={plan} onAdopt={onAdopt} />
    </aside>
  );
}
