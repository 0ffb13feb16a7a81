// Legend, layers and what else describes the map. Folded, the legend stays as a card in the lower right corner of the map.

import { useWords } from "#client/i18n/words.ts";
import { FoldHandle } from "./FoldHandle.tsx";
import { LEFT_PARTS } from "./left_parts.ts";
import "./panels.css";

export function LeftPanel({ isFolded }: { readonly isFolded: boolean }) {
  const { t } = useWords();
  const parts = LEFT_PARTS.filter(({ staysWhenFolded }) => staysWhenFolded || !isFolded);
  return (
    <aside className={isFolded ? "left is-folded" : "left"} aria-label={t.folding.left}>
      <div className="legend card" data-covers-map>
        {parts.map(({ id, Part }) => (
          <div key={id} className="left-part">
            <Part />
          </div>
        ))}
      </div>
      <FoldHandle side="left" isFolded={isFolded} />
    </aside>
  );
}
