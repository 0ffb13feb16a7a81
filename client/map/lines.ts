// The lines on the map: borders of all levels, the open area and its mask, outlines of what is pointed at, selected or in a set.

import type { Map as MapLibreMap } from "maplibre-gl";
import type { TileLevel } from "#domain/contract/tiles";
import { outlineOf } from "./gpu/borders.ts";
import type { Segments } from "./gpu/borders.ts";
import { coverOf } from "./gpu/tile_fallback.ts";
import { LineLayer } from "./gpu/line_layer.ts";
import type { Line } from "./gpu/line_layer.ts";
import type { ContentTiles } from "./gpu/content_tiles.ts";
import { TileSet } from "./gpu/tile_set.ts";
import { placeOf } from "./gpu/tile_geometry.ts";
import type { TileGeometry } from "./gpu/tile_geometry.ts";
import { MaskLayer } from "./gpu/mask_layer.ts";
import { borderStrokes, edgeStroke, openStrokes, outlineStrokes } from "./shapes.ts";
import type { Outlined, Shapes } from "./shapes.ts";
import { geometryKey } from "#client/model/tile_level.ts";
import { tileGeometry } from "./tiles_store.ts";

type SegmentsOf = Line["segmentsOf"];

const borders: SegmentsOf = (shape) => shape.borders;

/** Gives the way to the segments around areas, which are looked for once in a tile. */
function around(codes: readonly string[]): SegmentsOf {
  const found = new WeakMap<TileGeometry, Segments>();
  return (shape) => {
    let segments = found.get(shape);
    if (!segments) {
      const places = codes.flatMap((code) => placeOf(shape, code) ?? []);
      found.set(shape, (segments = outlineOf(shape, places)));
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
  readonly #borders: LineLayer;
  readonly #mask = new MaskLayer();
  readonly #outlines: LineLayer;
  /** Tiles of the levels above and of the open one, by geometry. */
  readonly #levels = new Map<string, LevelTiles>();
  #shapes: Shapes | null = null;
  #shown: ContentTiles | null = null;
  #open: SegmentsOf | null = null;
  readonly #outlined = new Map<
    Outlined,
    { readonly codes: readonly string[]; readonly around: SegmentsOf }
  >();

  /** Calls `onChange` when a tile is there, could not be had, or should be asked for again (`look`). */
  constructor(map: MapLibreMap, onChange: () => void) {
    this.#map = map;
    this.#onChange = onChange;
    this.#borders = new LineLayer("borders", map);
    this.#outlines = new LineLayer("outlines", map);
  }

  /** Puts the lines on top of the map; what is put under the layer "mask" lies between borders and mask. */
  addTo(map: MapLibreMap): void {
    for (const layer of [this.#borders, this.#mask, this.#outlines]) map.addLayer(layer);
  }

  /** Draws the borders of the areas of a content; one with the same borders as the last costs no frame. */
  follow(shown: ContentTiles): void {
    const lookOf = ({ content }: ContentTiles): string =>
      JSON.stringify([geometryKey(content.level), edgeStroke(content).colour, content.tokens]);
    const isSame = this.#shown !== null && lookOf(this.#shown) === lookOf(shown);
    this.#shown = shown;
    this.#build(!isSame);
  }

  /** Draws the borders of the levels above, and the open area. */
  show(shapes: Shapes): void {
    const { above, top, open } = shapes;
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
    this.#shapes = shapes;
    this.#open = open && around([open.code]);
    this.#build();
    this.look();
  }

  #tilesOf(level: TileLevel): LevelTiles {
    const tiles = new TileSet(
      level,
      async (name, signal) => ({ shape: await tileGeometry(made.level, name, signal) }),
      () => {
        this.#map.triggerRepaint();
        this.#onChange();
      },
    );
    const made: LevelTiles = { level, tiles };
    return made;
  }

  #build(isNew = true): void {
    const [shapes, shown] = [this.#shapes, this.#shown];
    if (!shapes || !shown) return;
    const { open, tokens } = shapes;
    const tilesOf = (level: TileLevel): TileSet => this.#levels.get(geometryKey(level))!.tiles;
    this.#borders.lines = [
      { ...edgeStroke(shown.content), tiles: shown, segmentsOf: borders },
      ...borderStrokes(shapes).map(({ level, stroke }) => ({
        ...stroke,
        tiles: tilesOf(level),
        segmentsOf: borders,
      })),
    ];
    this.#mask.mask = open && { tiles: tilesOf(open.level), code: open.code, colour: tokens.paper };
    const opened = open
      ? openStrokes(tokens).map((stroke) => ({
          ...stroke,
          tiles: tilesOf(open.level),
          segmentsOf: this.#open!,
        }))
      : [];
    const outlined = outlineStrokes(tokens).flatMap(({ of, stroke }) => {
      const found = this.#outlined.get(of);
      return found ? [{ ...stroke, tiles: shown, segmentsOf: found.around }] : [];
    });
    this.#outlines.lines = [...opened, ...outlined];
    if (isNew) this.#map.triggerRepaint();
  }

  /** Asks for the tiles that are in view now; a level whose borders are too dense to be drawn needs none. */
  look(): void {
    const shapes = this.#shapes;
    if (!shapes) return;
    const zoom = this.#map.getZoom();
    const seen = new Set(
      borderStrokes(shapes).flatMap(({ level, stroke }) =>
        stroke.widthAt(zoom) > 0 ? geometryKey(level) : [],
      ),
    );
    if (shapes.open) seen.add(geometryKey(shapes.open.level));
    for (const [key, { level, tiles }] of this.#levels)
      tiles.want(seen.has(key) ? coverOf(this.#map, level) : []);
  }

  #tileSets(): TileSet[] {
    return [...this.#levels.values()].map(({ tiles }) => tiles);
  }

  /** True when every tile in view is there or could not be had. */
  get isSettled(): boolean {
    return this.#tileSets().every(({ isSettled }) => isSettled);
  }

  get hasFailed(): boolean {
    return this.#tileSets().some(({ hasFailed }) => hasFailed);
  }

  askAgain(): void {
    for (const tiles of this.#tileSets()) tiles.askAgain();
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
