// Whose level is shown, fixed or by the zoom.

import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { SlotMenu } from "./SlotMenu.tsx";

export function LevelSlot() {
  const words = useWords();
  const { t } = words;
  const { catalog, resolved, view, change } = useView();
  return (
    <SlotMenu
      name={t.level}
      text={words.plural(resolved.level)}
      chosen={view.level}
      options={[
        { value: null, text: t.sentence.auto(words.plural(resolved.level)) },
        ...catalog.levels.slice(1).map((level) => ({ value: level.id, text: words.label(level.label) })),
      ]}
      onChoose={(level) => change({ level })}
    />
  );
}
