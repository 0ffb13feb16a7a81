// The life of the map view: made with its container, ended with it.

import { useEffect, useState } from "react";
import type { Catalog } from "#domain/contract/catalog";
import { MapView } from "./map_view.ts";

/** The map view once it can be drawn on, `bounds` framed at first; `isMissing` is true when the browser has no WebGL. */
export function useMapView(
  container: HTMLElement | null,
  bounds: Catalog["bbox"],
): { mapView: MapView | null; isMissing: boolean } {
  const [mapView, setMapView] = useState<MapView | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  // Another release has bounds of its own, but the map and its place stay.
  const [first] = useState(bounds);

  useEffect(() => {
    if (!container) return undefined;
    let current: MapView | null = null;
    let isOver = false;
    const make = (): void => {
      let created: MapView;
      try {
        created = current = new MapView(container, first);
      } catch {
        queueMicrotask(() => setIsMissing(true));
        return;
      }
      // After a lost context MapLibre would be without our layers; a new map takes all it needs from the caches.
      created.map.on("webglcontextlost", () => setMapView(null));
      created.map.on("webglcontextrestored", () => {
        created.destroy();
        make();
      });
      void created.ready().then(() => {
        if (!isOver && current === created) setMapView(created);
      });
    };
    make();
    return () => {
      isOver = true;
      setMapView(null);
      current?.destroy();
    };
  }, [container, first]);
  return { mapView, isMissing };
}
