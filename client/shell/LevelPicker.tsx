// Which level is shown, fixed or by the zoom.

import { useWords } from "#client/i18n/words.ts";
import { useView } from "#client/data/view_context.ts";
import { Icon } from "#client/ui/Icon.tsx";

export function LevelPicker() {
  const { t, label } = useWords();
  const { catalog, resolved, view, change } = useView();
  return (
    <label className="select">
      <small>{t.level}</small>
      <select
        aria-label={t.level}
        value={view.level ?? ""}
        onChange={(event) => change({ level: event.target.value || null })}
      >
        <option value="">{t.levelAuto(label(resolved.level.label))}</option>
        {catalog.levels.slice(1).map((level) => (
          <option key={level.id} value={level.id}>
            {label(level.label)}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </label>
  );
}
