// The adopted plans of an area: promised against delivered, with every place that was promised something.

import { plansContract } from "#domain/contract/adopted_plans";
import type { AdoptedPlan } from "#domain/contract/adopted_plans";
import { useAnswer } from "#client/data/use_answer.ts";
import { useWords } from "#client/i18n/words.ts";
import "./adopted.css";

export interface AdoptedPlansProps {
  readonly area: string;
  /** Another number after each adoption, so that they are read again. */
  readonly version: number;
}

export function AdoptedPlans({ area, version }: AdoptedPlansProps) {
  const t = useWords().t.plan;
  const { data } = useAnswer(plansContract, { query: { area }, params: { version: String(version) } });
  if (!data || data.plans.length === 0) return null;
  return (
    <section className="plan-part plan-plans" data-testid="adopted-plans">
      <h3>{t.adopted}</h3>
      <ul className="plan-list">
        {data.plans.map((plan) => (
          <Adopted key={plan.id} plan={plan} />
        ))}
      </ul>
    </section>
  );
}

function Adopted({ plan }: { readonly plan: AdoptedPlan }) {
  const words = useWords();
  const t = words.t.plan;
  const { task, promised, delivered, period, basis, sites } = plan;
  const unit = task === "teachers" ? "teachers" : "pupils";
  const amount = (value: number): string => words.t.withUnit(value, words.number(value, unit), unit);
  const done = sites.filter(({ isDelivered }) => isDelivered === true).length;
  return (
    <li className="plan-adopted">
      <b>
        {plan.name} {plan.isLate && <span className="plan-late">{t.late}</span>}
      </b>
      <span>{t.adoptedBy(plan.post, plan.deadline)}</span>
      <Promised {...{ promised, delivered: delivered ?? 0 }} />
      <span>
        {words.t.join([
          t.promised(amount(promised), basis),
          ...(delivered !== null && period !== null ? [t.delivered(amount(delivered), period)] : []),
        ])}
      </span>
      <details>
        <summary>{task === "teachers" ? t.staffed(done, sites.length) : t.open(done, sites.length)}</summary>
        <ul className="plan-promises">
          {sites.map(({ code, names, isDelivered }) => (
            <li key={code} className={isDelivered === true ? "is-delivered" : undefined}>
              <span aria-hidden="true">{isDelivered === true ? "✓" : isDelivered === null ? "–" : "○"}</span>{" "}
              {words.text(names)}{" "}
              <small>{isDelivered === true ? t.kept : isDelivered === null ? t.notKnown : t.notYet}</small>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

/** A bar of what was promised, filled as far as it is delivered. */
function Promised({ promised, delivered }: { readonly promised: number; readonly delivered: number }) {
  const words = useWords();
  const share = promised > 0 ? Math.min(1, delivered / promised) : 0;
  return (
    <span className="plan-promise">
      <span className="plan-promise-bar" aria-hidden="true">
        <i style={{ width: `${share * 100}%` }} />
      </span>
      <b>{words.number(share, "share", { whole: true })}</b>
    </span>
  );
}
