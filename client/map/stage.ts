// The MapLibre map and what stands on it. Imperative: the only file that changes the map's style.

import * as maplibregl from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import type { GeoJSONSource, LngLatBoundsLike, Map as MapLibreMap } from "maplibre-gl";
import { tileAddress } from "../api.ts";
import type { Camera } from "../view.ts";
import { FLIGHT_MS, paddingFor, prefersStillness } from "./camera.ts";
import type { Layout, Padding } from "./camera.ts";
import type { MapColours } from "./colours.ts";
import { circleLayer, circlePoints, labelLayer, labelPoints } from "./labels.ts";
import type { Circle, Label } from "./labels.ts";
import type { ClassPick } from "./painting.ts";
import { PATTERNED, PATTERN_RATIO, drawPattern } from "./patterns.ts";
import { areaLayer, areaOpacity, pictureKey, pictureLayers, pictureSource } from "./picture.ts";
import type { Picture } from "./picture.ts";
import { shapeLayers, shapeSource } from "./shapes.ts";
import type { Shapes, TileLevel } from "./shapes.ts";

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

export interface StageListener {
  onMoveEnd(isByReader: boolean): void;
  /** Pixels in the frame; null when the pointer has left. */
  onPoint(point: { x: number; y: number } | null): void;
  onClick(point: { x: number; y: number }, pointerType: string): void;
  /** False when a new picture is on its way, true when it has been painted whole. */
  onPaint(isPainted: boolean): void;
}

interface Shown {
  readonly picture: Picture;
  readonly key: string;
  readonly source: string;
  readonly layers: readonly string[];
}

export class Stage {
  readonly map: MapLibreMap;
  #shown: Shown | null = null;
  #coming: Shown | null = null;
  #leaving: Shown[] = [];
  #shapeLayers: string[] = [];
  #pick: ClassPick | null = null;
  #hovered: string | null = null;
  #selected: string | null = null;
  #isPlaced = false;
  #onPaint: StageListener["onPaint"] = () => undefined;

