// The camera of the map: framing, flying, zooming.

import type { Map as MapLibreMap } from "maplibre-gl";
import type { Camera } from "#client/model/view.ts";
import { CAMERA_MS, aspectOf, paddingAround, prefersReducedMotion } from "./camera.ts";
import type { Cover, Padding } from "./camera.ts";

/** West, south, east, north, in degrees. */
export type Bounds = [number, number, number, number];

export class CameraControl {
  readonly #map: MapLibreMap;
  #isPlaced = false;

  constructor(map: MapLibreMap) {
    this.#map = map;
  }

  camera(): Camera {
    const { lng, lat } = this.#map.getCenter();
    return { lon: lng, lat, zoom: this.#map.getZoom() };
  }

  /** The room that covers take at each side when a box is framed. */
  padding(bounds: Bounds, covers: readonly Cover[]): Padding {
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
    return paddingAround({ width, height }, covers, aspectOf(bounds));
  }

  /** Frames a box of degrees, animated unless the reader prefers reduced motion; returns the zoom it ends at. */
  frame(bounds: Bounds, covers: readonly Cover[]): number {
    const target = this.#map.cameraForBounds(bounds, { padding: this.padding(bounds, covers), maxZoom: 15 });
    const duration = !this.#isPlaced || prefersReducedMotion() ? 0 : CAMERA_MS;
    this.#isPlaced = true;
    if (target) this.#map.easeTo({ ...target, duration });
    return target?.zoom ?? this.#map.getZoom();
  }

  /** What a box of an aspect would take between covers, in degrees. */
  freeBounds(covers: readonly Cover[], aspect: number): Bounds {
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
    const { left, top, right, bottom } = paddingAround({ width, height }, covers, aspect);
    const { lng: west, lat: north } = this.#map.unproject([left, top]);
    const { lng: east, lat: south } = this.#map.unproject([width - right, height - bottom]);
    return [west, south, east, north];
  }

  /** Moves the camera to where a link says, without animation. */
  goTo(camera: Camera): void {
    const now = this.camera();
    this.#isPlaced = true;
    const isThere =
      Math.abs(now.lon - camera.lon) < 1e-5 &&
      Math.abs(now.lat - camera.lat) < 1e-5 &&
      Math.abs(now.zoom - camera.zoom) < 0.01;
    if (!isThere) this.#map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom });
  }

  /** Moves the camera so that a place outside the free middle comes into it. */
  reveal(centre: readonly [number, number], covers: readonly Cover[]): void {
    const { x, y } = this.#map.project([...centre]);
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const padding = paddingAround({ width: clientWidth, height: clientHeight }, covers, 1);
    const isInView =
      x > padding.left &&
      x < clientWidth - padding.right &&
      y > padding.top &&
      y < clientHeight - padding.bottom;
    if (isInView) return;
    const offset: [number, number] = [(padding.left - padding.right) / 2, (padding.top - padding.bottom) / 2];
    this.#map.easeTo({ center: [...centre], offset, duration: prefersReducedMotion() ? 0 : 200 });
  }

  /** Calls when the map has another size, and can frame by it; returns the way to stop. */
  onResize(listener: () => void): () => void {
    const { unsubscribe } = this.#map.on("resize", listener);
    return unsubscribe;
  }

  zoomBy(steps: number): void {
    this.#map.zoomTo(
      this.#map.getZoom() + steps,
      { duration: prefersReducedMotion() ? 0 : 200 },
      { isByReader: true },
    );
  }
}
