// What the map shows, as `MODES` offers it; and the picking of areas.

import { Icon } from "#client/ui/Icon.tsx";
import { Popover } from "#client/ui/Popover.tsx";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { setPicking, usePicking } from "#client/model/picking.ts";
import { MODES, modeRow } from "#client/modes/modes.ts";
import "#client/ui/option.css";
import "./picker.css";
import "./mode_picker.css";

const ENTRIES = Object.values(MODES).flatMap(({ entries }) => entries);

export function ModePicker() {
  const { t } = useWords();
  const here = useView();
  const { resolved, change } = here;
  const picking = usePicking();
  if (!resolved.indicator) return null;
  const shown = ENTRIES.find(({ isOn }) => isOn(resolved.mode));
  const { Settings } = modeRow(resolved.mode);
  return (
    <Popover
      className="mode-picker"
      title={t.modes.label}
      label={
        <>
          <span className="clip">{shown?.title(t)}</span>
          <Icon name="down" />
        </>
      }
    >
      <h2>{t.modes.label}</h2>
      {ENTRIES.map((entry) => {
        const patch = entry.enter(here);
        return (
          patch && (
            <button
              key={entry.id}
              type="button"
              className="option"
              aria-pressed={entry === shown}
              {...(entry === shown ? { "data-autofocus": true } : {})}
              data-closes
              onClick={() => change(patch)}
            >
              <b>{entry.title(t)}</b>
              <span>{entry.what(t)}</span>
            </button>
          )
        );
      })}
      <h2>{t.set.mode}</h2>
      <div className="mode-picks">
        {(["press", "lasso"] as const).map((mode) => (
          <button
            key={mode}
            type="button"
            className="button"
            aria-pressed={picking === mode}
            data-closes
            onClick={() => setPicking(picking === mode ? null : mode)}
          >
            {picking === mode ? t.set.stop : mode === "press" ? t.set.pickShort : t.set.lassoShort}
          </button>
        ))}
      </div>
      {Settings && <Settings />}
    </Popover>
  );
}
