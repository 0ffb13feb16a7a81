// What the pointer does on the map, and which area lies under it.

import type { Map as MapLibreMap, MapMouseEvent, PointLike } from "maplibre-gl";
import type { ContentSwitch } from "./content_switch.ts";

export interface PointerListener {
  onMoveEnd(isByReader: boolean): void;
  /** Pixels in the frame; null when the pointer has left. */
  onPoint(point: { x: number; y: number } | null): void;
  onClick(point: { x: number; y: number }, pointerType: string): void;
}

export class Pointer {
  readonly #map: MapLibreMap;
  readonly #contentSwitch: ContentSwitch;

  constructor(map: MapLibreMap, contentSwitch: ContentSwitch) {
    this.#map = map;
    this.#contentSwitch = contentSwitch;
  }

  /** The area at a point of the canvas: code, name and its bounding box in pixels [left, top, right, bottom]. */
  areaAt(point: PointLike): { code: string; name: string; box: number[] } | null {
    const map = this.#map;
    const [circle] = map.getLayer("circles") ? map.queryRenderedFeatures(point, { layers: ["circles"] }) : [];
    if (circle?.geometry.type === "Point") {
      const { code, name, radiusPx } = circle.properties as { code: string; name: string; radiusPx: number };
      const { x, y } = map.project(circle.geometry.coordinates as [number, number]);
      return { code, name, box: [x - radiusPx, y - radiusPx, x + radiusPx, y + radiusPx] };
    }
    const area = this.#contentSwitch.areaAt(map.unproject(point));
    if (!area) return null;
    const [northWest, southEast] = area.bounds.map((corner) => map.project(corner));
    const box = [northWest!.x, northWest!.y, southEast!.x, southEast!.y];
    return { code: area.code, name: area.name, box };
  }

  /** Calls the listener for what the reader does on the map; returns the function that removes it. */
  listen(listener: PointerListener): () => void {
    const map = this.#map;
    let pointerType = "mouse";
    const over = (event: MapMouseEvent): void => {
      if (pointerType !== "touch" && !map.isMoving()) listener.onPoint(event.point);
    };
    const out = (): void => {
      listener.onPoint(null);
    };
    const click = (event: MapMouseEvent): void => {
      const isSecondOfDouble = pointerType !== "touch" && event.originalEvent.detail > 1;
      if (!isSecondOfDouble) listener.onClick(event.point, pointerType);
    };
    const moveEnd = (event: { originalEvent?: unknown; isByReader?: boolean }): void =>
      listener.onMoveEnd(Boolean(event.originalEvent ?? event.isByReader));
    const pointerDown = (event: PointerEvent): void => {
      pointerType = event.pointerType;
    };
    const canvas = map.getCanvasContainer();
    canvas.addEventListener("pointerdown", pointerDown, true);
    map.on("mousemove", over);
    map.on("mouseout", out);
    map.on("movestart", out);
    map.on("click", click);
    map.on("moveend", moveEnd);
    return () => {
      canvas.removeEventListener("pointerdown", pointerDown, true);
      map.off("mousemove", over);
      map.off("mouseout", out);
      map.off("movestart", out);
      map.off("click", click);
      map.off("moveend", moveEnd);
    };
  }
}
