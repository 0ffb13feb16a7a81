// The report that is open: what was written, who is in charge, what can be done with it.

import { useState } from "react";
import type { Catalog } from "#domain/contract/catalog";
import { reportContract, reportStepContract } from "#domain/contract/reports";
import type { DeskReport, DeskStep, Office } from "#domain/contract/reports";
import { asApiError, send } from "#client/data/api.ts";
import type { ApiError } from "#client/data/api.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useWords } from "#client/i18n/words.ts";
import { mapAddress, useDataAddress } from "#client/model/location.ts";
import { failureText } from "#client/ui/failure_text.ts";
import { PageLink } from "#client/ui/PageLink.tsx";
import { Problem } from "#client/ui/Problem.tsx";
import { aboutOf, StateChip } from "./ReportRow.tsx";
import type { ReportPartProps } from "./part.ts";
import { ReportPhoto } from "./ReportPhoto.tsx";
import { Steps } from "./Steps.tsx";

export interface OpenReportProps {
  readonly id: string;
  readonly offices: readonly Office[];
  readonly catalog: Catalog;
  /** Called when something was done with it. */
  onChanged(): void;
}

export function OpenReport({ id, offices, catalog, onChanged }: OpenReportProps) {
  const words = useWords();
  const { t } = words;
  const answer = useAnswer(reportContract, { params: { id } });
  const [changed, setChanged] = useState<DeskReport | null>(null);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const report = changed ?? answer.data;
  const back = useDataAddress("reports");
  const take = (step: DeskStep): void => {
    setFailure(null);
    send(reportStepContract, { params: { id } }, step).then(
      (after) => {
        setChanged(after);
        onChanged();
      },
      (reason: unknown) => setFailure(asApiError(reason)),
    );
  };
  return (
    <>
      <p className="reports-back">
        <PageLink to={back}>‹ {t.reports.back}</PageLink>
      </p>
      {answer.error && !report && <Problem error={answer.error} retry={answer.retry} />}
      {report && (
        <article className="card report-open" aria-label={report.number}>
          <Head report={report} catalog={catalog} />
          <Written report={report} take={take} />
          {report.photo !== null && <ReportPhoto report={report} take={take} />}
          {failure && (
            <p className="bad" role="alert">
              {t.reports.failed(failureText(failure, words))}
            </p>
          )}
          {/* Its fields begin anew with every step. */}
          <Steps key={report.steps.length} report={report} offices={offices} take={take} />
          <History report={report} offices={offices} />
        </article>
      )}
    </>
  );
}

function Head({ report, catalog }: { readonly report: DeskReport; readonly catalog: Catalog }) {
  const words = useWords();
  const r = words.t.reports;
  const { areaCode, indicator, period, isOverdue, dueOn, receivedOn, may, supporters } = report;
  const known = catalog.indicators.find(({ id }) => id === indicator);
  return (
    <header>
      <h2>
        {report.number} <StateChip report={report} />
      </h2>
      <p>
        {words.text(report.areaNames)} · {aboutOf(words, report, catalog)}
      </p>
      <p className="report-dates">
        {r.received(receivedOn)}
        {may.some((step) => step !== "close") && (
          <span className={isOverdue ? "bad" : undefined}>
            {" · "}
            {isOverdue ? r.late(dueOn) : r.due(dueOn)}
          </span>
        )}
      </p>
      {supporters > 0 && <p>{r.supporters(supporters)}</p>}
      <p className="report-links">
        <PageLink
          to={mapAddress({
            area: areaCode,
            camera: null,
            ...(known && period !== null ? { lens: known.lens, indicator: known.id, period } : {}),
          })}
        >
          {r.onTheMap}
        </PageLink>
        <a href={`/open/report/${report.number}`} target="_blank" rel="noreferrer">
          {r.publicPage}
        </a>
      </p>
      {!report.isProven && <p className="bad">{r.unproven}</p>}
    </header>
  );
}

function Written({ report, take }: ReportPartProps) {
  const { t } = useWords();
  const r = t.reports;
  const { areWordsPublic } = report;
  return (
    <section>
      <h3>{r.words}</h3>
      <blockquote lang={report.language}>{report.words}</blockquote>
      <p className="report-release">
        <span>{areWordsPublic ? r.isShown : r.isHidden}</span>
        <button
          type="button"
          className="button"
          onClick={() => take({ step: "release", words: !areWordsPublic, photo: null })}
        >
          {areWordsPublic ? r.hide : r.show}
        </button>
      </p>
      {report.contact !== null && (
        <>
          <h3>{r.contact}</h3>
          <p>{report.contact}</p>
        </>
      )}
      {report.answer !== null && (
        <>
          <h3>{r.answerIs}</h3>
          <p className="report-answer">{report.answer}</p>
        </>
      )}
    </section>
  );
}

function History({ report, offices }: { readonly report: DeskReport; readonly offices: readonly Office[] }) {
  const words = useWords();
  const r = words.t.reports;
  const nameOf = (id: number | null): string | null => {
    const office = offices.find((known) => known.id === id);
    return office ? words.text(office.names) : null;
  };
  return (
    <section>
      <h3>{r.history}</h3>
      <ol className="report-steps">
        {report.steps.map(({ step, on, office, note }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- steps are only ever added
          <li key={at}>
            <time dateTime={on}>{on}</time>
            <span>
              {words.t.join([r.steps[step], ...(nameOf(office) === null ? [] : [nameOf(office)!])])}
              {note !== null && <small>{note}</small>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
