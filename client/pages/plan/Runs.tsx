// The last runs of the solver: who waits, what is under way, how each ended; a run under way can be ended or cancelled.

import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { cancelRunContract, runsContract, stopRunContract } from "#domain/contract/plan_runs";
import type { RunSummary } from "#domain/contract/plan_runs";
import { facilityKind } from "#domain/facilities";
import { send } from "#client/data/api.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useWords } from "#client/i18n/words.ts";
import { planAddress } from "#client/model/location.ts";
import { PageLink } from "#client/ui/PageLink.tsx";
import { Problem } from "#client/ui/Problem.tsx";
import "./runs.css";

/** Between two looks at the runs, in milliseconds. */
const POLL_MS = 3_000;

export function Runs({ tasks }: { readonly tasks: ReactNode }) {
  const words = useWords();
  const t = words.t.plan;
  const [version, setVersion] = useState(0);
  const look = (): void => setVersion((known) => known + 1);
  useEffect(() => {
    const timer = setInterval(() => setVersion((known) => known + 1), POLL_MS);
    return () => clearInterval(timer);
  }, []);
  const { shown, error, retry } = useAnswer(runsContract, { params: { version: String(version) } });
  const runs = shown?.answer.runs ?? null;
  return (
    <section className="plan-runs" data-testid="plan-runs">
      {tasks}
      <h1>{t.runs.title}</h1>
      {error && <Problem error={error} retry={retry} />}
      {runs?.length === 0 && <p>{t.runs.none}</p>}
      {runs !== null && runs.length > 0 && (
        <table>
          <thead>
            <tr>
              {[t.runs.number, t.runs.begun, t.runs.place, t.runs.question, t.runs.state].map((head) => (
                <th key={head}>{head}</th>
              ))}
              <th className="is-number">{t.gained}</th>
              <th>{t.columns.change}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <Row key={run.id} run={run} onChanged={look} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({ run, onChanged }: { readonly run: RunSummary; onChanged(): void }) {
  const words = useWords();
  const t = words.t.plan;
  const isUnderWay = run.state === "queued" || run.state === "running";
  const params = { id: String(run.id) };
  const name = words.text(run.area.names) || run.area.code;
  const end = (contract: typeof stopRunContract | typeof cancelRunContract): void => {
    void send(contract, { params }).then(onChanged, onChanged);
  };
  return (
    <tr data-run={run.id}>
      <td>{run.id}</td>
      <td>
        <time dateTime={run.createdAt}>{new Date(run.createdAt).toLocaleString(words.language)}</time>
      </td>
      <td>
        <PageLink to={planAddress({ area: run.area.code })}>{name}</PageLink>
      </td>
      <td>
        {words.t.join([
          words.text(facilityKind(run.kind)?.label ?? {}),
          run.budgetFen === null ? t.sites(run.sites) : words.number(run.budgetFen, "yuan"),
          t.objective[run.objective],
        ])}
      </td>
      <td className={`is-${run.state}`}>
        {run.isProven ? t.status.best : t.runs.states[run.state]}
        {run.reason !== null && <small> {run.reason}</small>}
      </td>
      <td className="is-number">{run.gained === null ? "–" : words.number(run.gained, "count")}</td>
      <td className="plan-site-verbs">
        {isUnderWay && (
          <>
            <button type="button" className="link" onClick={() => end(stopRunContract)}>
              {t.useThis}
            </button>
            <button type="button" className="link" onClick={() => end(cancelRunContract)}>
              {t.cancel}
            </button>
          </>
        )}
      </td>
    </tr>
  );
}
