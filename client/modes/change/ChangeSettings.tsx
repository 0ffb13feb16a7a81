// Since when the change is shown.

import { comparePeriods } from "#domain/period";
import { useMode, useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";

export function ChangeSettings() {
  const { t } = useWords();
  const { resolved, change } = useView();
  const mode = useMode("change");
  if (!mode) return null;
  return (
    <label className="mode-field">
      <span>{t.changeMap.since}</span>
      <select
        value={mode.since}
        onChange={(event) => change({ mode: { kind: "change", since: event.target.value } })}
      >
        {resolved.indicator?.periods
          .filter((period) => comparePeriods(period, resolved.period) < 0)
          .map((period) => (
            <option key={period}>{period}</option>
          ))}
      </select>
    </label>
  );
}
