// A report in the list: where, about what, how it stands.

import type { Catalog } from "#domain/contract/catalog";
import type { ReportSummary } from "#domain/contract/reports";
import { useWords } from "#client/i18n/words.ts";
import type { Words } from "#client/i18n/words.ts";

/** What a report is about, in a few words. */
export function aboutOf(
  { t, title, text }: Pick<Words, "t" | "title" | "text">,
  { indicator, subject, shown, period }: ReportSummary,
  { indicators }: Pick<Catalog, "indicators">,
): string {
  if (indicator === null) return t.reports.subjects[subject ?? "other"];
  const known = indicators.find(({ id }) => id === indicator);
  return t.reports.figure(known ? title(known) : indicator, shown ? text(shown) : "", period ?? "");
}

export function StateChip({ report: { state, isOverdue } }: { readonly report: ReportSummary }) {
  const { t } = useWords();
  return <span className={`report-state is-${isOverdue ? "late" : state}`}>{t.reports.states[state]}</span>;
}

export interface ReportRowProps {
  readonly report: ReportSummary;
  readonly catalog: Catalog;
}

export function ReportRow({ report, catalog }: ReportRowProps) {
  const words = useWords();
  const { t, text } = words;
  const { isOverdue, dueOn, receivedOn, photo, isProven, state, supporters } = report;
  const isWaiting = state !== "answered" && state !== "closed";
  return (
    <>
      <span className="report-row-head">
        <b>
          {text(report.areaNames)} · {aboutOf(words, report, catalog)}
        </b>
        <StateChip report={report} />
      </span>
      <span className="report-row-start clip">{report.start}</span>
      <small>
        {t.join([
          report.number,
          t.reports.received(receivedOn),
          ...(supporters === 0 ? [] : [t.reports.supporters(supporters)]),
          ...(photo === null ? [] : [t.reports.hasPhoto]),
          ...(isProven ? [] : [t.reports.unprovenShort]),
        ])}
        {isWaiting && (
          <span className={isOverdue ? "bad" : undefined}>
            {" · "}
            {isOverdue ? t.reports.late(dueOn) : t.reports.due(dueOn)}
          </span>
        )}
      </small>
    </>
  );
}
