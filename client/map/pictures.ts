// The pictures on the map: the one that is shown, and the one on its way, which is shown when it is whole.

import type { LngLat, Map as MapLibreMap } from "maplibre-gl";
import { prefersStillness } from "./camera.ts";
import { useGeometry } from "./geometry_source.ts";
import { AreaLayer, TILE_PX } from "./gpu/area_layer.ts";
import { PictureTiles } from "./gpu/picture_tiles.ts";
import type { FoundArea } from "./gpu/picture_tiles.ts";
import type { ClassPick } from "./painting.ts";
import { lineLayers, linesKey, pictureKey } from "./picture.ts";
import type { Picture } from "./picture.ts";
import { geometrySource } from "./shapes.ts";

/** Milliseconds in which one picture goes over into the next. */
const FADE_MS = 220;

interface Shown {
  readonly picture: Picture;
  readonly key: string;
  readonly tiles: PictureTiles;
}

export class Pictures {
  readonly #map: MapLibreMap;
  readonly #areas: AreaLayer;
  #shown: Shown | null = null;
  #coming: Shown | null = null;
  /** Line layers on the map, by their key. */
  readonly #lines = new Map<string, readonly string[]>();
  #ahead = new AbortController();
  #hovered: string | null = null;
  #selected: string | null = null;
  #marked: readonly string[] = [];
  #onPaint: (isPainted: boolean) => void = () => undefined;

  constructor(map: MapLibreMap) {
    this.#map = map;
    this.#areas = new AreaLayer(map);
    map.on("move", () => this.#look());
    map.on("resize", () => this.#look());
    map.on("sourcedata", () => this.#reveal());
    map.on("idle", () => this.#reveal());
  }

  /** Puts the layer of the areas under another one. */
  addTo(before: string): void {
    this.#map.addLayer(this.#areas, before);
  }

  /** Tells the listener false when a new picture is on its way, true when it has been painted whole. */
  follow(onPaint: (isPainted: boolean) => void): void {
    this.#onPaint = onPaint;
  }

  /** Brings a picture on; the one that is shown stays until the new one is whole. */
  show(picture: Picture): void {
    const key = pictureKey(picture);
    if (key === (this.#coming ?? this.#shown)?.key) return;
    this.#forget();
    if (key === this.#shown?.key) return;
    if (this.#shown && geometrySource(picture.level) !== geometrySource(this.#shown.picture.level)) {
      this.#ahead.abort();
      this.#ahead = new AbortController();
    }
    const source = useGeometry(this.#map, picture.level);
    const lines = linesKey(picture);
    if (!this.#lines.has(lines)) {
      const layers = lineLayers(picture, source);
      for (const [before, layer] of layers) this.#map.addLayer(layer, before);
      this.#lines.set(
        lines,
        layers.map(([, { id }]) => id),
      );
    }
    const tiles = new PictureTiles(picture, () => this.#look());
    this.#coming = { picture, key, tiles };
    this.#onPaint(false);
    this.#look();
  }

  /** Fetches columns of the shown level that are likely to be shown next; another level gives up on what is still on its way. */
  prefetch(columns: readonly (readonly string[])[]): void {
    for (const column of columns) (this.#coming ?? this.#shown)?.tiles.fetchAhead(column, this.#ahead.signal);
  }

  /** Asks for the tiles that are in view now. */
  #look(): void {
    for (const shown of [this.#shown, this.#coming]) {
      if (!shown) continue;
      const { minZoom, maxZoom } = shown.picture.level;
      const cover = this.#map.coveringTiles({ tileSize: TILE_PX, minzoom: minZoom, maxzoom: maxZoom });
      shown.tiles.want(cover.map(({ canonical: { z, x, y } }) => ({ z, x, y })));
    }
    this.#map.triggerRepaint();
    this.#reveal();
  }

  #reveal(): void {
    const coming = this.#coming;
    if (!coming?.tiles.isWhole || !this.#map.isSourceLoaded(geometrySource(coming.picture.level))) return;
    this.#coming = null;
    const left = this.#shown;
    left?.tiles.stop();
    this.#shown = coming;
    this.#areas.show(coming.tiles, prefersStillness() ? 0 : FADE_MS);
    const lines = linesKey(coming.picture);
    for (const id of this.#lines.get(lines) ?? []) this.#map.setPaintProperty(id, "line-opacity", 1);
    this.#forgetLines(lines);
    this.#setState(this.#hovered, { isHovered: true });
    this.#setState(this.#selected, { isSelected: true });
    for (const code of this.#marked) this.#setState(code, { isMarked: true });
    this.#map.once("idle", () => this.#onPaint(this.#coming === null));
  }

  #forget(): void {
    this.#coming?.tiles.stop();
    this.#coming = null;
    if (this.#shown) this.#forgetLines(linesKey(this.#shown.picture));
  }

  #forgetLines(kept: string): void {
    for (const [lines, layers] of this.#lines) {
      if (lines === kept) continue;
      for (const id of layers) this.#map.removeLayer(id);
      this.#lines.delete(lines);
    }
  }

  /** Lets one class stand out; null lets all. */
  pick(pick: ClassPick | null): void {
    this.#areas.pick(pick);
  }

  /** Gives the area at a position, null where there is none. */
  areaAt(position: LngLat): FoundArea | null {
    return this.#shown?.tiles.areaAt(position) ?? null;
  }

  #setState(code: string | null, state: Readonly<Record<string, boolean>>): void {
    const shown = this.#shown;
    if (code === null || !shown) return;
    const { level } = shown.picture;
    this.#map.setFeatureState({ source: geometrySource(level), sourceLayer: level.id, id: code }, state);
    this.#map.setFeatureState({ source: "circles", id: code }, state);
  }

  hover(code: string | null): void {
    if (code === this.#hovered) return;
    this.#setState(this.#hovered, { isHovered: false });
    this.#hovered = code;
    this.#setState(code, { isHovered: true });
  }

  /** Outlines the areas of a set. */
  mark(codes: readonly string[]): void {
    for (const code of this.#marked) this.#setState(code, { isMarked: false });
    this.#marked = codes;
    for (const code of codes) this.#setState(code, { isMarked: true });
  }

  select(code: string | null): void {
    if (code === this.#selected) return;
    this.#setState(this.#selected, { isSelected: false });
    this.#selected = code;
    this.#setState(code, { isSelected: true });
  }
}
