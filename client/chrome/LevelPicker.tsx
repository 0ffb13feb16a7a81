// Which level is shown, fixed or by the zoom; on a phone also which period.

import { useWords } from "../i18n/words.ts";
import { useScreen } from "../screen.ts";

export function LevelPicker() {
  const { t, text } = useWords();
  const { catalog, scene, view, change } = useScreen();
  return (
    <label className="select">
      <small>{t.level}</small>
      <select
        aria-label={t.level}
        value={view.level ?? ""}
        onChange={(event) => change({ level: event.target.value || null })}
      >
        <option value="">{t.levelAuto(text(scene.level.label))}</option>
        {catalog.levels.slice(1).map(({ id, label }) => (
          <option key={id} value={id}>
            {text(label)}
          </option>
        ))}
      </select>
    </label>
  );
}

export function PeriodPicker() {
  const { t } = useWords();
  const { catalog, scene, change } = useScreen();
  return (
    <label className="select">
      <select
        aria-label={t.period}
        value={scene.period}
        onChange={(event) => change({ period: event.target.value })}
      >
        {catalog.periods.map((period) => (
          <option key={period} value={period}>
            {scene.indicator?.periods.includes(period) === false ? t.noDataIn(period) : period}
          </option>
        ))}
      </select>
    </label>
  );
}
