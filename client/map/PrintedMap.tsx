// One of several maps on paper: a copy of what stands on the screen, made right before printing.

import { useEffect, useRef } from "react";
import { copyMap } from "./draw_on_paper.ts";
import type { MapView } from "./map_view.ts";

export function PrintedMap({ mapView }: { readonly mapView: MapView | null }) {
  const paper = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const copy = (): void => {
      if (!mapView || !paper.current) return;
      mapView.drawFine();
      mapView.map.redraw();
      copyMap(mapView, paper.current);
    };
    window.addEventListener("beforeprint", copy);
    return () => window.removeEventListener("beforeprint", copy);
  }, [mapView]);
  return <canvas ref={paper} className="map-print" aria-hidden="true" />;
}
