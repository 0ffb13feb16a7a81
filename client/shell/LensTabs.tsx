// The lens switch.

import { LENS_IDS } from "#domain/lens";
import { useWords } from "#client/i18n/words.ts";
import { useView } from "#client/data/view_context.ts";
import "./lens_tabs.css";

export function LensTabs() {
  const { t, label } = useWords();
  const { view, change, catalog } = useView();
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
