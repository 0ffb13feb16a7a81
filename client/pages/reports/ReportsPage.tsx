// The staff desk of reports by the public: a list on the left, the report that is open on the right.

import { useEffect, useState } from "react";
import { reportsContract } from "#domain/contract/reports";
import { useAnswer } from "#client/data/use_answer.ts";
import { useWords } from "#client/i18n/words.ts";
import { dataAddress } from "#client/model/location.ts";
import type { PageProps } from "#client/pages/page.ts";
import { DataPages } from "#client/shell/DataPages.tsx";
import { ReadOnlyNotice } from "#client/shell/ReadOnlyNotice.tsx";
import { PageLink } from "#client/ui/PageLink.tsx";
import { Problem } from "#client/ui/Problem.tsx";
import { AnsweredShares } from "./AnsweredShares.tsx";
import { OpenReport } from "./OpenReport.tsx";
import { ReportRow } from "./ReportRow.tsx";
import { ALL_OPEN, ReportsFilter } from "./ReportsFilter.tsx";
import "./reports.css";

export function ReportsPage({ catalog, params: { report } }: PageProps) {
  const words = useWords();
  const { t } = words;
  const r = t.reports;
  const [filter, setFilter] = useState(ALL_OPEN);
  const { state, office, isOverdue } = filter;
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
          <ReportsFilter
            {...{ filter, offices }}
            onFilter={(patch) => setFilter({ ...filter, ...patch })}
            count={shown ? r.count(shown.reports.length, shown.total) : null}
          />
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
