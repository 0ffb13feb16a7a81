// The scale bar in the foot of the map.

import { useEffect } from "react";
import { ScaleControl } from "maplibre-gl";
import type { MapView } from "#client/map/map_view.ts";
import "./scale_bar.css";

/** CSS pixels of the longest bar. */
const LONGEST_PX = 110;

/** Keeps a metric scale bar on the map. */
export function useScaleBar(mapView: MapView | null): void {
  useEffect(() => {
    if (!mapView) return undefined;
    const control = new ScaleControl({ maxWidth: LONGEST_PX, unit: "metric" });
    mapView.map.addControl(control, "bottom-right");
    return () => {
      // The view may have ended with its map before.
      if (mapView.map.hasControl(control)) mapView.map.removeControl(control);
    };
  }, [mapView]);
}
