// The area under the pointer or the keyboard stands out on the map; one that the list points at comes into view.

import { useEffect } from "react";
import { useInsiders } from "#client/data/use_area_names.ts";
import type { MapView } from "#client/map/map_view.ts";
import { getHover, subscribeHover } from "#client/model/hover.ts";
import { mapCovers } from "./map_covers.ts";

/** Draws the hovered area, without a render of React. */
export function useHovered(mapView: MapView | null): void {
  const insiders = useInsiders();
  useEffect(() => {
    if (!mapView) return undefined;
    return subscribeHover(() => {
      const hover = getHover();
      mapView.hover(hover?.code ?? null);
      const centre = hover?.from === "table" && insiders.find(({ code }) => code === hover.code)?.centre;
      if (centre) mapView.cameraControl.reveal(centre, mapCovers());
    });
  }, [mapView, insiders]);
}
