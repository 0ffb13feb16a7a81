// The contents on the map: the one that is shown, and the one on its way, which is shown when it is whole.

import type { LngLat, Map as MapLibreMap } from "maplibre-gl";
import { prefersStillness } from "./camera.ts";
import { AreaLayer } from "./gpu/area_layer.ts";
import { coverOf } from "./gpu/tile_fallback.ts";
import { ContentTiles } from "./gpu/content_tiles.ts";
import type { FoundArea } from "./gpu/content_tiles.ts";
import { reportTileFailure } from "#client/model/tile_failures.ts";
import { Lines } from "./lines.ts";
import type { ClassPick } from "#client/model/fill.ts";
import { keyWithoutColours, recoloured, contentKey } from "./map_content.ts";
import type { MapContent } from "./map_content.ts";
import { drawsInSoftware } from "./software_rendering.ts";
import { geometryKey } from "#client/model/tile_level.ts";

/** Milliseconds in which one content goes over into the next; a processor would draw three frames in that time. */
const FADE_MS = 220;

interface IndicatorPeriod {
  readonly content: MapContent;
  readonly key: string;
  readonly tiles: ContentTiles;
}

export class ContentSwitch {
  readonly #map: MapLibreMap;
  readonly #areas: AreaLayer;
  readonly lines: Lines;
  #shown: IndicatorPeriod | null = null;
  #coming: IndicatorPeriod | null = null;
  #ahead = new AbortController();
  #onPaint: (isPainted: boolean) => void = () => undefined;

  /** Throws where the browser has no WebGL. */
  constructor(map: MapLibreMap) {
    this.#map = map;
    this.#areas = new AreaLayer(map);
    this.lines = new Lines(map, () => this.#look());
    map.on("move", () => this.#look());
    map.on("resize", () => this.#look());
  }

  /** Puts areas and lines on the map. */
  addTo(map: MapLibreMap): void {
    map.addLayer(this.#areas);
    this.lines.addTo(map);
  }

  /** The canvases of the map, bottom to top. */
  get canvases(): readonly HTMLCanvasElement[] {
    return [this.#areas.canvas, this.#map.getCanvas()];
  }

  destroy(): void {
    this.#forget();
    this.#shown?.tiles.stop();
    this.lines.stop();
    reportTileFailure(this, null);
    this.#areas.remove();
  }

  /** Tells the listener false when a new content is on its way, true when it has been painted whole. */
  follow(onPaint: (isPainted: boolean) => void): void {
    this.#onPaint = onPaint;
  }

  /** Brings a content on; the one that is shown stays until the new one is whole. */
  show(content: MapContent): void {
    const key = contentKey(content);
    if (key === (this.#coming ?? this.#shown)?.key) return;
    this.#forget();
    if (key === this.#shown?.key) return this.#tellPainted();
    if (this.#shown && keyWithoutColours(content) === keyWithoutColours(this.#shown.content)) {
      this.#recolour(content, this.#shown.tiles);
      return this.#tellPainted();
    }
    const waiting = this.#shown && recoloured(this.#shown.content, content);
    if (this.#shown && waiting) this.#recolour(waiting, this.#shown.tiles);
    if (this.#shown && geometryKey(content.level) !== geometryKey(this.#shown.content.level)) {
      this.#ahead.abort();
      this.#ahead = new AbortController();
    }
    const tiles = new ContentTiles(content, () => {
      if (this.#shown?.tiles === tiles) {
        this.#areas.invalidate();
        this.#map.triggerRepaint();
      }
      this.#look();
    });
    this.#coming = { content, key, tiles };
    this.#onPaint(false);
    this.#look();
  }

  /** Gives the shown areas other colours with the next frame: printing cannot wait for more. */
  #recolour(content: MapContent, tiles: ContentTiles): void {
    tiles.recolour(content);
    this.#shown = { content, key: contentKey(content), tiles };
    this.#areas.invalidate();
    this.lines.follow(tiles);
    this.#map.triggerRepaint();
  }

  /** Fetches columns of the shown level that are likely to be shown next; another level gives up on what is still on its way. */
  prefetch(columns: readonly (readonly string[])[]): void {
    for (const column of columns) (this.#coming ?? this.#shown)?.tiles.fetchAhead(column, this.#ahead.signal);
  }

  /** Asks for the tiles that are in view now. */
  #look(): void {
    for (const shown of [this.#shown, this.#coming])
      shown?.tiles.want(coverOf(this.#map, shown.content.level));
    this.lines.look();
    this.#reveal();
    this.#reportTileFailure();
  }

  /** What may be late. */
  #parts(): (ContentTiles | Lines)[] {
    return [this.#shown?.tiles, this.#coming?.tiles, this.lines].filter((part) => part !== undefined);
  }

  #reportTileFailure(): void {
    const isLate = this.#parts().some(({ hasFailed }) => hasFailed);
    const isOld = this.#shown !== null && this.#coming?.tiles.hasFailed === true;
    const askAgain = (): void => this.#parts().forEach((part) => part.askAgain());
    reportTileFailure(this, isLate ? { isOld, askAgain } : null);
  }

  #reveal(): void {
    const coming = this.#coming;
    // The first content stands in nobody's place: what could not be had is a gap in it.
    const isReady = this.#shown ? coming?.tiles.isWhole : coming?.tiles.isSettled;
    if (!coming || !isReady) return;
    this.#coming = null;
    this.#shown?.tiles.stop();
    this.#shown = coming;
    const isStill = prefersStillness() || drawsInSoftware();
    this.#areas.show(coming.tiles, isStill ? 0 : FADE_MS, () => this.#tellPainted());
    this.lines.follow(coming.tiles);
  }

  /** MapLibre has nothing to draw for a content with the lines of the one before. */
  #tellPainted(): void {
    const isDone = this.lines.isSettled && this.#map.loaded() && !this.#map.isMoving();
    if (isDone) this.#onPaint(this.#coming === null);
    else void this.#map.once("idle", () => this.#tellPainted());
  }

  #forget(): void {
    this.#coming?.tiles.stop();
    this.#coming = null;
    this.#reportTileFailure();
  }

  /** Lets one class stand out; null lets all. */
  pick(pick: ClassPick | null): void {
    this.#areas.pick(pick);
  }

  /** Gives the area at a position, null where there is none. */
  areaAt(position: LngLat): FoundArea | null {
    return this.#shown?.tiles.areaAt(position) ?? null;
  }
}
