// Zoom and frame buttons.

import { useWords } from "../i18n/words.ts";
import { SetTools } from "../selection/SetTools.tsx";
import type { Stage } from "./stage.ts";
import { Icon } from "../chrome/Icon.tsx";
import { Columns } from "../columns/Columns.tsx";

export function MapTools({ stage, onFit }: { readonly stage: Stage | null; onFit(): void }) {
  const { t } = useWords();
  return (
    <div className="map-tools card">
      <button type="button" aria-label={t.zoomIn} title={t.zoomIn} onClick={() => stage?.flight.zoomBy(1)}>
        <Icon name="plus" />
      </button>
      <button type="button" aria-label={t.zoomOut} title={t.zoomOut} onClick={() => stage?.flight.zoomBy(-1)}>
        <Icon name="minus" />
      </button>
      <button type="button" aria-label={t.fit} title={t.fit} onClick={onFit}>
        <Icon name="frame" />
      </button>
      <SetTools />
      <Columns stage={stage} />
    </div>
  );
}
