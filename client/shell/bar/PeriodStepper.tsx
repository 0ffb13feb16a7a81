// The period of every room: one back, one on, or any from the list.

import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { Icon } from "#client/ui/Icon.tsx";

export interface PeriodStepperProps {
  readonly period: string;
  readonly isNarrow: boolean;
}

export function PeriodStepper({ period, isNarrow }: PeriodStepperProps) {
  const { t } = useWords();
  const { catalog, change } = useView();
  const { periods } = catalog;
  const at = periods.indexOf(period);
  if (periods.length === 0) return null;
  const step = (by: -1 | 1) => {
    const to = periods[at + by];
    const name = by < 0 ? t.bar.earlier : t.bar.later;
    return (
      <button
        type="button"
        aria-label={name}
        title={name}
        disabled={to === undefined}
        onClick={() => to !== undefined && change({ period: to })}
      >
        <Icon name={by < 0 ? "left" : "right"} />
      </button>
    );
  };
  return (
    <div className="stepper">
      {!isNarrow && step(-1)}
      <select
        aria-label={t.period}
        value={period}
        onChange={({ target }) => change({ period: target.value })}
      >
        {periods.map((known) => (
          <option key={known} value={known}>
            {isNarrow ? t.sentence.period(known) : known}
          </option>
        ))}
      </select>
      {isNarrow ? <Icon name="down" /> : step(1)}
    </div>
  );
}
