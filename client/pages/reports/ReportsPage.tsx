// The staff desk of reports by the public: a list on the left, the report that is open on the right.

import { useEffect, useState } from "react";
import { reportsContract } from "#domain/contract/reports";
import { REPORT_STATES } from "#domain/report";
import type { ReportState } from "#domain/report";
import { useAnswer } from "#client/data/use_answer.ts";
import { useWords } from "#client/i18n/words.ts";
import { dataAddress } from "#client/model/location.ts";
import type { PageProps } from "#client/pages/page.ts";
import { DataPages } from "#client/shell/DataPages.tsx";
import { ReadOnlyNotice } from "#client/shell/ReadOnlyNotice.tsx";
import { Icon } from "#client/ui/Icon.tsx";
import { PageLink } from "#client/ui/PageLink.tsx";
import { Problem } from "#client/ui/Problem.tsx";
import { AnsweredShares } from "./AnsweredShares.tsx";
import { OpenReport } from "./OpenReport.tsx";
import { ReportRow } from "./ReportRow.tsx";
import "./reports.css";

type StateFilter = ReportState | "open" | "all";

export function ReportsPage({ catalog, params: { report } }: PageProps) {
  const words = useWords();
  const { t } = words;
  const r = t.reports;
  const [state, setState] = useState<StateFilter>("open");
  const [office, setOffice] = useState<number | null>(null);
  const [isOverdue, setOverdue] = useState(false);
  const [version, setVersion] = useState(0);
  const answer = useAnswer(reportsContract, {
    query: { state: state === "all" ? null : state, office, overdue: String(isOverdue) },
    params: { version: String(version) },
  });
  const title = t.documentTitle(r.title, words.text(catalog.title));
  useEffect(() => {
    document.title = title;
  }, [title]);
  const shown = answer.shown?.answer;
  const offices = shown?.offices ?? [];
  return (
    <main
      id="room"
      className={report === undefined ? "data-page reports-page" : "data-page reports-page has-open"}
    >
      <DataPages open="reports" />
      <div className="data-page-head">
        <h1>{r.title}</h1>
        <p>{r.lead}</p>
      </div>
      <ReadOnlyNotice />
      {answer.error && !shown && <Problem error={answer.error} retry={answer.retry} />}
      <div className="reports-columns">
        <section className="reports-list" aria-label={r.title}>
          <search className="reports-filter">
            <label className="select">
              <small>{r.state}</small>
              <select value={state} onChange={(event) => setState(event.target.value as StateFilter)}>
                <option value="open">{r.open}</option>
                <option value="all">{r.all}</option>
                {REPORT_STATES.map((id) => (
                  <option key={id} value={id}>
                    {r.states[id]}
                  </option>
                ))}
              </select>
              <Icon name="down" />
            </label>
            <label className="select">
              <small>{r.office}</small>
              <select
                value={office ?? ""}
                onChange={(event) => setOffice(event.target.value === "" ? null : Number(event.target.value))}
              >
                <option value="">{r.allOffices}</option>
                {offices.map(({ id, names }) => (
                  <option key={id} value={id}>
                    {words.text(names)}
                  </option>
                ))}
              </select>
              <Icon name="down" />
            </label>
            <label className="reports-check">
              <input
                type="checkbox"
                checked={isOverdue}
                onChange={(event) => setOverdue(event.target.checked)}
              />
              {r.overdue}
            </label>
            {shown && <output>{r.count(shown.reports.length, shown.total)}</output>}
          </search>
          {shown && shown.reports.length === 0 && <p className="card reports-note">{r.none}</p>}
          <ul>
            {shown?.reports.map((row) => (
              <li key={row.id}>
                <PageLink to={dataAddress(`reports/${row.id}`)} isCurrent={String(row.id) === report}>
                  <ReportRow report={row} catalog={catalog} />
                </PageLink>
              </li>
            ))}
          </ul>
          {shown && <AnsweredShares offices={offices} share={shown.share} />}
        </section>
        <section className="reports-open">
          {report === undefined ? (
            <p className="card reports-note">{r.choose}</p>
          ) : (
            <OpenReport
              key={report}
              id={report}
              offices={offices}
              catalog={catalog}
              onChanged={() => setVersion(version + 1)}
            />
          )}
        </section>
      </div>
    </main>
  );
}
