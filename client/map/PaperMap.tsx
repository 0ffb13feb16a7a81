// The map on paper, drawn for an upright sheet and for one across. Printed by the browser's own menu, which does not wait, it is the
// picture of the screen. The page and the map have changed to the light theme by then (`printing.ts`, `MapView`).

import { useEffect, useEffectEvent, useRef } from "react";
import { offerMapPicture } from "#client/model/map_picture.ts";
import { prepareBeforePrinting, usePrinting } from "#client/model/printing.ts";
import { paddingAround } from "./camera.ts";
import type { Cover } from "./camera.ts";
import type { Bounds } from "./camera_control.ts";
import { drawOnPaper } from "./draw_on_paper.ts";
import type { PaperShape } from "./draw_on_paper.ts";
import type { MapView } from "./map_view.ts";

/** Room left around the framed area, in pixels. */
const MARGIN_PX = 24;

export interface PaperMapProps {
  readonly mapView: MapView | null;
  /** Width by height of what is framed between the cards, and what covers the map. */
  readonly framed: { readonly aspect: number; covers(): readonly Cover[] };
  readonly shapes: { readonly upright: PaperShape; readonly across: PaperShape };
  /** What a sheet shows, in degrees. */
  bounds(): Bounds;
}

/** Copies what stands between the cards of the screen. */
function copyFree(mapView: MapView, framed: PaperMapProps["framed"], paper: HTMLCanvasElement): void {
  const { canvases } = mapView.contentSwitch;
  const { clientWidth, clientHeight, width: pixels } = mapView.map.getCanvas();
  const size = { width: clientWidth, height: clientHeight };
  const { left, top, right, bottom } = paddingAround(size, framed.covers(), framed.aspect);
  const ratio = pixels / clientWidth;
  const [x, y] = [Math.max(0, left - MARGIN_PX), Math.max(0, top - MARGIN_PX)];
  const width = clientWidth - right + MARGIN_PX - x;
  const height = clientHeight - bottom + MARGIN_PX - y;
  paper.width = width * ratio;
  paper.height = height * ratio;
  const context = paper.getContext("2d");
  const part = [x, y, width, height].map((px) => px * ratio) as [number, number, number, number];
  for (const canvas of canvases) context?.drawImage(canvas, ...part, 0, 0, part[2], part[3]);
}

export function PaperMap({ mapView, framed, shapes, bounds }: PaperMapProps) {
  const upright = useRef<HTMLCanvasElement>(null);
  const across = useRef<HTMLCanvasElement>(null);
  const isDrawn = useRef(false);
  const isPrinting = usePrinting();
  useEffect(() => {
    if (!isPrinting) isDrawn.current = false;
  }, [isPrinting]);
  const copyScreen = useEffectEvent((): void => {
    if (!mapView || isDrawn.current) return;
    mapView.drawFine();
    mapView.map.redraw();
    for (const { current } of [upright, across]) if (current) copyFree(mapView, framed, current);
  });
  const draw = useEffectEvent(async (): Promise<void> => {
    const isOnScreen = mapView?.map.getContainer().checkVisibility({ visibilityProperty: true }) ?? false;
    if (!mapView || !isOnScreen || !upright.current || !across.current) return;
    await drawOnPaper(mapView, bounds(), [
      { shape: shapes.upright, canvas: upright.current },
      { shape: shapes.across, canvas: across.current },
    ]);
    isDrawn.current = true;
  });
  useEffect(() => {
    if (!mapView) return undefined;
    const withdraw = offerMapPicture(() => {
      const picture = document.createElement("canvas");
      copyFree(mapView, framed, picture);
      return picture;
    });
    const stop = prepareBeforePrinting(() => draw());
    const listener = (): void => copyScreen();
    window.addEventListener("beforeprint", listener);
    return () => {
      withdraw();
      stop();
      window.removeEventListener("beforeprint", listener);
    };
  }, [mapView, framed]);
  const style = ({ width, height }: PaperShape) => ({ width: `${width}mm`, height: `${height}mm` });
  return (
    <>
      <canvas
        ref={upright}
        className="map-print is-upright"
        style={style(shapes.upright)}
        aria-hidden="true"
      />
      <canvas ref={across} className="map-print is-across" style={style(shapes.across)} aria-hidden="true" />
    </>
  );
}
