// The one map of the screen and what stands on it; each hook follows one concern of the view.

import { useEffect, useMemo, useState } from "react";
import "maplibre-gl/dist/maplibre-gl.css";
import { requestedColumn } from "#client/data/column.ts";
import { useWaiting } from "#client/data/use_wait.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { aspectOf } from "#client/map/camera.ts";
import { PaperMap } from "#client/map/PaperMap.tsx";
import { useMapView } from "#client/map/use_map_view.ts";
import { getCamera } from "#client/model/location.ts";
import { usePicking } from "#client/model/picking.ts";
import { Lasso } from "#client/modes/area_set/Lasso.tsx";
import { ListInsteadOfMap } from "#client/table/ListInsteadOfMap.tsx";
import { WaitNote, useColumnName } from "#client/ui/Waiting.tsx";
import { FacilityHover } from "./FacilityHover.tsx";
import { HoverCard } from "./HoverCard.tsx";
import { MapTools } from "./MapTools.tsx";
import { mapCovers } from "./map/map_covers.ts";
import { useCircles } from "./map/use_circles.ts";
import { useFill } from "./map/use_fill.ts";
import { useHovered } from "./map/use_hovered.ts";
import { useKept } from "./map/use_kept.ts";
import { useLabels } from "./map/use_labels.ts";
import { useLayers } from "./map/use_layers.ts";
import { useLines } from "./map/use_lines.ts";
import { useMapCamera } from "./map/use_map_camera.ts";
import { useMarks } from "./map/use_marks.ts";
import { useName } from "./map/use_name.ts";
import { useScaleBar } from "./map/use_scale_bar.ts";
import { useThings } from "./map/use_things.ts";
import { usePointer } from "./map/use_pointer.ts";
import { paperShapes } from "./paper/paper_shapes.ts";
import "#client/styles/map.css";

export interface MapCanvasProps {
  /** Changes when cards come to the map or go. */
  readonly layout: string;
}

/** The map; a list in its place where nothing can be drawn. */
export function MapCanvas({ layout }: MapCanvasProps) {
  return useView().catalog.isDrawn === false ? <ListInsteadOfMap /> : <DrawnMap layout={layout} />;
}

function DrawnMap({ layout }: MapCanvasProps) {
  const { t } = useWords();
  const { catalog, resolved } = useView();
  const picking = usePicking();
  const [container, setContainer] = useState<HTMLElement | null>(null);
  const [isPainted, setIsPainted] = useState(false);
  const { mapView, isMissing } = useMapView(container, catalog.bbox);
  const bbox = resolved.open?.bbox ?? catalog.bbox;
  const framed = useMemo(() => ({ aspect: aspectOf(bbox), covers: mapCovers }), [bbox]);
  useFill(mapView);
  useKept(mapView);
  useLines(mapView);
  useLayers(mapView);
  useLabels(mapView, useCircles(mapView));
  useMarks(mapView);
  useThings(mapView);
  useHovered(mapView);
  useScaleBar(mapView);
  const frame = useMapCamera(mapView, layout);
  const { isOver, isTouch } = usePointer(mapView);
  const name = useName(mapView);
  const isLate = useWaiting(mapView !== null && !isPainted, false) === "overdue";
  const coming = requestedColumn(resolved);
  const columnName = useColumnName();
  useEffect(() => mapView?.contentSwitch.follow(setIsPainted), [mapView]);
  if (isMissing)
    return (
      <div className="map">
        <div className="map-notice card">
          <h2>{t.mapMissing}</h2>
          <p>{t.mapMissingWhat}</p>
        </div>
      </div>
    );
  return (
    <section className="map" aria-label={name}>
      <div
        ref={setContainer}
        className={["map-canvas", isOver && "is-over", isLate && "is-late"].filter(Boolean).join(" ")}
        data-painted={isPainted}
      />
      {isLate && coming && (
        <div className="map-wait">
          <WaitNote wait="overdue" what={columnName(coming)} />
        </div>
      )}
      <MapTools mapView={mapView} onFit={frame} />
      {mapView && picking === "lasso" && <Lasso mapView={mapView} />}
      <HoverCard isTouch={isTouch} />
      <FacilityHover />
      <PaperMap
        {...{ mapView, framed }}
        shapes={paperShapes(resolved.mode.kind === "bivariate")}
        bounds={() =>
          (getCamera() && mapView?.cameraControl.freeBounds(mapCovers(), framed.aspect)) ?? [...bbox]
        }
      />
    </section>
  );
}
