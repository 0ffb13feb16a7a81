// Which period is shown, and since when its change.

import { comparePeriods } from "#domain/period";
import { useMode, useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { SlotMenu } from "./SlotMenu.tsx";

export function PeriodSlot() {
  const { t } = useWords();
  const { catalog, resolved, change } = useView();
  const withData = resolved.indicator?.periods ?? catalog.periods;
  return (
    <SlotMenu
      name={t.period}
      text={t.sentence.period(resolved.period)}
      chosen={resolved.period}
      options={catalog.periods.map((period) => ({
        value: period,
        text: t.sentence.period(period),
        ...(withData.includes(period) ? {} : { note: t.sentence.noData }),
      }))}
      onChoose={(period) => change({ period })}
    />
  );
}

export function SinceSlot() {
  const { t } = useWords();
  const { resolved, change } = useView();
  const mode = useMode("change");
  if (!mode) return null;
  const earlier = (resolved.indicator?.periods ?? []).filter(
    (period) => comparePeriods(period, resolved.period) < 0,
  );
  return (
    <SlotMenu
      name={t.changeMap.since}
      text={mode.since}
      chosen={mode.since}
      options={earlier.map((period) => ({ value: period, text: t.sentence.period(period) }))}
      onChoose={(since) => since !== null && change({ mode: { kind: "change", since } })}
    />
  );
}
