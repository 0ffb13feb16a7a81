// The map drawn for a sheet of paper: in the sheet's shape and size of type, with what is asked for framed in it.

import type { MapView } from "./map_view.ts";
import type { Bounds } from "./camera_control.ts";

/** Millimetres of the map on paper. */
export interface PaperShape {
  readonly width: number;
  readonly height: number;
}

const PX_PER_MM = 96 / 25.4;
/** Between what is framed and the edge of the map, in pixels. */
const EDGE_PX = 16;
/** The longest that is waited for tiles, in milliseconds. */
const LONGEST_MS = 6000;
const MAX_ZOOM = 15;

/** Resolves when all that is in view has been drawn, or after `LONGEST_MS`. */
async function settle({ map, contentSwitch }: MapView): Promise<void> {
  const late = AbortSignal.timeout(LONGEST_MS);
  const lateness = new Promise((resolve) => late.addEventListener("abort", resolve));
  do {
    map.triggerRepaint();
    await Promise.race([map.once("idle"), lateness]);
  } while (!late.aborted && !(contentSwitch.isSettled && map.loaded()));
}

/** Copies the canvases of a map, as they are, onto another canvas. */
export function copyMap(mapView: MapView, paper: HTMLCanvasElement): void {
  const { width, height } = mapView.map.getCanvas();
  [paper.width, paper.height] = [width, height];
  const context = paper.getContext("2d");
  for (const canvas of mapView.contentSwitch.canvases) context?.drawImage(canvas, 0, 0);
}

/** Draws the map for sheets of some shapes, each on its canvas; afterwards the map on the screen is as it was. */
export async function drawOnPaper(
  mapView: MapView,
  bounds: Bounds,
  sheets: readonly { readonly shape: PaperShape; readonly canvas: HTMLCanvasElement }[],
): Promise<void> {
  const { map } = mapView;
  const { style } = map.getContainer();
  map.stop();
  const camera = { center: map.getCenter(), zoom: map.getZoom() };
  mapView.setOnPaper(true);
  try {
    for (const { shape, canvas } of sheets) {
      style.width = `${Math.round(shape.width * PX_PER_MM)}px`;
      style.height = `${Math.round(shape.height * PX_PER_MM)}px`;
      map.resize();
      mapView.drawFine();
      const target = map.cameraForBounds(bounds, { padding: EDGE_PX, maxZoom: MAX_ZOOM });
      if (target) map.jumpTo(target);
      await settle(mapView);
      map.redraw();
      copyMap(mapView, canvas);
    }
  } finally {
    style.width = style.height = "";
    map.setPixelRatio(window.devicePixelRatio);
    map.resize();
    map.jumpTo(camera);
    mapView.setOnPaper(false);
  }
}
