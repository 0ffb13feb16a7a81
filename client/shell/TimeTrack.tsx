// The track of the time slider: a handle for the shown period, of a change one for the earlier, and the periods as marks.

import { useWords } from "#client/i18n/words.ts";

export interface TimeTrackProps {
  readonly periods: readonly string[];
  /** Those with data. */
  readonly withData: readonly string[];
  readonly period: string;
  /** The earlier period of a change; null without. */
  readonly since: string | null;
  goTo(period: string): void;
  compareWith(period: string): void;
}

export function TimeTrack({ periods, withData, period: shown, since, goTo, compareWith }: TimeTrackProps) {
  const { t } = useWords();
  const at = Math.max(0, periods.indexOf(shown));
  const sinceAt = since === null ? at : periods.indexOf(since);
  return (
    <div
      className={since === null ? "time-track" : "time-track is-change"}
      style={{
        ["--periods" as string]: periods.length,
        ["--since" as string]: sinceAt,
        ["--at" as string]: at,
      }}
    >
      {since !== null && (
        <input
          type="range"
          className="since-handle"
          min={0}
          max={periods.length - 1}
          step={1}
          value={sinceAt}
          aria-label={t.changeMap.since}
          aria-valuetext={since}
          onChange={(event) => compareWith(periods[Number(event.target.value)]!)}
        />
      )}
      <input
        type="range"
        min={0}
        max={periods.length - 1}
        step={1}
        value={at}
        aria-label={t.period}
        aria-valuetext={withData.includes(shown) ? shown : t.noDataIn(shown)}
        onChange={(event) => goTo(periods[Number(event.target.value)]!)}
      />
      <ol>
        {periods.map((period) => (
          <li key={period}>
            <button
              type="button"
              tabIndex={-1}
              aria-current={period === shown || period === since ? "true" : undefined}
              className={withData.includes(period) ? "" : "is-empty"}
              title={withData.includes(period) ? undefined : t.noDataIn(period)}
              onClick={() =>
                (since !== null && periods.indexOf(period) <= sinceAt ? compareWith : goTo)(period)
              }
            >
              {period}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
