// The result beside the map: status, what is proven, figures, charts, the price of floors, what cannot be done.

import type { PlanResult, PlanRun } from "#domain/contract/plan_runs";
import { mayHaveFloors } from "#domain/planning";
import type { PlanQuestion } from "#domain/planning";
import { TRAVEL_SCENARIO_LABELS } from "#domain/travel";
import { useWords } from "#client/i18n/words.ts";
import { Icon } from "#client/ui/Icon.tsx";
import { BoundChart } from "./BoundChart.tsx";
import { CurveChart } from "./CurveChart.tsx";
import { statusOf } from "./status.ts";
import type { ShownStatus } from "./status.ts";
import "./charts.css";

export interface ProofProps {
  readonly plan: PlanResult;
  /** The run that it comes from; null for one without the solver. */
  readonly run: PlanRun | null;
  readonly question: PlanQuestion;
  onAsk(patch: Partial<PlanQuestion>): void;
  onStop(): void;
  onCancel(): void;
}

export function Proof({ plan, run, question, onAsk, onStop, onCancel }: ProofProps) {
  const words = useWords();
  const t = words.t.plan;
  const status = statusOf(plan, run);
  const isSolving = status === "solving" || status === "queued";
  const hasFloors = question.floor > 0 && mayHaveFloors(question.objective);
  const leftOut = plan.townships.filter(({ isLeftOut }) => isLeftOut);
  return (
    <>
      <Status {...{ plan, status, question, hasFloors }} />
      {run?.state === "failed" && <p className="plan-note is-bad">{run.reason}</p>}
      {isSolving && (
        <p className="plan-verbs">
          <button type="button" className="button" onClick={onStop}>
            {t.useThis}
          </button>
          <button type="button" className="button" onClick={onCancel}>
            {t.cancel}
          </button>
        </p>
      )}
      {status === "infeasible" ? (
        <Impossible {...{ plan, question, onAsk }} />
      ) : (
        <Figures plan={plan} question={question} />
      )}
      <p className="plan-quiet plan-travel">
        {t.travelAnswer(words.text(TRAVEL_SCENARIO_LABELS[question.travel] ?? {}))}
      </p>
      {leftOut.length > 0 && (
        <p className="plan-note">
          {t.leftOut(leftOut.map(({ names }) => words.text(names)).join(words.t.comma))}
        </p>
      )}
      {run && <BoundChart progress={run.progress} isProven={status === "best"} />}
      {run?.study && <Study {...{ run, plan, hasFloors }} />}
    </>
  );
}

interface StatusProps extends Pick<ProofProps, "plan" | "question"> {
  readonly status: ShownStatus;
  readonly hasFloors: boolean;
}

function Status({ plan, status, question, hasFloors }: StatusProps) {
  const words = useWords();
  const t = words.t.plan;
  const number = plan.sites.length;
  const title = status === "gap" ? t.status.gap(words.number(plan.gap ?? 1, "share")) : t.status[status];
  const money = (fen: number | null): string => words.number(fen ?? 0, "yuan");
  const gained = words.number(plan.gained, "count");
  const sentence = {
    max_min_share: t.proven.max_min_share(
      words.number(plan.objective ?? 0, "share", { whole: true }),
      question.minutes,
    ),
    mclp:
      question.budgetFen !== null
        ? t.proven.money(number, gained, question.minutes, money(plan.costFen), hasFloors)
        : t.proven.mclp(number, gained, question.minutes, hasFloors, question.existingPlaces),
    p_median: t.proven.p_median(number, String(plan.mean.after ?? t.noWay)),
    p_center: t.proven.p_center(number, String(plan.worst.after ?? t.noWay)),
    lscp: t.proven.lscp(number, question.minutes),
  }[question.objective];
  return (
    <div
      className={`plan-status is-${status}`}
      aria-live="polite"
      data-testid="plan-status"
      data-status={status}
    >
      <h2>
        {status === "best" && <Icon name="check" />}
        {title}
      </h2>
      {status === "best" && <p>{sentence}</p>}
      {status === "quick" && hasFloors && <p>{t.status.floorsIgnored}</p>}
    </div>
  );
}

