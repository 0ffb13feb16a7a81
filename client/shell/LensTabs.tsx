// The lens switch.

import { LENS_IDS } from "#domain/lens";
import { useWords } from "#client/i18n/words.ts";
import { useScreen } from "#client/data/screen.ts";
import "./lens_tabs.css";

export function LensTabs() {
  const { t, label } = useWords();
  const { view, change, catalog } = useScreen();
  return (
    <nav className="lenses" aria-label={t.lens}>
      {LENS_IDS.map((id) => {
        const lens = catalog.lenses.find((known) => known.id === id);
        return (
          <button
            key={id}
            type="button"
            aria-pressed={view.lens === id}
            onClick={() => change({ lens: id, indicator: null })}
          >
            {label(lens?.label ?? {})}
          </button>
        );
      })}
    </nav>
  );
}
