// Zoom and frame buttons.

import { useWords } from "#client/i18n/words.ts";
import { SetTools } from "#client/modes/area_set/SetTools.tsx";
import type { MapView } from "#client/map/map_view.ts";
import { printPage } from "#client/model/printing.ts";
import { Icon } from "#client/ui/Icon.tsx";
import { Extrusion } from "#client/modes/extrusion/Extrusion.tsx";

export function MapTools({ mapView, onFit }: { readonly mapView: MapView | null; onFit(): void }) {
  const { t } = useWords();
  return (
    <div className="map-tools card" data-covers-map>
      <button
        type="button"
        aria-label={t.zoomIn}
        title={t.zoomIn}
        onClick={() => mapView?.cameraControl.zoomBy(1)}
      >
        <Icon name="plus" />
      </button>
      <button
        type="button"
        aria-label={t.zoomOut}
        title={t.zoomOut}
        onClick={() => mapView?.cameraControl.zoomBy(-1)}
      >
        <Icon name="minus" />
      </button>
      <button type="button" aria-label={t.fit} title={t.fit} onClick={onFit}>
        <Icon name="frame" />
      </button>
      <button type="button" aria-label={t.bar.print} title={t.bar.print} onClick={() => void printPage()}>
        <Icon name="print" />
      </button>
      <SetTools />
      <Extrusion mapView={mapView} />
    </div>
  );
}
