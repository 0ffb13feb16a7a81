// A run becomes a plan: who answers for it, from which money, by when; and the plans that were adopted.

import { useState } from "react";
import type { FormEvent } from "react";
import { adoptPlanContract, plansContract } from "#domain/contract/adopted_plans";
import type { AdoptedPlan } from "#domain/contract/adopted_plans";
import { asApiError, send } from "#client/data/api.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useWords } from "#client/i18n/words.ts";
import { Dialog, DialogHead } from "#client/ui/Dialog.tsx";
import { failureText } from "#client/ui/failure_text.ts";

export interface AdoptProps {
  readonly run: number;
  readonly suggestedName: string;
  onClose(): void;
  onAdopted(): void;
}

/** The last day of the next year, as a first proposal. */
const nextYearEnd = (): string => `${new Date().getFullYear() + 1}-12-31`;

export function AdoptDialog({ run, suggestedName, onClose, onAdopted }: AdoptProps) {
  const words = useWords();
  const t = words.t.plan;
  const [failure, setFailure] = useState<string | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const value = (name: string): string => String(form.get(name) ?? "");
    const body = {
      run,
      name: value("name"),
      post: value("post"),
      budgetLine: value("budget"),
      deadline: value("deadline"),
      author: value("author"),
    };
    send(adoptPlanContract, {}, body).then(onAdopted, (error: unknown) =>
      setFailure(failureText(asApiError(error), words)),
    );
  };
  const field = (name: "name" | "post" | "budget" | "author", value = "") => (
    <label>
      <span>{t.form[name]}</span>
      <input
        className="text-field"
        name={name}
        defaultValue={value}
        required={name !== "budget"}
        maxLength={120}
      />
    </label>
  );
  return (
    <Dialog label={t.adopt} className="plan-dialog card" onClose={onClose}>
      <DialogHead>
        <h2>{t.adopt}</h2>
      </DialogHead>
      <form className="plan-form" onSubmit={submit}>
        {field("name", suggestedName)}
        {field("post")}
        {field("budget")}
        <label>
          <span>{t.form.deadline}</span>
          <input className="text-field" type="date" name="deadline" defaultValue={nextYearEnd()} required />
        </label>
        {field("author")}
        {failure !== null && (
          <p className="plan-note is-bad" role="alert">
            {t.form.failed(failure)}
          </p>
        )}
        <button type="submit" className="button is-main">
          {t.form.save}
        </button>
      </form>
    </Dialog>
  );
}

/** The adopted plans of an area: promised against delivered. `version` changes when one was added. */
export function AdoptedPlans({ area, version }: { readonly area: string; readonly version: number }) {
  const words = useWords();
  const t = words.t.plan;
  const { data } = useAnswer(plansContract, { query: { area }, params: { version: String(version) } });
  if (!data || data.plans.length === 0) return null;
  return (
    <section className="plan-part" data-testid="adopted-plans">
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
  const { promised, delivered, period, sites } = plan;
  const count = (value: number): string => words.number(value, "count");
  const done = sites.filter(({ isDelivered }) => isDelivered === true).length;
  return (
    <li className="plan-adopted">
      <b>{plan.name}</b>
      <span>{t.adoptedBy(plan.post, plan.deadline)}</span>
      <span className="plan-promise" aria-hidden="true">
        <i style={{ width: `${promised > 0 ? ((delivered ?? 0) / promised) * 100 : 0}%` }} />
      </span>
      <span>
        {words.t.join([
          t.promised(count(promised)),
          ...(delivered !== null && period !== null ? [t.delivered(count(delivered), period)] : []),
          t.open(done, sites.length),
        ])}
      </span>
    </li>
  );
}
