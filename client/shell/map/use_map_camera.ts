// The camera of the map: where a link puts it, else framing whatever is open, between what covers the map.

import { useEffect, useEffectEvent } from "react";
import { useOpenArea } from "#client/data/use_open_area.ts";
import { useView } from "#client/data/view_context.ts";
import type { Padding } from "#client/map/camera.ts";
import type { MapView } from "#client/map/map_view.ts";
import { useCamera } from "#client/model/location.ts";
import { setZoom } from "#client/model/zoom.ts";
import { coveringElements, mapCovers } from "./map_covers.ts";

/** From how many pixels on the map follows cards that need more room, and uses room that is won. */
interface Tolerance {
  readonly grown: number;
  readonly won: number;
}

/** The margin around what is framed takes small growth: other words in a legend are no reason to move the map. */
const SETTLED: Tolerance = { grown: 14, won: 40 };
/** While the cards of an area are filled, for so many milliseconds from when it is framed, the map follows them closely. */
const FILLING: Tolerance = { grown: 1, won: 1 };
const FILLING_MS = 3000;
/** Sizes settle for so long before the map follows, in milliseconds. */
const SETTLE_MS = 80;

const differs = (now: Padding, framed: Padding, { grown, won }: Tolerance): boolean =>
  (["top", "right", "bottom", "left"] as const).some(
    (side) => now[side] - framed[side] > grown || framed[side] - now[side] > won,
  );

/** Moves the camera with the view and the cards; `layout` changes when cards come or go, empty while there are none. Returns the way to frame the open area again. */
export function useMapCamera(mapView: MapView | null, layout: string): () => void {
  const here = useView();
  const { catalog, resolved, change } = here;
  const camera = useCamera();
  const { isPlaced } = useOpenArea(here);
  const bbox = resolved.open?.bbox ?? catalog.bbox;
  const frame = useEffectEvent((): Padding | null => {
    if (!mapView) return null;
    const covers = mapCovers();
    setZoom(mapView.cameraControl.frame(bbox, covers));
    return mapView.cameraControl.padding(bbox, covers);
  });
  useEffect(() => {
    if (!mapView || !isPlaced || layout === "") return undefined;
    if (camera) {
      mapView.cameraControl.goTo(camera);
      setZoom(camera.zoom);
      return undefined;
    }
    const begun = performance.now();
    let framed = frame();
    let timer = 0;
    const look = (): void => {
      if (mapView.isOnPaper) return settle();
      const now = mapView.cameraControl.padding(bbox, mapCovers());
      const isFilling = performance.now() - begun < FILLING_MS;
      if (framed === null || differs(now, framed, isFilling ? FILLING : SETTLED)) framed = frame();
    };
    const settle = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(look, SETTLE_MS);
    };
    const observer = new ResizeObserver(settle);
    for (const element of coveringElements()) observer.observe(element);
    // Not that of the window: the map follows it later, and would be framed by its old size.
    const stopResize = mapView.cameraControl.onResize(() => {
      if (mapView.isOnPaper) return;
      framed = null;
      settle();
    });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      stopResize();
    };
  }, [mapView, camera, bbox, isPlaced, layout]);
  return () => {
    if (camera) change({ camera: null });
    else frame();
  };
}
