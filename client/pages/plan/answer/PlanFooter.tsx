// Under a plan: how it was computed, and what can be done with it (adopt, files, paper).

import { runFileContract } from "#domain/contract/plan_runs";
import type { PlanResult, PlanRun } from "#domain/contract/plan_runs";
import { addressOf } from "#client/data/api.ts";
import { useWords } from "#client/i18n/words.ts";

export interface PlanFooterProps {
  /** Null where the plan is not from the solver. */
  readonly run: PlanRun | null;
  readonly plan: PlanResult | null;
  onAdopt(): void;
}

export function PlanFooter({ run, plan, onAdopt }: PlanFooterProps) {
  const words = useWords();
  const t = words.t.plan;
  const done = run?.state === "done" ? run : null;
  return (
    <footer>
      {done && plan && (
        <p className="plan-quiet">
          {words.t.join([
            plan.isChecked ? `✓ ${t.checked}` : t.unchecked,
            t.solver(plan.solver ?? "", plan.seconds.toFixed(1), t.size(plan.size.points, plan.size.sites)),
            t.hash(done.inputHash.slice(0, 8)),
          ])}
        </p>
      )}
      <p className="plan-verbs">
        <button
          type="button"
          className="button is-main"
          disabled={done === null || plan === null || plan.sites.length === 0}
          title={done ? undefined : t.adoptNeeds}
          onClick={onAdopt}
        >
          {t.adopt}
        </button>
        {done && <RunFiles run={done.id} />}
        <button type="button" className="link" onClick={() => window.print()}>
          {t.print}
        </button>
      </p>
    </footer>
  );
}

/** Links to the files of a finished run. */
function RunFiles({ run }: { readonly run: number }) {
  const { t, language } = useWords();
  return (["csv", "xlsx", "json"] as const).map((format) => (
    <a
      key={format}
      className="link"
      download
      href={addressOf({
        contract: runFileContract,
        params: { id: String(run) },
        query: { format, language },
      })}
    >
      {t.plan.files[format]}
    </a>
  ));
}
