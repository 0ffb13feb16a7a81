// The MapLibre map and what stands on it. Imperative, with `content_switch.ts`: only these two change the map's style.

import * as maplibregl from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import type { GeoJSONSource, LngLatBoundsLike, Map as MapLibreMap } from "maplibre-gl";
import type { Theme } from "#client/model/view.ts";
import { prefersReducedMotion } from "./camera.ts";
import type { MapColours } from "#client/ui/theme_colours.ts";
import { CameraControl } from "./camera_control.ts";
import { circleLayer, circlePoints, markLayer, markPoints, pointsOf } from "./labels.ts";
import type { Circle, Label } from "./labels.ts";
import { drawsInSoftware } from "./software_rendering.ts";
import { ContentSwitch } from "./content_switch.ts";
import { Pointer } from "./pointer.ts";
import type { Lines } from "./lines.ts";
import { Things } from "./things/things.ts";
import { namesLayer } from "./names.ts";
import { Names } from "./place_names.ts";

maplibregl.setWorkerUrl(workerUrl);

/**
 * What MapLibre 6.17 throws when the state of a point is set on a tile whose points were replaced meanwhile: its worker has drawn
 * the new ones, the page still knows the old ones.
 */
const OUTDATED_POINTS = "feature index out of bounds";

/** The longest side of a canvas that every GPU draws, in pixels. */
const MOST_PRINTED_PX = 4096;

export class MapView {
  readonly map: MapLibreMap;
  readonly contentSwitch: ContentSwitch;
  readonly pointer: Pointer;
  readonly cameraControl: CameraControl;
  readonly lines: Lines;
  readonly things: Things;
  readonly #names: Names;
  #hovered: string | null = null;
  #isOnPaper = false;
  /** The circles as they were set last. */
  #circles = "";
  /** The layers that `applyTheme` added, without their paint: when this changes they must be added anew. */
  #layout = "";

  /** Throws where the browser has no WebGL. */
  constructor(container: HTMLElement, bounds: LngLatBoundsLike) {
    this.map = new maplibregl.Map({
      container,
      // Colours change at once, as the page does.
      style: { version: 8, sources: {}, layers: [], transition: { duration: 0, delay: 0 } },
      bounds,
      attributionControl: false,
      renderWorldCopies: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      fadeDuration: prefersReducedMotion() ? 0 : 150,
      // What MapLibre draws here is smooth by itself: lines, circles, text.
      canvasContextAttributes: { preserveDrawingBuffer: true, antialias: false },
    });
    // A region of the page is the section around it; the canvas takes the arrow keys.
    this.map.getCanvas().setAttribute("role", "application");
    this.map.doubleClickZoom.disable();
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.contentSwitch = new ContentSwitch(this.map);
    this.lines = this.contentSwitch.lines;
    this.pointer = new Pointer(this.map, this.contentSwitch);
    this.cameraControl = new CameraControl(this.map);
    this.things = new Things(this.map);
    this.#names = new Names(this.map, this.contentSwitch);
    this.map.on("error", ({ error }) => {
      if (error.message === OUTDATED_POINTS) this.#renewPoints();
      else window.reportError(error);
    });
    window.addEventListener("afterprint", this.#printed);
  }

  /** Draws finer than for a screen until all is printed: three pixels of paper for one, two where the processor draws. */
  drawFine(): void {
    const { clientWidth, clientHeight } = this.map.getCanvas();
    const most = MOST_PRINTED_PX / Math.max(clientWidth, clientHeight, 1);
    this.map.setPixelRatio(Math.max(window.devicePixelRatio, Math.min(drawsInSoftware() ? 2 : 3, most)));
  }

  readonly #printed = (): void => this.map.setPixelRatio(window.devicePixelRatio);

  /** True while camera and size are those of a sheet of paper, which nobody on the screen is to follow. */
  get isOnPaper(): boolean {
    return this.#isOnPaper;
  }

  setOnPaper(isOnPaper: boolean): void {
    this.#isOnPaper = isOnPaper;
  }

  /** Sets what the map is called for those who do not see it. */
  name(label: string): void {
    this.map.getCanvas().setAttribute("aria-label", label);
  }

  /** Resolves when layers may be added. */
  ready(): Promise<void> {
    return new Promise((resolve) => {
      const build = (): void => {
        this.contentSwitch.addTo(this.map);
        for (const id of ["labels", "circles", "marks"])
          this.map.addSource(id, { type: "geojson", data: pointsOf([]), promoteId: "code" });
        resolve();
      };
      if (this.map.isStyleLoaded()) build();
      else this.map.once("style.load", build);
    });
  }

  /** Draws labels, circles and marks in the colours of a theme, names `scale` times as large as on a desk. */
  applyTheme(tokens: MapColours, theme: Theme, circleColour: string, isCount: boolean, scale: number): void {
    this.#names.applyTheme(tokens, theme);
    const layers = [circleLayer(tokens, circleColour), markLayer(tokens), namesLayer(tokens, isCount, scale)];
    const layout = JSON.stringify(layers.map((layer) => ({ ...layer, paint: null })));
    if (layout === this.#layout) {
      for (const { id, paint = {} } of layers)
        for (const [name, value] of Object.entries(paint))
          this.map.setPaintProperty(id, name as never, value as never);
      return;
    }
    this.#layout = layout;
    for (const layer of layers) {
      if (this.map.getLayer(layer.id)) this.map.removeLayer(layer.id);
      this.map.addLayer(layer, layer.id === "circles" ? "mask" : undefined);
    }
  }

  /** Outlines the area under the pointer; null for none. */
  hover(code: string | null): void {
    if (code === this.#hovered) return;
    for (const id of [this.#hovered, code])
      if (id !== null) this.map.setFeatureState({ source: "circles", id }, { isHovered: id === code });
    this.#hovered = code;
    this.lines.outline("hovered", code === null ? [] : [code]);
  }

  label(labels: readonly Label[]): void {
    this.#names.show(labels);
  }

  circle(circles: readonly Circle[]): void {
    const source = this.map.getSource<GeoJSONSource>("circles");
    const points = circlePoints(circles);
    const key = JSON.stringify(points);
    if (!source || this.#circles === key) return;
    this.#circles = key;
    source.setData(points);
  }

  /** Loads names and circles anew. Their states stay: to change one now would meet the same tile. */
  #renewPoints(): void {
    this.#names.renew();
    const source = this.map.getSource<GeoJSONSource>("circles");
    if (this.#circles !== "") source?.setData(JSON.parse(this.#circles) as GeoJSON.FeatureCollection);
  }

  /** Marks areas that a chart points out. */
  mark(marks: readonly Pick<Label, "code" | "centre">[]): void {
    this.map
      .getSource<GeoJSONSource>("marks")
      ?.setData(markPoints(marks.map(({ code, centre }) => ({ code, centre }))));
  }

  destroy(): void {
    window.removeEventListener("afterprint", this.#printed);
    this.contentSwitch.destroy();
    this.map.remove();
  }
}
