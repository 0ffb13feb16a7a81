// Marks on the areas that a brush on a chart takes in.

import { useEffect } from "react";
import { useInsiders } from "#client/data/use_area_names.ts";
import type { MapView } from "#client/map/map_view.ts";
import { getBrushed, subscribeBrush } from "#client/model/brush.ts";

/** Draws the brushed areas, without a render of React. */
export function useMarks(mapView: MapView | null): void {
  const insiders = useInsiders();
  useEffect(() => {
    if (!mapView) return undefined;
    const mark = (): void => {
      const brushed = getBrushed();
      const marked = brushed.size === 0 ? [] : insiders.filter(({ code }) => brushed.has(code));
      mapView.mark(marked.flatMap(({ code, centre }) => (centre ? [{ code, centre }] : [])));
    };
    mark();
    return subscribeBrush(mark);
  }, [mapView, insiders]);
}
