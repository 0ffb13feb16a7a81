// The three heights of the drawer as buttons.

import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { DRAWER_HEIGHTS } from "#client/model/view.ts";
import { Icon } from "#client/ui/Icon.tsx";

export function DrawerHeights() {
  const { t } = useWords();
  const { view, change } = useView();
  const shown = view.table ?? "line";
  return (
    <fieldset className="drawer-heights" aria-label={t.folding.drawer}>
      {DRAWER_HEIGHTS.map((height) => (
        <button
          key={height}
          type="button"
          aria-pressed={height === shown}
          aria-label={t.folding.heights[height]}
          title={t.folding.heights[height]}
          onClick={() => change({ table: height }, "replace")}
        >
          <Icon name={height} />
        </button>
      ))}
    </fieldset>
  );
}
