// The lines on the map: borders of all levels, the open area and its mask, outlines of what is pointed at, selected or in a set.

import type { Map as MapLibreMap } from "maplibre-gl";
import type { TileLevel } from "#domain/contract/tiles";
import { outlineOf } from "./gpu/borders.ts";
import { coveringTiles } from "./gpu/tile_fallback.ts";
import { LineLayer } from "./gpu/line_layer.ts";
import type { Line } from "./gpu/line_layer.ts";
import type { ContentTiles } from "./gpu/content_tiles.ts";
import { TileSet } from "./gpu/tile_set.ts";
import { featureOf } from "./gpu/tile_geometry.ts";
import type { Segments, TileGeometry } from "./gpu/tile_geometry.ts";
import { MaskLayer } from "./gpu/mask_layer.ts";
import type { AreaSurroundings } from "./gpu/area_layer.ts";
import { borderStrokes, edgeStroke, haloStrokes, openStrokes, outlineStrokes } from "./strokes.ts";
import type { LineContent, Outlined } from "./strokes.ts";
import { geometryKey } from "#client/model/tile_level.ts";
import { tileGeometry } from "./tiles_store.ts";

type SegmentsOf = Line["segmentsOf"];

const borders: SegmentsOf = (geometry) => geometry.borders;

/** The segments around areas, computed once for each tile. */
function around(codes: readonly string[]): SegmentsOf {
  const computed = new WeakMap<TileGeometry, Segments>();
  return (geometry) => {
    let segments = computed.get(geometry);
    if (!segments) {
      const features = codes.flatMap((code) => featureOf(geometry, code) ?? []);
      computed.set(geometry, (segments = outlineOf(geometry, features)));
    }
    return segments;
  };
}

interface LevelTiles {
  /** Of the release that was shown last, since an older one may be withdrawn. */
  level: TileLevel;
  readonly tiles: TileSet;
}

export class Lines {
  readonly #map: MapLibreMap;
  readonly #onChange: () => void;
  readonly #surround: (surroundings: AreaSurroundings) => void;
  readonly #borders: LineLayer;
  readonly #mask = new MaskLayer("fade");
  readonly #outlines: LineLayer;
  /** Tiles of the levels above and of the open one, by geometry. */
  readonly #levels = new Map<string, LevelTiles>();
  #content: LineContent | null = null;
  #shown: ContentTiles | null = null;
  #open: SegmentsOf | null = null;
  readonly #outlined = new Map<
    Outlined,
    { readonly codes: readonly string[]; readonly around: SegmentsOf }
  >();

  /**
   * Calls `onChange` when a tile has loaded, has failed, or should be requested again (`requestTiles`), and `surround` with
   * what stands around the areas on their own canvas.
   */
  constructor(map: MapLibreMap, onChange: () => void, surround: (surroundings: AreaSurroundings) => void) {
    this.#map = map;
    this.#onChange = onChange;
    this.#surround = surround;
    this.#borders = new LineLayer("borders", map);
    this.#outlines = new LineLayer("outlines", map);
  }

