// The pictures on the map: the one that is shown, and the one on its way, which is shown when it is whole.

import type { LngLat, Map as MapLibreMap } from "maplibre-gl";
import { prefersStillness } from "./camera.ts";
import { useGeometry } from "./geometry_source.ts";
import { AreaLayer, TILE_PX } from "./gpu/area_layer.ts";
import { OutlineLayer } from "./gpu/outline_layer.ts";
import { PictureTiles } from "./gpu/picture_tiles.ts";
import type { FoundArea } from "./gpu/picture_tiles.ts";
import type { ClassPick } from "./painting.ts";
import { tellLate } from "./late.ts";
import { edgeLayer, edgeKey, pictureKey } from "./picture.ts";
import type { Picture } from "./picture.ts";
import { geometrySource } from "./shapes.ts";
import { drawsInSoftware } from "./software.ts";

/** Milliseconds in which one picture goes over into the next; a processor would draw three frames in that time. */
const FADE_MS = 220;

/** CSS pixels of the lines around areas. */
const WIDTH_PX = { hovered: 2, marked: 2.5, selected: 3 } as const;

interface Shown {
  readonly picture: Picture;
  readonly key: string;
  readonly tiles: PictureTiles;
}

export class Pictures {
  readonly #map: MapLibreMap;
  readonly #areas: AreaLayer;
  readonly #outlines: OutlineLayer;
  #shown: Shown | null = null;
  #coming: Shown | null = null;
  /** Keys of the edges on the map, which are the ids of their layers. */
  readonly #edges = new Set<string>();
  #ahead = new AbortController();
  #hovered: string | null = null;
  #selected: string | null = null;
  #marked: readonly string[] = [];
  #onPaint: (isPainted: boolean) => void = () => undefined;

  /** Throws where the browser has no WebGL. */
  constructor(map: MapLibreMap) {
    this.#map = map;
    this.#areas = new AreaLayer(map);
    this.#outlines = new OutlineLayer(map);
    map.on("move", () => this.#look());
    map.on("resize", () => this.#look());
    map.on("sourcedata", () => this.#reveal());
    map.on("idle", () => this.#reveal());
  }

  /** Puts the areas and the outlines under layers of the map. */
  addTo(beforeAreas: string, beforeOutlines: string): void {
    this.#map.addLayer(this.#areas, beforeAreas);
    this.#map.addLayer(this.#outlines, beforeOutlines);
  }

  /** The canvases of the map, bottom to top. */
  get canvases(): readonly HTMLCanvasElement[] {
    return [this.#areas.canvas, this.#map.getCanvas()];
  }

  destroy(): void {
    this.#forget();
    this.#shown?.tiles.stop();
    tellLate(this, null);
    this.#areas.remove();
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
    if (key === this.#shown?.key) return this.#tellPainted();
    if (this.#shown && geometrySource(picture.level) !== geometrySource(this.#shown.picture.level)) {
      this.#ahead.abort();
      this.#ahead = new AbortController();
    }
    const source = useGeometry(this.#map, picture.level);
    const edge = edgeKey(picture);
    if (!this.#edges.has(edge)) this.#map.addLayer(edgeLayer(picture, source), "above edges");
    this.#edges.add(edge);
    const tiles = new PictureTiles(picture, () => {
      if (this.#shown?.tiles === tiles) this.#areas.invalidate();
      this.#look();
    });
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
    this.#reveal();
    this.#tellLate();
  }

  #tellLate(): void {
    const [shown, coming] = [this.#shown?.tiles, this.#coming?.tiles];
    const askAgain = (): void => {
      for (const tiles of [this.#shown?.tiles, this.#coming?.tiles]) tiles?.askAgain();
    };
    const isOld = shown !== undefined && coming?.hasFailed === true;
    const isLate = (shown?.hasFailed ?? false) || (coming?.hasFailed ?? false);
    tellLate(this, isLate ? { isOld, askAgain } : null);
  }

  #reveal(): void {
    const coming = this.#coming;
    if (!coming?.tiles.isWhole || !this.#map.isSourceLoaded(geometrySource(coming.picture.level))) return;
    this.#coming = null;
    const left = this.#shown;
    left?.tiles.stop();
    this.#shown = coming;
    const isStill = prefersStillness() || drawsInSoftware();
    this.#areas.show(coming.tiles, isStill ? 0 : FADE_MS, () => this.#tellPainted());
    const edge = edgeKey(coming.picture);
    if (this.#map.getPaintProperty(edge, "line-opacity") !== 1)
      this.#map.setPaintProperty(edge, "line-opacity", 1);
    this.#forgetEdges(edge);
    this.#outline();
  }

  /** MapLibre has nothing to draw for a picture with the lines of the one before. */
  #tellPainted(): void {
    if (this.#map.loaded() && !this.#map.isMoving()) this.#onPaint(this.#coming === null);
    else this.#map.once("idle", () => this.#onPaint(this.#coming === null));
  }

  #forget(): void {
    this.#coming?.tiles.stop();
    this.#coming = null;
    if (this.#shown) this.#forgetEdges(edgeKey(this.#shown.picture));
    this.#tellLate();
  }

  #forgetEdges(kept: string): void {
    for (const edge of this.#edges) {
      if (edge === kept) continue;
      this.#map.removeLayer(edge);
      this.#edges.delete(edge);
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

  #outline(): void {
    const outlines = new Map<string, number>();
    for (const code of this.#marked) outlines.set(code, WIDTH_PX.marked);
    if (this.#hovered !== null && !outlines.has(this.#hovered)) outlines.set(this.#hovered, WIDTH_PX.hovered);
    if (this.#selected !== null) outlines.set(this.#selected, WIDTH_PX.selected);
    this.#outlines.show(this.#shown?.tiles ?? null, outlines);
  }

  hover(code: string | null): void {
    if (code === this.#hovered) return;
    for (const [id, isHovered] of [
      [this.#hovered, false],
      [code, true],
    ] as const)
      if (id !== null) this.#map.setFeatureState({ source: "circles", id }, { isHovered });
    this.#hovered = code;
    this.#outline();
  }

  /** Outlines the areas of a set. */
  mark(codes: readonly string[]): void {
    this.#marked = codes;
    this.#outline();
  }

  select(code: string | null): void {
    this.#selected = code;
    this.#outline();
  }
}
