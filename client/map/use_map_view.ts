// The life of the map view: made with its container, ended with it.

import { useEffect, useState } from "react";
import type { Catalog } from "#domain/contract/catalog";
import { MapView } from "./map_view.ts";

/** Gives the map view once it can be drawn on, `bounds` framed at first; `isMissing` says that this browser has no WebGL. */
export function useMapView(
  container: HTMLElement | null,
  bounds: Catalog["bbox"],
): { mapView: MapView | null; isMissing: boolean } {
  const [mapView, setStage] = useState<MapView | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  // Another release has bounds of its own, but the map and its place stay.
  const [first] = useState(bounds);

  useEffect(() => {
    if (!container) return undefined;
    let made: MapView | null = null;
    let isOver = false;
    const make = (): void => {
      let here: MapView;
      try {
        here = made = new MapView(container, first);
      } catch {
        queueMicrotask(() => setIsMissing(true));
        return;
      }
      // When the graphics card is back MapLibre would be without our layers; made anew, a map takes all it needs from the caches.
      here.map.on("webglcontextlost", () => setStage(null));
      here.map.on("webglcontextrestored", () => {
        here.destroy();
        make();
      });
      void here.ready().then(() => {
        if (!isOver && made === here) setStage(here);
      });
    };
    make();
    return () => {
      isOver = true;
      setStage(null);
      made?.destroy();
    };
  }, [container, first]);
  return { mapView, isMissing };
}
