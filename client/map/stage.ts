// The MapLibre map and what stands on it. Imperative, with `pictures.ts`: only these two change the map's style.

import * as maplibregl from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import type { GeoJSONSource, LngLatBoundsLike, Map as MapLibreMap } from "maplibre-gl";
import { prefersStillness } from "./camera.ts";
import type { MapColours } from "./colours.ts";
import { Flight } from "./flight.ts";
import { useGeometry } from "./geometry_source.ts";
import { circleLayer, circlePoints, labelLayer, labelPoints, markLayer, markPoints } from "./labels.ts";
import type { Circle, Label } from "./labels.ts";
import { Pictures } from "./pictures.ts";
import { Pointing } from "./pointing.ts";
import { shapeLayers } from "./shapes.ts";
import type { Shapes } from "./shapes.ts";

maplibregl.setWorkerUrl(workerUrl);

/** Empty layers, bottom to top; everything else is put right under one of them. */
const ANCHORS = [
  "above areas",
  "above edges",
  "above lines",
  "above circles",
  "above veil",
  "above outlines",
];

export class Stage {
  readonly map: MapLibreMap;
  readonly pictures: Pictures;
  readonly pointing: Pointing;
  readonly flight: Flight;
  #shapeLayers: string[] = [];

  /** Throws where the browser has no WebGL. */
  constructor(container: HTMLElement, bounds: LngLatBoundsLike) {
    this.map = new maplibregl.Map({
      container,
      style: { version: 8, sources: {}, layers: [] },
      bounds,
      attributionControl: false,
      renderWorldCopies: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      fadeDuration: prefersStillness() ? 0 : 150,
      // What MapLibre draws here is smooth by itself: lines, circles, text.
      canvasContextAttributes: { preserveDrawingBuffer: true, antialias: false },
    });
    // A region of the page is the section around it; the canvas takes the arrow keys.
    this.map.getCanvas().setAttribute("role", "application");
    this.map.doubleClickZoom.disable();
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.pictures = new Pictures(this.map);
    this.pointing = new Pointing(this.map, this.pictures);
    this.flight = new Flight(this.map);
  }

  /** Says what the map shows, to those who do not see it. */
  name(label: string): void {
    this.map.getCanvas().setAttribute("aria-label", label);
  }

  /** Resolves when layers may be added. */
  ready(): Promise<void> {
    return new Promise((resolve) => {
      const build = (): void => {
        for (const id of ANCHORS)
          this.map.addLayer({ id, type: "background", layout: { visibility: "none" } });
        this.pictures.addTo("above areas", "above outlines");
        for (const id of ["labels", "circles", "marks"])
          this.map.addSource(id, { type: "geojson", data: labelPoints([]), promoteId: "code" });
        resolve();
      };
      if (this.map.isStyleLoaded()) build();
      else this.map.once("style.load", build);
    });
  }

  /** Takes the colours of a theme. */
  dress(tokens: MapColours, circleColour: string, isCount: boolean): void {
    for (const id of ["labels", "circles", "marks"]) if (this.map.getLayer(id)) this.map.removeLayer(id);
    this.map.addLayer(labelLayer(tokens, isCount));
    this.map.addLayer(circleLayer(tokens, circleColour), "above circles");
    this.map.addLayer(markLayer(tokens), "above outlines");
  }

  /** Draws the outlines anew. */
  outline(shapes: Shapes): void {
    for (const id of this.#shapeLayers) this.map.removeLayer(id);
    for (const level of [...shapes.above, shapes.top, shapes.open?.level])
      if (level) useGeometry(this.map, level);
    const layers = shapeLayers(shapes);
    for (const [before, layer] of layers) this.map.addLayer(layer, before);
    this.#shapeLayers = layers.map(([, { id }]) => id);
  }

  label(labels: readonly Label[]): void {
    this.map.getSource<GeoJSONSource>("labels")?.setData(labelPoints(labels));
  }

  circle(circles: readonly Circle[]): void {
    this.map.getSource<GeoJSONSource>("circles")?.setData(circlePoints(circles));
  }

  /** Marks areas that a chart points out. */
  mark(marks: readonly Pick<Label, "code" | "centre">[]): void {
    this.map
      .getSource<GeoJSONSource>("marks")
      ?.setData(markPoints(marks.map(({ code, centre }) => ({ code, centre }))));
  }

  destroy(): void {
    this.pictures.destroy();
    this.map.remove();
  }
}
