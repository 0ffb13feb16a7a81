// Two or four maps side by side, or two under a line that is drawn aside; one camera, one hover.

import { useEffect, useState } from "react";
import { useNarrow } from "#client/ui/media.ts";
import { useWords } from "#client/i18n/words.ts";
import type { MapView } from "#client/map/map_view.ts";
import { useScreen } from "#client/data/screen.ts";
import { ComparePane } from "./ComparePane.tsx";
import type { MapSpec } from "#client/model/map_spec.ts";
import { syncCameras } from "./sync_cameras.ts";
import "#client/styles/map.css";
import "./compare.css";

/** Room around the framed area, in pixels; the legend stands at the top of a wide map. */
const ROOM_PX = 20;
const LEGEND_PX = 92;

export interface CompareMapsProps {
  readonly maps: readonly MapSpec[];
  onZoom(zoom: number): void;
}

/** Draws the maps; the number of them does not change while they are on the screen. */
export function CompareMaps({ maps, onZoom }: CompareMapsProps) {
  const { t } = useWords();
  const { catalog, resolved, view, change, isPlaced } = useScreen();
  const [stages, setStages] = useState<readonly (MapView | null)[]>([]);
  const [aside, setAside] = useState(50);
  const isNarrow = useNarrow();
  const isSwipe = view.swipe && maps.length === 2;
  const ready = stages.length === maps.length && stages.every((mapView) => mapView !== null);

  useEffect(() => (ready ? syncCameras(stages as MapView[]) : undefined), [ready, stages]);
  const bbox = resolved.open?.bbox ?? catalog.bbox;
  const { camera } = view;
  useEffect(() => {
    const [first] = stages;
    if (!first || !ready || !isPlaced) return;
    if (camera) first.cameraControl.goTo(camera);
    else
      first.map.fitBounds(bbox, {
        padding: { top: isNarrow ? ROOM_PX : LEGEND_PX, bottom: ROOM_PX, left: ROOM_PX, right: ROOM_PX },
        duration: 0,
      });
    onZoom(first.map.getZoom());
  }, [stages, ready, camera, bbox, isPlaced, isNarrow, onZoom]);
  useEffect(() => {
    if (!ready) return undefined;
    const keep = ({ target, originalEvent }: { target: MapView["map"]; originalEvent?: unknown }): void => {
      const { lng, lat } = target.getCenter();
      onZoom(target.getZoom());
      if (originalEvent) change({ camera: { lon: lng, lat, zoom: target.getZoom() } }, "replace");
    };
    for (const mapView of stages) mapView!.map.on("moveend", keep);
    return () => {
      for (const mapView of stages) mapView!.map.off("moveend", keep);
    };
  }, [ready, stages, change, onZoom]);

  const put = (at: number, mapView: MapView | null): void =>
    setStages((known) =>
      Array.from({ length: maps.length }, (_, i) => (i === at ? mapView : (known[i] ?? null))),
    );
  return (
    <section
      className={`compare is-${isSwipe ? "swipe" : maps.length}${view.table ? "" : " is-tall"}`}
      aria-label={t.compare.label}
      style={{ ["--aside" as string]: `${aside}%` }}
    >
      {maps.map((spec, at) => (
        <ComparePane
          key={at}
          number={at + 1}
          spec={spec}
          onStage={(mapView) => put(at, mapView)}
          onSpec={(next) => change({ maps: maps.map((one, i) => (i === at ? next : one)) })}
        />
      ))}
      {isSwipe && (
        <input
          className="compare-line"
          type="range"
          min={0}
          max={100}
          value={aside}
          aria-label={t.compare.line}
          onChange={(event) => setAside(Number(event.target.value))}
        />
      )}
    </section>
  );
}
