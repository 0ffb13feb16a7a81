// The pictures on the map: the one that is shown, the one on its way, and those that fade out.

import type { Map as MapLibreMap } from "maplibre-gl";
import { tileAddress } from "../api.ts";
import { prefersStillness } from "./camera.ts";
import type { ClassPick } from "./painting.ts";
import { PATTERNED } from "./patterns.ts";
import { areaLayer, areaOpacity, pictureKey, pictureLayers, pictureSource } from "./picture.ts";
import type { Picture } from "./picture.ts";

interface Shown {
  readonly picture: Picture;
  readonly key: string;
  readonly source: string;
  readonly layers: readonly string[];
}

export class Pictures {
  readonly #map: MapLibreMap;
  #shown: Shown | null = null;
  #coming: Shown | null = null;
  #leaving: Shown[] = [];
  #pick: ClassPick | null = null;
  #hovered: string | null = null;
  #selected: string | null = null;
  #onPaint: (isPainted: boolean) => void = () => undefined;

  constructor(map: MapLibreMap) {
    this.#map = map;
    map.on("sourcedata", () => this.#reveal());
    map.on("idle", () => this.#reveal());
  }

  /** Tells the listener false when a new picture is on its way, true when it has been painted whole. */
  follow(onPaint: (isPainted: boolean) => void): void {
    this.#onPaint = onPaint;
  }

  /** Layer in which the pointer finds the areas; null while there is none. */
  get areaLayer(): string | null {
    return this.#shown && areaLayer(this.#shown.key);
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
    if (!this.#map.getSource(source))
      this.#map.addSource(
        source,
        pictureSource(tileAddress(level.release, level.id, painting.columns), picture),
      );
    const layers = pictureLayers(picture, key, source);
    for (const [before, layer] of layers) this.#map.addLayer(layer, before);
    this.#coming = { picture, key, source, layers: layers.map(([, { id }]) => id) };
    this.#onPaint(false);
    this.#reveal();
  }

  #reveal(): void {
    const coming = this.#coming;
    if (!coming || !this.#map.isSourceLoaded(coming.source)) return;
    this.#coming = null;
    for (const id of coming.layers) {
      const layer = this.#map.getLayer(id)!;
      this.#map.setPaintProperty(id, layer.type === "line" ? "line-opacity" : "fill-opacity", 1);
    }
    if (this.#shown) this.#leaving.push(this.#shown);
    this.#shown = coming;
    this.#applyPick();
    this.#setState(this.#hovered, { isHovered: true });
    this.#setState(this.#selected, { isSelected: true });
    const leaving = this.#leaving;
    this.#leaving = [];
    setTimeout(() => leaving.forEach((shown) => this.#remove(shown)), prefersStillness() ? 0 : 260);
    this.#map.once("idle", () => this.#onPaint(this.#coming === null));
  }

  #remove({ layers, source }: Shown): void {
    for (const id of layers) if (this.#map.getLayer(id)) this.#map.removeLayer(id);
    const isUsed = [this.#shown, this.#coming, ...this.#leaving].some((shown) => shown?.source === source);
    if (!isUsed && this.#map.getSource(source)) this.#map.removeSource(source);
  }

  /** Lets one class stand out; null lets all. */
  pick(pick: ClassPick | null): void {
    this.#pick = pick;
    this.#applyPick();
  }

  #applyPick(): void {
    const shown = this.#shown;
    if (!shown || shown.picture.painting.kind === "plain") return;
    this.#map.setPaintProperty(
      areaLayer(shown.key),
      "fill-opacity",
      areaOpacity(this.#pick, shown.picture.painting),
    );
    for (const reason of PATTERNED) {
      const isFaint = this.#pick !== null && this.#pick !== reason;
      this.#map.setPaintProperty(`${reason} ${shown.key}`, "fill-opacity", isFaint ? 0.16 : 1);
    }
  }

  #setState(code: string | null, state: Readonly<Record<string, boolean>>): void {
    const shown = this.#shown;
    if (code === null || !shown) return;
    this.#map.setFeatureState({ source: shown.source, sourceLayer: shown.picture.level.id, id: code }, state);
    this.#map.setFeatureState({ source: "circles", id: code }, state);
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
}