function Figures({ plan, question }: Pick<ProofProps, "plan" | "question">) {
  const words = useWords();
  const t = words.t.plan;
  const count = (value: number): string => words.number(value, "count");
  const mean = (value: number | null): string => (value === null ? t.noWay : value.toFixed(1));
  return (
    <dl className="plan-figures">
      <div>
        <dd data-testid="plan-gained">{count(plan.gained)}</dd>
        <dt>{t.gained}</dt>
      </div>
      <div>
        <dd>
          {count(plan.far.before)} → {count(plan.far.after)}
        </dd>
        <dt>{t.farther(question.minutes, question.existingPlaces)}</dt>
      </div>
      <div>
        <dd>
          {mean(plan.mean.before)} → {mean(plan.mean.after)}
        </dd>
        <dt>{t.mean}</dt>
      </div>
      {question.budgetFen !== null && (
        <div>
          <dd data-testid="plan-cost">{words.number(plan.costFen ?? 0, "yuan")}</dd>
          <dt>{t.cost}</dt>
        </div>
      )}
    </dl>
  );
}

/** Which floors are in each other's way, and what would do. */
function Impossible({ plan, question, onAsk }: Pick<ProofProps, "plan" | "question" | "onAsk">) {
  const words = useWords();
  const t = words.t.plan;
  const { sites = null, minutes = null, budgetFen = null } = plan.needs ?? {};
  return (
    <div className="plan-impossible">
      {plan.conflict.length > 0 && (
        <p>
          {t.infeasible.floors} {plan.conflict.map(({ names }) => words.text(names)).join(words.t.comma)}
        </p>
      )}
      {sites !== null && (
        <p>
          {t.infeasible.sites(sites)}{" "}
          <button type="button" className="link" onClick={() => onAsk({ sites })}>
            {t.infeasible.use(sites)}
          </button>
        </p>
      )}
      {budgetFen !== null && (
        <p>
          {t.infeasible.money(words.number(budgetFen, "yuan"))}{" "}
          <button type="button" className="link" onClick={() => onAsk({ budgetFen })}>
            {t.infeasible.takeMoney(words.number(budgetFen, "yuan"))}
          </button>
        </p>
      )}
      {minutes !== null && <p>{t.infeasible.minutes(String(Math.ceil(minutes)))}</p>}
      {sites === null && minutes === null && budgetFen === null && question.floor > 0 && (
        <p>{t.infeasible.none}</p>
      )}
    </div>
  );
}

interface StudyProps {
  readonly run: PlanRun;
  readonly plan: PlanResult;
  readonly hasFloors: boolean;
}

function Study({ run, plan, hasFloors }: StudyProps) {
  const words = useWords();
  const t = words.t.plan;
  const study = run.study!;
  if (study.leftOut !== null) return <p className="plan-note">{t.tooLarge}</p>;
  const isMclp = run.question.objective === "mclp";
  const cost = isMclp && hasFloors && study.free !== null ? study.free - plan.gained : null;
  return (
    <>
      {isMclp && (
        <CurveChart study={study} asked={run.question.budgetFen ?? plan.sites.length} hasFloors={hasFloors} />
      )}
      {cost !== null && (
        <section className="plan-part">
          <h3>{t.fairnessTitle}</h3>
          <Bars
            rows={[
              { label: t.noFloor, value: study.free!, isMain: false },
              { label: t.floor(run.question.floor), value: plan.gained, isMain: true },
            ]}
          />
          <p>{cost > 0 ? t.fairness(words.number(cost, "count")) : t.fairnessNone}</p>
        </section>
      )}
      {!study.isDone && <p className="plan-quiet plan-studying">{t.studying}</p>}
    </>
  );
}

function Bars({ rows }: { readonly rows: readonly { label: string; value: number; isMain: boolean }[] }) {
  const words = useWords();
  const most = Math.max(...rows.map(({ value }) => value), 1);
  return (
    <div className="plan-bars">
      {rows.map(({ label, value, isMain }) => (
        <p key={label}>
          <span>{label}</span>
          <i className={isMain ? "is-main" : undefined} style={{ width: `${(value / most) * 60}%` }} />
          <b>{words.number(value, "count")}</b>
        </p>
      ))}
    </div>
  );
}