  /** Adds the lines on top of the map; what is added below the layer "mask" lies between borders and mask. */
  addTo(map: MapLibreMap): void {
    for (const layer of [this.#borders, this.#mask, this.#outlines]) map.addLayer(layer);
  }

  /** Draws the borders of the areas of a content; one with the same borders as the last costs no frame. */
  setShown(shown: ContentTiles): void {
    const keyOf = ({ content }: ContentTiles): string =>
      JSON.stringify([geometryKey(content.level), edgeStroke(content).colour, content.tokens]);
    const isSame = this.#shown !== null && keyOf(this.#shown) === keyOf(shown);
    this.#shown = shown;
    this.#build(!isSame);
  }

  /** Draws the borders of the levels above, and the open area. */
  show(content: LineContent): void {
    const { above, top, open } = content;
    const levels = [...above, top, ...(open ? [open.level] : [])];
    const keys = new Set(levels.map(geometryKey));
    for (const [key, { tiles }] of this.#levels) {
      if (keys.has(key)) continue;
      tiles.stop();
      this.#levels.delete(key);
    }
    for (const level of levels) {
      const known = this.#levels.get(geometryKey(level));
      if (known) known.level = level;
      else this.#levels.set(geometryKey(level), this.#tilesOf(level));
    }
    this.#content = content;
    this.#open = open && around([open.code]);
    this.#showSurroundings(content);
    this.#build();
    this.requestTiles();
  }

  #tilesOf(level: TileLevel): LevelTiles {
    const tiles = new TileSet(
      level,
      async (name, signal) => ({ geometry: await tileGeometry(levelTiles.level, name, signal) }),
      () => {
        this.#map.triggerRepaint();
        if (this.#content) this.#showSurroundings(this.#content);
        this.#onChange();
      },
    );
    const levelTiles: LevelTiles = { level, tiles };
    return levelTiles;
  }

  #tilesAt(level: TileLevel): TileSet {
    return this.#levels.get(geometryKey(level))!.tiles;
  }

  #showSurroundings({ top, open, isInside, tokens }: LineContent): void {
    const mask = open && isInside ? { tiles: this.#tilesAt(open.level), code: open.code } : null;
    this.#mask.mask = mask && { ...mask, colour: tokens.paper };
    const halo = { tiles: this.#tilesAt(top), segmentsOf: borders };
    this.#surround({
      halo: haloStrokes(tokens).map((stroke) => ({ ...stroke, ...halo })),
      mask: mask && { ...mask, colour: tokens.land },
    });
  }

  #build(isNew = true): void {
    const [content, shown] = [this.#content, this.#shown];
    if (!content || !shown) return;
    const { open, tokens } = content;
    const tilesAt = (level: TileLevel): TileSet => this.#tilesAt(level);
    this.#borders.lines = [
      { ...edgeStroke(shown.content), tiles: shown, segmentsOf: borders },
      ...borderStrokes(content).map(({ level, stroke }) => ({
        ...stroke,
        tiles: tilesAt(level),
        segmentsOf: borders,
      })),
    ];
    const opened = open
      ? openStrokes(tokens).map((stroke) => ({
          ...stroke,
          tiles: tilesAt(open.level),
          segmentsOf: this.#open!,
        }))
      : [];
    const outlines = outlineStrokes(tokens).flatMap(({ of, stroke }) => {
      const outlined = this.#outlined.get(of);
      return outlined ? [{ ...stroke, tiles: shown, segmentsOf: outlined.around }] : [];
    });
    this.#outlines.lines = [...opened, ...outlines];
    if (isNew) this.#map.triggerRepaint();
  }

  /** Requests the tiles that are in view now; a level whose borders are too dense to be drawn needs none. */
  requestTiles(): void {
    const content = this.#content;
    if (!content) return;
    const zoom = this.#map.getZoom();
    const visible = new Set(
      borderStrokes(content).flatMap(({ level, stroke }) =>
        stroke.widthAt(zoom) > 0 ? geometryKey(level) : [],
      ),
    );
    if (content.open) visible.add(geometryKey(content.open.level));
    for (const [key, { level, tiles }] of this.#levels)
      tiles.setInView(visible.has(key) ? coveringTiles(this.#map, level) : []);
  }

  #tileSets(): TileSet[] {
    return [...this.#levels.values()].map(({ tiles }) => tiles);
  }

  /** True when every tile in view has loaded or failed. */
  get isSettled(): boolean {
    return this.#tileSets().every(({ isSettled }) => isSettled);
  }

  get hasFailed(): boolean {
    return this.#tileSets().some(({ hasFailed }) => hasFailed);
  }

  retry(): void {
    for (const tiles of this.#tileSets()) tiles.retry();
  }

  stop(): void {
    for (const tiles of this.#tileSets()) tiles.stop();
  }

  /** Outlines areas of the shown level. */
  outline(of: Outlined, codes: readonly string[]): void {
    const before = this.#outlined.get(of)?.codes ?? [];
    if (before.length === codes.length && codes.every((code, i) => code === before[i])) return;
    if (codes.length === 0) this.#outlined.delete(of);
    else this.#outlined.set(of, { codes, around: around(codes) });
    this.#build();
  }
}
