// Switches the content of the map without a gap: the shown one stays until all tiles of the next one have loaded.

import type { LngLat, Map as MapLibreMap } from "maplibre-gl";
import { prefersReducedMotion } from "./camera.ts";
import { ContextLayers } from "./context/context_layers.ts";
import { AreaLayer } from "./gpu/area_layer.ts";
import { coveringTiles } from "./gpu/tile_fallback.ts";
import { ContentTiles } from "./gpu/content_tiles.ts";
import type { AreaAtPosition } from "./gpu/content_tiles.ts";
import { reportTileFailure } from "#client/model/tile_failures.ts";
import { Lines } from "./lines.ts";
import type { ClassPick } from "#client/model/fill.ts";
import type { KeptAreas } from "#client/model/kept_areas.ts";
import { keyWithoutColours, recoloured, contentKey } from "./map_content.ts";
import type { MapContent } from "./map_content.ts";
import { drawsInSoftware } from "./software_rendering.ts";
import { geometryKey } from "#client/model/tile_level.ts";

/** Milliseconds of the fade from one content to the next; none where the processor draws, which makes three frames in that time. */
const FADE_MS = 220;

interface LoadedContent {
  readonly content: MapContent;
  readonly key: string;
  readonly tiles: ContentTiles;
}

export class ContentSwitch {
  readonly #map: MapLibreMap;
  readonly #areas: AreaLayer;
  readonly lines: Lines;
  readonly context: ContextLayers;
  #shown: LoadedContent | null = null;
  #next: LoadedContent | null = null;
  #prefetches = new AbortController();
  #onPaint: (isPainted: boolean) => void = () => undefined;
  #onContext: () => void = () => undefined;
  #onFill: () => void = () => undefined;

