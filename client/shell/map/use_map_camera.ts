// The camera of the map: where a link puts it, else framing whatever is open.

import { useEffect } from "react";
import { useOpenArea } from "#client/data/use_open_area.ts";
import { useView } from "#client/data/view_context.ts";
import type { Layout } from "#client/map/camera.ts";
import type { MapView } from "#client/map/map_view.ts";
import { useCamera } from "#client/model/location.ts";
import { setZoom } from "#client/model/zoom.ts";

/** Moves the camera with the view; returns the way to frame the open area again. */
export function useMapCamera(mapView: MapView | null, layout: Layout): () => void {
  const here = useView();
  const { catalog, resolved, change } = here;
  const camera = useCamera();
  const { isPlaced } = useOpenArea(here);
  const bbox = resolved.open?.bbox ?? catalog.bbox;
  useEffect(() => {
    if (!mapView || !isPlaced) return;
    if (camera) mapView.cameraControl.goTo(camera);
    setZoom(camera ? camera.zoom : mapView.cameraControl.frame(bbox, layout));
  }, [mapView, camera, bbox, isPlaced, layout]);
  return () => {
    if (camera) change({ camera: null });
    else mapView?.cameraControl.frame(bbox, layout);
  };
}
