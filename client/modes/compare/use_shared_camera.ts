// One camera for several maps: at first the open area, then whatever one of them is moved to.

import { useEffect } from "react";
import { useOpenArea } from "#client/data/use_open_area.ts";
import { useView } from "#client/data/view_context.ts";
import type { MapView } from "#client/map/map_view.ts";
import { useCamera } from "#client/model/location.ts";
import { setZoom } from "#client/model/zoom.ts";
import { useNarrow } from "#client/ui/media.ts";
import { syncCameras } from "./sync_cameras.ts";

/** Room around the framed area, in pixels; a legend, or the one line of a map that shares one, stands at the top. */
const ROOM_PX = 12;
const LEGEND_PX = 92;
const LINE_PX = 36;

/** Keeps the cameras of the maps the same, and in the address, once all of them are there. */
export function useSharedCamera(
  stages: readonly (MapView | null)[],
  { count, isShared }: { readonly count: number; readonly isShared: boolean },
): void {
  const here = useView();
  const { catalog, resolved, change } = here;
  const { isPlaced } = useOpenArea(here);
  const isNarrow = useNarrow();
  const ready = stages.length === count && stages.every((mapView) => mapView !== null);
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
}
