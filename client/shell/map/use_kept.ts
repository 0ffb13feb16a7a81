// Areas that do not meet the conditions are paled.

import { useEffect } from "react";
import type { MapView } from "#client/map/map_view.ts";
import { useKeptAreas } from "#client/model/kept_areas.ts";

/** Draws only the areas that meet the conditions in full colour. */
export function useKept(mapView: MapView | null): void {
  const kept = useKeptAreas();
  useEffect(() => mapView?.contentSwitch.keep(kept), [mapView, kept]);
}
