// What can be done with a report now: answer it, forward it, close it.

import { useId } from "react";
import type { FormEvent, ReactNode } from "react";
import type { Office } from "#domain/contract/reports";
import { useWords } from "#client/i18n/words.ts";
import type { ReportPartProps } from "./part.ts";

export interface StepsProps extends ReportPartProps {
  readonly offices: readonly Office[];
}

/** Text of a field; null where nothing was written. */
const textIn = (form: HTMLFormElement, name: string): string | null =>
  String(new FormData(form).get(name) ?? "").trim() || null;

interface StepFormProps {
  readonly button: string;
  readonly isMain?: boolean;
  onSend(form: HTMLFormElement): void;
  readonly children: ReactNode;
}

function StepForm({ button, isMain = false, onSend, children }: StepFormProps) {
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSend(event.currentTarget);
  };
  return (
    <form className="report-step" onSubmit={onSubmit}>
      {children}
      <button type="submit" className={isMain ? "button is-main" : "button"}>
        {button}
      </button>
    </form>
  );
}

function Field({ label, isRequired = false, rows }: { label: string; isRequired?: boolean; rows: number }) {
  const id = useId();
  return (
    <label htmlFor={id}>
      <span>{label}</span>
      <textarea
        id={id}
        className="text-field"
        name="text"
        rows={rows}
        required={isRequired}
        maxLength={2000}
      />
    </label>
  );
}

export function Steps({ report, offices, take }: StepsProps) {
  const { t } = useWords();
  const r = t.reports;
  const { state, may } = report;
  return (
    <section className="report-ways">
      {may.includes("answer") && (
        <StepForm
          button={r.answer}
          isMain
          onSend={(form) =>
            take({
              step: "answer",
              text: textIn(form, "text") ?? "",
              showWords: new FormData(form).get("show") !== null,
            })
          }
        >
          <Field label={r.answerText} isRequired rows={4} />
          <label className="reports-check">
            <input type="checkbox" name="show" defaultChecked={report.areWordsPublic} />
            {r.showWords}
          </label>
        </StepForm>
      )}
      {may.includes("forward") && <Forward report={report} offices={offices} take={take} />}
      {may.includes("close") && (
        <StepForm
          button={r.close}
          isMain={state === "answered"}
          onSend={(form) => take({ step: "close", text: textIn(form, "text") })}
        >
          <Field
            label={state === "received" ? r.closeReason : r.closeNote}
            isRequired={state === "received"}
            rows={2}
          />
        </StepForm>
      )}
    </section>
  );
}

function Forward({ report, offices, take }: StepsProps) {
  const words = useWords();
  const r = words.t.reports;
  if (offices.length === 0) return <p>{r.noOffice}</p>;
  return (
    <StepForm
      button={r.forward}
      isMain={report.state === "received"}
      onSend={(form) =>
        take({
          step: "forward",
          office: Number(new FormData(form).get("office")),
          note: textIn(form, "text"),
        })
      }
    >
      <label>
        <span>{r.forwardTo}</span>
        <select className="text-field" name="office" defaultValue={report.office ?? ""} required>
          {report.office === null && <option value="">–</option>}
          {offices.map(({ id, names }) => (
            <option key={id} value={id}>
              {words.text(names)}
            </option>
          ))}
        </select>
      </label>
      <Field label={r.note} rows={2} />
    </StepForm>
  );
}