  /** Throws where the browser has no WebGL. */
  constructor(container: HTMLElement, bounds: LngLatBoundsLike) {
    this.map = new maplibregl.Map({
      container,
      style: {
        version: 8,
        sources: {},
        layers: [{ id: "paper", type: "background", paint: { "background-color": "rgba(0,0,0,0)" } }],
      },
      bounds,
      attributionControl: false,
      renderWorldCopies: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      fadeDuration: prefersStillness() ? 0 : 150,
      canvasContextAttributes: { preserveDrawingBuffer: true, antialias: true },
    });
    this.map.doubleClickZoom.disable();
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.on("sourcedata", () => this.#reveal());
    this.map.on("idle", () => this.#reveal());
  }

  /** Resolves when layers may be added. */
  ready(): Promise<void> {
    return new Promise((resolve) => {
      const build = (): void => {
        for (const id of ANCHORS)
          this.map.addLayer({ id, type: "background", layout: { visibility: "none" } });
        for (const id of ["labels", "circles"])
          this.map.addSource(id, { type: "geojson", data: labelPoints([]), promoteId: "code" });
        resolve();
      };
      if (this.map.isStyleLoaded()) build();
      else this.map.once("style.load", build);
    });
  }

  /** Takes the colours of a theme. */
  dress(tokens: MapColours, circleColour: string, isCount: boolean): void {
    this.map.setPaintProperty("paper", "background-color", tokens.paper);
    for (const reason of PATTERNED) {
      if (this.map.hasImage(reason)) this.map.removeImage(reason);
      this.map.addImage(reason, drawPattern(reason, tokens), { pixelRatio: PATTERN_RATIO });
    }
    for (const id of ["labels", "circles"]) if (this.map.getLayer(id)) this.map.removeLayer(id);
    this.map.addLayer(labelLayer(tokens, isCount));
    this.map.addLayer(circleLayer(tokens, circleColour), "above circles");
  }

  /** Brings a picture on; the one that is shown stays until the new one is painted whole. */
  show(picture: Picture): void {
    const key = pictureKey(picture);
    if (key === (this.#coming ?? this.#shown)?.key) return;
    if (this.#coming) this.#remove(this.#coming);
    this.#coming = null;
    if (key === this.#shown?.key) return;
    const { level, painting } = picture;
    const source = `area ${level.release} ${level.id} ${painting.columns.join()}`;
    if (!this.map.getSource(source))
      this.map.addSource(
        source,
        pictureSource(tileAddress(level.release, level.id, painting.columns), picture),
      );
    const layers = pictureLayers(picture, key, source);
    for (const [before, layer] of layers) this.map.addLayer(layer, before);
    this.#coming = { picture, key, source, layers: layers.map(([, { id }]) => id) };
    this.#onPaint(false);
    this.#reveal();
  }

  #reveal(): void {
    const coming = this.#coming;
    if (!coming || !this.map.isSourceLoaded(coming.source)) return;
    this.#coming = null;
    for (const id of coming.layers) {
      const layer = this.map.getLayer(id)!;
      this.map.setPaintProperty(id, layer.type === "line" ? "line-opacity" : "fill-opacity", 1);
    }
    if (this.#shown) this.#leaving.push(this.#shown);
    this.#shown = coming;
    this.#applyPick();
    this.#setState(this.#hovered, { isHovered: true });
    this.#setState(this.#selected, { isSelected: true });
    const leaving = this.#leaving;
    this.#leaving = [];
    setTimeout(() => leaving.forEach((shown) => this.#remove(shown)), prefersStillness() ? 0 : 260);
    this.map.once("idle", () => this.#onPaint(this.#coming === null));
  }

  #remove({ layers, source }: Shown): void {
    for (const id of layers) if (this.map.getLayer(id)) this.map.removeLayer(id);
    const isUsed = [this.#shown, this.#coming, ...this.#leaving].some((shown) => shown?.source === source);
    if (!isUsed && this.map.getSource(source)) this.map.removeSource(source);
  }

  #useShape(level: TileLevel): void {
    const id = shapeSource(level);
    if (this.map.getSource(id)) return;
    this.map.addSource(id, {
      type: "vector",
      tiles: [tileAddress(level.release, level.id, [])],
      minzoom: level.minZoom,
      maxzoom: level.maxZoom,
    });
  }

  /** Draws the outlines anew. */
  outline(shapes: Shapes): void {
    for (const id of this.#shapeLayers) this.map.removeLayer(id);
    for (const level of [...shapes.above, shapes.top, shapes.open?.level]) if (level) this.#useShape(level);
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

  /** Lets one class stand out; null lets all. */
  pick(pick: ClassPick | null): void {
    this.#pick = pick;
    this.#applyPick();
  }

  #applyPick(): void {
    const shown = this.#shown;
    if (!shown || shown.picture.painting.kind === "plain") return;
    this.map.setPaintProperty(
      areaLayer(shown.key),
      "fill-opacity",
      areaOpacity(this.#pick, shown.picture.painting),
    );
    for (const reason of PATTERNED) {
      const isFaint = this.#pick !== null && this.#pick !== reason;
      this.map.setPaintProperty(`${reason} ${shown.key}`, "fill-opacity", isFaint ? 0.16 : 1);
    }
  }

  #setState(code: string | null, state: Readonly<Record<string, boolean>>): void {
    const shown = this.#shown;
    if (code === null || !shown) return;
    this.map.setFeatureState({ source: shown.source, sourceLayer: shown.picture.level.id, id: code }, state);
    this.map.setFeatureState({ source: "circles", id: code }, state);
  }

  hover(code: string | null): void {
    if (code === this.#hovered) return;
    this.#setState(this.#hovered, { isHovered: false });
    this.#hovered = code;
    this.#setState(code, { isHovered: true });
  }

  select(code: string | null): void {
    if (code === this.#selected) return;
    this.#setState(this.#selected, { isSelected: false });
    this.#selected = code;
    this.#setState(code, { isSelected: true });
  }

  /** Gives the area at a point of the canvas, as code, name and its outline's box in pixels [left, top, right, bottom]. */
  areaAt(point: maplibregl.PointLike): { code: string; name: string; box: number[] } | null {
    const shown = this.#shown;
    if (!shown) return null;
    const [circle] = this.map.getLayer("circles")
      ? this.map.queryRenderedFeatures(point, { layers: ["circles"] })
      : [];
    const [area] = this.map.queryRenderedFeatures(point, { layers: [areaLayer(shown.key)] });
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
      const { x, y } = this.map.project(part as [number, number]);
      box[0] = Math.min(box[0]!, x);
      box[1] = Math.min(box[1]!, y);
      box[2] = Math.max(box[2]!, x);
      box[3] = Math.max(box[3]!, y);
    };
    if ("coordinates" in geometry) visit(geometry.coordinates);
    return box;
  }

  /** Gives the room that the cards take. */
  #padding(layout: Layout): Padding {
    const { clientWidth, clientHeight } = this.map.getContainer();
    return paddingFor(clientWidth, clientHeight, layout);
  }

  /** Frames a box of degrees, in flight unless the reader prefers stillness; gives the zoom it ends at. */
  frame(bounds: LngLatBoundsLike, layout: Layout): number {
    const target = this.map.cameraForBounds(bounds, { padding: this.#padding(layout), maxZoom: 15 });
    const duration = !this.#isPlaced || prefersStillness() ? 0 : FLIGHT_MS;
    this.#isPlaced = true;
    if (target) this.map.easeTo({ ...target, duration });
    return target?.zoom ?? this.map.getZoom();
  }

  /** Stands where a link says; does nothing when the camera is there already. */
  goTo(camera: Camera): void {
    const now = this.camera();
    this.#isPlaced = true;
    const isThere =
      Math.abs(now.lon - camera.lon) < 1e-5 &&
      Math.abs(now.lat - camera.lat) < 1e-5 &&
      Math.abs(now.zoom - camera.zoom) < 0.01;
    if (!isThere) this.map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom });
  }

  /** Moves just so far that a place comes into the free middle. */
  reveal(centre: readonly [number, number], layout: Layout): void {
    const padding = this.#padding(layout);
    const { x, y } = this.map.project([...centre]);
    const { clientWidth, clientHeight } = this.map.getContainer();
    const isInView =
      x > padding.left &&
      x < clientWidth - padding.right &&
      y > padding.top &&
      y < clientHeight - padding.bottom;
    if (isInView) return;
    const offset: [number, number] = [(padding.left - padding.right) / 2, (padding.top - padding.bottom) / 2];
    this.map.easeTo({ center: [...centre], offset, duration: prefersStillness() ? 0 : 200 });
  }

  zoomBy(steps: number): void {
    this.map.zoomTo(
      this.map.getZoom() + steps,
      { duration: prefersStillness() ? 0 : 200 },
      { isByReader: true },
    );
  }

  /** Reports what the reader does on the map; gives the way to stop. */
  listen(listener: StageListener): () => void {
    const { map } = this;
    let pointerType = "mouse";
    this.#onPaint = listener.onPaint;
    const over = (event: maplibregl.MapMouseEvent): void => {
      if (pointerType !== "touch" && !map.isMoving()) listener.onPoint(event.point);
    };
    const out = (): void => {
      listener.onPoint(null);
    };
    const click = (event: maplibregl.MapMouseEvent): void => {
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

  camera(): Camera {
    const { lng, lat } = this.map.getCenter();
    return { lon: lng, lat, zoom: this.map.getZoom() };
  }

  destroy(): void {
    this.map.remove();
  }
}
