// The MapLibre map and what stands on it. Imperative, with `content_switch.ts`: only these two change the map's style.

import * as maplibregl from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import type { FeatureCollection, Point } from "geojson";
import type { GeoJSONSource, LngLatBoundsLike, Map as MapLibreMap } from "maplibre-gl";
import type { Theme } from "#client/model/view.ts";
import { prefersReducedMotion, withinWorld } from "./camera.ts";
import type { MapColours } from "#client/ui/theme_colours.ts";
import { CameraControl } from "./camera_control.ts";
import { circleLayer, circlePoints, hoveredCircleLayer, markLayer, markPoints, pointsOf } from "./labels.ts";
import type { Circle, Label } from "./labels.ts";
import { drawsInSoftware } from "./software_rendering.ts";
import { ContentSwitch } from "./content_switch.ts";
import { Pointer } from "./pointer.ts";
import type { Lines } from "./lines.ts";
import { Things } from "./things/things.ts";
import { namesLayer } from "./names.ts";
import { Names } from "./place_names.ts";

maplibregl.setWorkerUrl(workerUrl);

/** Sources of points, empty at first. */
const POINT_SOURCES = ["labels", "circles", "hovered-circle", "marks"];
/** Layers that lie under the mask around the open area. */
const MASKED = new Set(["circles", "hovered-circle"]);

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
  #circles: ReadonlyMap<string, Circle> = new Map();
  /** The points of each source as they were set last. */
  readonly #points = new Map<string, string>();
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
      transformConstrain({ lng: lon, lat }, zoom) {
        const camera = withinWorld({ lon, lat, zoom });
        return { center: new maplibregl.LngLat(camera.lon, camera.lat), zoom: camera.zoom };
      },
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
    this.map.on("error", ({ error }) => window.reportError(error));
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
        for (const id of POINT_SOURCES)
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
    const layers = [
      circleLayer(tokens, circleColour),
      hoveredCircleLayer(tokens),
      markLayer(tokens),
      namesLayer(isCount, scale),
    ];
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
      this.map.addLayer(layer, MASKED.has(layer.id) ? "mask" : undefined);
    }
  }

  /** Outlines the area under the pointer; null for none. */
  hover(code: string | null): void {
    if (code === this.#hovered) return;
    this.#hovered = code;
    this.#ring();
    this.lines.outline("hovered", code === null ? [] : [code]);
  }

  label(labels: readonly Label[]): void {
    this.#names.show(labels);
  }

  circle(circles: readonly Circle[]): void {
    this.#circles = new Map(circles.map((circle) => [circle.code, circle]));
    this.#setPoints("circles", circlePoints(circles));
    this.#ring();
  }

  /** Draws the ring around the circle under the pointer. */
  #ring(): void {
    const circle = this.#hovered === null ? undefined : this.#circles.get(this.#hovered);
    this.#setPoints("hovered-circle", circlePoints(circle ? [circle] : []));
  }

  /** Replaces the points of a source; the same again are not drawn again. */
  #setPoints(id: string, points: FeatureCollection<Point>): void {
    const source = this.map.getSource<GeoJSONSource>(id);
    const key = JSON.stringify(points.features);
    if (!source || key === (this.#points.get(id) ?? "[]")) return;
    this.#points.set(id, key);
    source.setData(points);
  }

  /** Marks areas that a chart points out. */
  mark(marks: readonly Pick<Label, "code" | "centre">[]): void {
    this.#setPoints("marks", markPoints(marks.map(({ code, centre }) => ({ code, centre }))));
  }

  destroy(): void {
    window.removeEventListener("afterprint", this.#printed);
    this.contentSwitch.destroy();
    this.map.remove();
  }
}
