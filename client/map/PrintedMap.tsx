// The map on paper: the free middle of the canvases, copied right before printing, since a page of paper has another shape.
// The page and the map have changed to the light theme by then (`printing.ts`, `MapView`).

import { useEffect, useRef } from "react";
import { offerMapPicture } from "#client/model/map_picture.ts";
import { paddingAround } from "./camera.ts";
import type { Cover } from "./camera.ts";
import type { MapView } from "./map_view.ts";

/** Room left around the framed area, in pixels. */
const MARGIN_PX = 24;

export interface PrintedMapProps {
  readonly mapView: MapView | null;
  /** Width by height of what is framed between the cards, and what covers the map; without it all of the map is copied. */
  readonly framed?: { readonly aspect: number; covers(): readonly Cover[] };
}

export function PrintedMap({ mapView, framed }: PrintedMapProps) {
  const paper = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const copy = (): HTMLCanvasElement | null => {
      if (!mapView || !paper.current) return null;
      const { canvases } = mapView.contentSwitch;
      const { clientWidth, clientHeight, width: pixels } = mapView.map.getCanvas();
      const size = { width: clientWidth, height: clientHeight };
      const { left, top, right, bottom } = framed
        ? paddingAround(size, framed.covers(), framed.aspect)
        : { left: 0, top: 0, right: MARGIN_PX, bottom: MARGIN_PX };
      const ratio = pixels / clientWidth;
      const [x, y] = [Math.max(0, left - MARGIN_PX), Math.max(0, top - MARGIN_PX)];
      const width = clientWidth - right + MARGIN_PX - x;
      const height = clientHeight - bottom + MARGIN_PX - y;
      paper.current.width = width * ratio;
      paper.current.height = height * ratio;
      const context = paper.current.getContext("2d");
      const part = [x, y, width, height].map((px) => px * ratio) as [number, number, number, number];
      for (const canvas of canvases) context?.drawImage(canvas, ...part, 0, 0, part[2], part[3]);
      return paper.current;
    };
    const withdraw = framed && mapView ? offerMapPicture(copy) : null;
    window.addEventListener("beforeprint", copy);
    return () => {
      withdraw?.();
      window.removeEventListener("beforeprint", copy);
    };
  }, [mapView, framed]);
  return <canvas ref={paper} className="map-print" aria-hidden="true" />;
}
