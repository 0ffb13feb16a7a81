// The narrow handle at the edge of a panel that folds it, and unfolds it again.

import { useWords } from "#client/i18n/words.ts";
import { setPanelFolded } from "#client/model/panels.ts";
import type { Side } from "#client/model/panels.ts";
import { Icon } from "#client/ui/Icon.tsx";

export interface FoldHandleProps {
  readonly side: Side;
  readonly isFolded: boolean;
}

export function FoldHandle({ side, isFolded }: FoldHandleProps) {
  const { t } = useWords();
  const name = (isFolded ? t.folding.unfold : t.folding.fold)[side];
  return (
    <button
      type="button"
      className={`fold-handle is-${side}`}
      data-covers-map
      aria-expanded={!isFolded}
      aria-label={name}
      title={name}
      onClick={() => setPanelFolded(side, !isFolded)}
    >
      <Icon name={(side === "left") === isFolded ? "right" : "left"} />
    </button>
  );
}
