// Two or four maps side by side, or two under a line that is drawn aside; one camera, one hover.

import { useEffect, useState } from "react";
import { findIndicator } from "#domain/indicator";
import { useNarrow } from "#client/ui/media.ts";
import { useWords } from "#client/i18n/words.ts";
import type { MapView } from "#client/map/map_view.ts";
import { useOpenArea } from "#client/data/use_open_area.ts";
import { useMode, useView } from "#client/data/view_context.ts";
import { useCamera } from "#client/model/location.ts";
import { setZoom } from "#client/model/zoom.ts";
import { ComparePane } from "./ComparePane.tsx";
import type { CompareMode } from "#client/model/view.ts";
import type { MapSpec } from "#client/model/map_spec.ts";
import { SharedLegend } from "./SharedLegend.tsx";
import { syncCameras } from "./sync_cameras.ts";
import "#client/styles/map.css";
import "./compare.css";

/** Room around the framed area, in pixels; a legend, or the one line of a map that shares one, stands at the top. */
const ROOM_PX = 12;
const LEGEND_PX = 92;
const LINE_PX = 36;

/** Draws the maps of the view. */
export function CompareMaps() {
  const mode = useMode("compare");
  // Side by side and in a swipe the maps have other sizes and begin with another frame.
  return mode && <Maps key={`${mode.maps.length} ${mode.swipe}`} {...mode} />;
}

/** The number of maps does not change while they are on the screen. */
function Maps({ maps, swipe }: Pick<CompareMode, "maps" | "swipe">) {
  const { t } = useWords();
  const here = useView();
  const { catalog, resolved, change } = here;
  const { isPlaced } = useOpenArea(here);
  const [stages, setStages] = useState<readonly (MapView | null)[]>([]);
  const [aside, setAside] = useState(50);
  const isNarrow = useNarrow();
  const isSwipe = swipe && maps.length === 2;
  const isShared = maps.every(({ indicator }) => indicator === maps[0]?.indicator);
  const ready = stages.length === maps.length && stages.every((mapView) => mapView !== null);

  useEffect(() => (ready ? syncCameras(stages as MapView[]) : undefined), [ready, stages]);
  const bbox = resolved.open?.bbox ?? catalog.bbox;
  const camera = useCamera();
  useEffect(() => {
    const [first] = stages;
    if (!first || !ready || !isPlaced) return;
    if (camera) first.cameraControl.goTo(camera);
    else
      first.map.fitBounds(bbox, {
        padding: {
          top: isNarrow ? ROOM_PX : isShared ? LINE_PX : LEGEND_PX,
          bottom: ROOM_PX,
          left: ROOM_PX,
          right: ROOM_PX,
        },
        duration: 0,
      });
    setZoom(first.map.getZoom());
  }, [stages, ready, camera, bbox, isPlaced, isNarrow, isShared]);
  useEffect(() => {
    if (!ready) return undefined;
    const keep = ({ target, originalEvent }: { target: MapView["map"]; originalEvent?: unknown }): void => {
      const { lng, lat } = target.getCenter();
      setZoom(target.getZoom());
      if (originalEvent) change({ camera: { lon: lng, lat, zoom: target.getZoom() } }, "replace");
    };
    for (const mapView of stages) mapView!.map.on("moveend", keep);
    return () => {
      for (const mapView of stages) mapView!.map.off("moveend", keep);
    };
  }, [ready, stages, change]);

  const periodsOf = (id: string): readonly string[] => findIndicator(catalog.indicators, id)?.periods ?? [];
  const put = (at: number, mapView: MapView | null): void =>
    setStages((known) =>
      Array.from({ length: maps.length }, (_, i) => (i === at ? mapView : (known[i] ?? null))),
    );
  const show = (next: readonly MapSpec[]): void => change({ mode: { kind: "compare", maps: next, swipe } });
  return (
    <section
      className={`compare is-${isSwipe ? "swipe" : maps.length} ${isShared ? "has-shared" : ""}`}
      aria-label={t.compare.label}
      style={{ ["--aside" as string]: `${aside}%` }}
    >
      {isShared && (
        <SharedLegend
          spec={maps.find(({ period }) => periodsOf(maps[0]!.indicator).includes(period)) ?? maps[0]!}
          onChoose={({ id, periods }) =>
            show(
              maps.map(({ period }) => ({
                indicator: id,
                period: periods.includes(period) ? period : periods.at(-1)!,
              })),
            )
          }
        />
      )}
      {maps.map((spec, at) => (
        <ComparePane
          key={at}
          isShared={isShared}
          number={at + 1}
          spec={spec}
          onStage={(mapView) => put(at, mapView)}
          onSpec={(next) => show(maps.map((map, i) => (i === at ? next : map)))}
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