  /** Throws where the browser has no WebGL. */
  constructor(map: MapLibreMap) {
    this.#map = map;
    this.#areas = new AreaLayer(map);
    this.lines = new Lines(
      map,
      () => this.#requestTiles(),
      (surroundings) => this.#areas.surround(surroundings),
    );
    this.context = new ContextLayers(map, () => this.#contextChanged());
    this.#areas.drawOver(() => this.context.painted);
    map.on("move", () => this.#requestTiles());
    map.on("resize", () => this.#requestTiles());
  }

  /** Adds areas and lines to the map. */
  addTo(map: MapLibreMap): void {
    map.addLayer(this.#areas);
    this.lines.addTo(map);
  }

  /** The canvases of the map, bottom to top. */
  get canvases(): readonly HTMLCanvasElement[] {
    return [this.#areas.canvas, this.#map.getCanvas()];
  }

  destroy(): void {
    this.#dropNext();
    this.#shown?.tiles.stop();
    this.lines.stop();
    this.context.stop();
    reportTileFailure(this, null);
    this.#areas.remove();
  }

  /** Calls `onPaint` with false when new content begins to load, with true when it has been painted completely. */
  follow(onPaint: (isPainted: boolean) => void): void {
    this.#onPaint = onPaint;
  }

  /** Calls `onFill` when areas may have other colours. */
  followFill(onFill: () => void): void {
    this.#onFill = onFill;
  }

  /** Calls `onContext` when other points stand beside the areas. */
  followContext(onContext: () => void): void {
    this.#onContext = onContext;
  }

  /** Loads and shows a content; the one that is shown stays until all tiles of the new one have loaded. */
  show(content: MapContent): void {
    const key = contentKey(content);
    if (key === (this.#next ?? this.#shown)?.key) return;
    this.#dropNext();
    if (key === this.#shown?.key) return this.#notifyPainted();
    if (this.#shown && keyWithoutColours(content) === keyWithoutColours(this.#shown.content)) {
      this.#recolour(content, this.#shown.tiles);
      return this.#notifyPainted();
    }
    const inNewTheme = this.#shown && recoloured(this.#shown.content, content);
    if (this.#shown && inNewTheme) this.#recolour(inNewTheme, this.#shown.tiles);
    if (this.#shown && geometryKey(content.level) !== geometryKey(this.#shown.content.level)) {
      this.#prefetches.abort();
      this.#prefetches = new AbortController();
    }
    const tiles = new ContentTiles(content, () => {
      if (this.#shown?.tiles === tiles) {
        this.#areas.invalidate();
        this.#map.triggerRepaint();
        this.#onFill();
      }
      this.#requestTiles();
    });
    this.#next = { content, key, tiles };
    this.#onPaint(false);
    this.#requestTiles();
  }

  /** Changes the colours of the shown areas with the next frame, since printing cannot wait for more. */
  #recolour(content: MapContent, tiles: ContentTiles): void {
    tiles.recolour(content);
    this.#shown = { content, key: contentKey(content), tiles };
    this.#areas.invalidate();
    this.lines.setShown(tiles);
    this.#map.triggerRepaint();
    this.#onFill();
  }

  /** Fetches columns of the shown level that are likely to be shown next; a change of level aborts them. */
  prefetch(columns: readonly (readonly string[])[]): void {
    for (const column of columns)
      (this.#next ?? this.#shown)?.tiles.prefetch(column, this.#prefetches.signal);
  }

  /** Requests the tiles that are in view now. */
  #requestTiles(): void {
    for (const shown of [this.#shown, this.#next])
      shown?.tiles.setInView(coveringTiles(this.#map, shown.content.level));
    this.lines.requestTiles();
    this.context.requestTiles();
    this.#reveal();
    this.#reportTileFailure();
  }

  /** True when all tiles in view, of areas, lines and the layers beside them, have loaded or failed, and nothing else is coming. */
  get isSettled(): boolean {
    const isShown = this.#next === null && (this.#shown?.tiles.isSettled ?? true);
    return isShown && this.lines.isSettled && this.context.isSettled;
  }

  #contextChanged(): void {
    this.#areas.invalidate();
    this.#onContext();
  }

  #parts(): (ContentTiles | Lines)[] {
    return [this.#shown?.tiles, this.#next?.tiles, this.lines].filter((part) => part !== undefined);
  }

  #reportTileFailure(): void {
    const hasFailed = this.#parts().some((part) => part.hasFailed);
    const isOld = this.#shown !== null && this.#next?.tiles.hasFailed === true;
    const retry = (): void => this.#parts().forEach((part) => part.retry());
    reportTileFailure(this, hasFailed ? { isOld, retry } : null);
  }

  #reveal(): void {
    const next = this.#next;
    // There is nothing to keep showing before the first content: failed tiles are gaps in it.
    const isReady = this.#shown ? next?.tiles.isComplete : next?.tiles.isSettled;
    if (!next || !isReady) return;
    this.#next = null;
    this.#shown?.tiles.stop();
    this.#shown = next;
    const isInstant = prefersReducedMotion() || drawsInSoftware();
    this.#areas.show(next.tiles, isInstant ? 0 : FADE_MS, () => this.#notifyPainted());
    this.lines.setShown(next.tiles);
    this.#onFill();
  }

  /** Not with the next idle event alone: MapLibre has nothing to draw for a content with the same lines as the one before. */
  #notifyPainted(): void {
    const isDone = this.lines.isSettled && this.#map.loaded() && !this.#map.isMoving();
    if (isDone) this.#onPaint(this.#next === null);
    else void this.#map.once("idle", () => this.#notifyPainted());
  }

  #dropNext(): void {
    this.#next?.tiles.stop();
    this.#next = null;
    this.#reportTileFailure();
  }

  /** Pales all areas but those of one class; null pales none. */
  pick(pick: ClassPick | null): void {
    this.#areas.pick(pick);
  }

  /** Pales all areas of a level but some; null pales none. */
  keep(kept: KeptAreas | null): void {
    this.#areas.keep(kept);
  }

  /** The colour of the area at a position; null where there is none, or it has a pattern. */
  colourAt(position: LngLat): string | null {
    return this.#shown?.tiles.colourAt(position) ?? null;
  }

  /** The area at a position, null where there is none. */
  areaAt(position: LngLat): AreaAtPosition | null {
    return this.#shown?.tiles.areaAt(position) ?? null;
  }
}
