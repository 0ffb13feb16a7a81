// The layers beside the areas, as far as they are on.

import { useEffect } from "react";
import { insideOf } from "#client/data/column.ts";
import { useContextLayers } from "#client/data/use_context.ts";
import { useView } from "#client/data/view_context.ts";
import { USUAL_LAYERS } from "#client/map/context/layers.ts";
import type { MapView } from "#client/map/map_view.ts";

/** Draws the layers that are stored and on, around the open area. */
export function useLayers(mapView: MapView | null): void {
  const here = useView();
  const { layers, theme } = here.view;
  const stored = useContextLayers();
  const isWhole = insideOf(here) === null;
  const isChange = here.resolved.mode.kind === "change";
  useEffect(() => {
    mapView?.contentSwitch.context.show({ stored, on: layers ?? USUAL_LAYERS, theme, isWhole, isChange });
  }, [mapView, stored, layers, theme, isWhole, isChange]);
}
