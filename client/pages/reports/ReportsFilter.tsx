// Which reports are listed: by state, by office, and whether only those past their time.

import type { z } from "zod";
import type { reportsContract } from "#domain/contract/reports";
import { REPORT_STATES } from "#domain/report";
import type { ReportState } from "#domain/report";
import { useWords } from "#client/i18n/words.ts";
import { Icon } from "#client/ui/Icon.tsx";

export interface ReportFilter {
  readonly state: ReportState | "open" | "all";
  /** Null for all offices. */
  readonly office: number | null;
  readonly isOverdue: boolean;
}

/** Every report that has no answer yet. */
export const ALL_OPEN: ReportFilter = { state: "open", office: null, isOverdue: false };

export interface ReportsFilterProps {
  readonly filter: ReportFilter;
  readonly offices: z.infer<typeof reportsContract.response>["offices"];
  /** How many are listed, in words; null until they are there. */
  readonly count: string | null;
  onFilter(patch: Partial<ReportFilter>): void;
}

export function ReportsFilter({ filter, offices, count, onFilter }: ReportsFilterProps) {
  const words = useWords();
  const r = words.t.reports;
  const { state, office, isOverdue } = filter;
  return (
    <search className="reports-filter">
      <label className="select">
        <small>{r.state}</small>
        <select value={state} onChange={(event) => onFilter({ state: stateOf(event.target.value) })}>
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
          onChange={(event) =>
            onFilter({ office: event.target.value === "" ? null : Number(event.target.value) })
          }
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
          onChange={(event) => onFilter({ isOverdue: event.target.checked })}
        />
        {r.overdue}
      </label>
      {count !== null && <output>{count}</output>}
    </search>
  );
}

const stateOf = (value: string): ReportFilter["state"] =>
  value === "all" ? value : (REPORT_STATES.find((state) => state === value) ?? "open");
