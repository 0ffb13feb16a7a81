// What the pointer does on the map, and which area lies under it.

import type { Map as MapLibreMap, MapMouseEvent, PointLike } from "maplibre-gl";
import type { Pictures } from "./pictures.ts";

export interface PointingListener {
  onMoveEnd(isByReader: boolean): void;
  /** Pixels in the frame; null when the pointer has left. */
  onPoint(point: { x: number; y: number } | null): void;
  onClick(point: { x: number; y: number }, pointerType: string): void;
}

export class Pointing {
  readonly #map: MapLibreMap;
  readonly #pictures: Pictures;

  constructor(map: MapLibreMap, pictures: Pictures) {
    this.#map = map;
    this.#pictures = pictures;
  }

  /** Gives the area at a point of the canvas, as code, name and its outline's box in pixels [left, top, right, bottom]. */
  areaAt(point: PointLike): { code: string; name: string; box: number[] } | null {
    const { areaLayer } = this.#pictures;
    if (!areaLayer) return null;
    const [circle] = this.#map.getLayer("circles")
      ? this.#map.queryRenderedFeatures(point, { layers: ["circles"] })
      : [];
    const [area] = this.#map.queryRenderedFeatures(point, { layers: [areaLayer] });
    const found = circle ?? area;
    if (!found) return null;
    const code = String(found.properties["code"]);
    return { code, name: String(found.properties["name"]), box: this.#boxOf(found.geometry) };
  }

  #boxOf(geometry: GeoJSON.Geometry): number[] {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    const visit = (part: unknown): void => {
      if (!Array.isArray(part)) return;
      if (typeof part[0] !== "number") return part.forEach(visit);
      const { x, y } = this.#map.project(part as [number, number]);
      box[0] = Math.min(box[0]!, x);
      box[1] = Math.min(box[1]!, y);
      box[2] = Math.max(box[2]!, x);
      box[3] = Math.max(box[3]!, y);
    };
    if ("coordinates" in geometry) visit(geometry.coordinates);
    return box;
  }

  /** Reports what the reader does on the map; gives the way to stop. */
  listen(listener: PointingListener): () => void {
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
