// What is asked of whoever adopts a plan: who answers for it, from which money, by when.

import { useState } from "react";
import type { FormEvent } from "react";
import type { Commitment } from "#domain/contract/adopted_plans";
import { asApiError } from "#client/data/api.ts";
import { useWords } from "#client/i18n/words.ts";
import { Dialog, DialogHead } from "#client/ui/Dialog.tsx";
import { failureText } from "#client/ui/failure_text.ts";

export interface AdoptProps {
  readonly suggestedName: string;
  /** Has the server adopt it. */
  adopt(commitment: Commitment): Promise<unknown>;
  onClose(): void;
  onAdopted(): void;
}

/** The last day of the next year, as a first proposal. */
const nextYearEnd = (): string => `${new Date().getFullYear() + 1}-12-31`;

export function AdoptDialog({ suggestedName, adopt, onClose, onAdopted }: AdoptProps) {
  const words = useWords();
  const t = words.t.plan;
  const [failure, setFailure] = useState<string | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const value = (name: string): string => String(form.get(name) ?? "");
    const commitment = {
      name: value("name"),
      post: value("post"),
      budgetLine: value("budget"),
      deadline: value("deadline"),
      author: value("author"),
    };
    adopt(commitment).then(onAdopted, (error: unknown) => setFailure(failureText(asApiError(error), words)));
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
