// The tiles of one content of the map: geometry, and a swatch for every area.

import { MercatorCoordinate } from "maplibre-gl";
import type { LngLat } from "maplibre-gl";
import type { MapContent } from "#client/map/map_content.ts";
import { prefetchValues, tileWithValues } from "#client/map/tiles_store.ts";
import { nameOf } from "./tile_fallback.ts";
import { paletteOf, swatchIndexes } from "./palette.ts";
import type { Palette } from "./palette.ts";
import { TileSet } from "./tile_set.ts";
import type { LoadTile, TileWithGeometry } from "./tile_set.ts";
import { EXTENT, featureAt } from "./tile_geometry.ts";
import type { TileId } from "./tile_fallback.ts";
import type { TileGeometry } from "./tile_geometry.ts";

export interface ContentTile extends TileWithGeometry {
  /** Index in the palette of every area. */
  readonly swatches: Uint8Array<ArrayBuffer>;
  /** Vertex numbers of the lines around the areas that are drawn as a line, two per line. */
  readonly outlined: Uint32Array<ArrayBuffer>;
}

const EMPTY: ContentTile = { geometry: null, swatches: new Uint8Array(), outlined: new Uint32Array() };

/** Vertex numbers of the lines around the areas whose swatch is an outline. */
function outlinedIn(
  palette: Palette,
  { rings, firstRing }: TileGeometry,
  swatches: Uint8Array,
): Uint32Array<ArrayBuffer> {
  const ends: number[] = [];
  swatches.forEach((swatch, k) => {
    if (!palette.swatches[swatch]!.isOutlined) return;
    for (let ring = firstRing[k]!; ring < firstRing[k + 1]!; ring++) {
      const [first, end] = [rings[ring]!, rings[ring + 1]!];
      for (let v = first; v < end; v++) ends.push(v, v + 1 < end ? v + 1 : first);
    }
  });
  return Uint32Array.from(ends);
}

export interface AreaAtPosition {
  readonly code: string;
  readonly name: string;
  /** West, north, east, south, as far as the tile goes. */
  readonly bounds: readonly [LngLat, LngLat];
}

export class ContentTiles extends TileSet<ContentTile> {
  #content: MapContent;
  #palette: Palette;

  /** Calls `onChange` whenever a tile has loaded, has failed, or should be requested again. */
  constructor(content: MapContent, onChange: () => void) {
    const { level, fill, tokens } = content;
    const palette = paletteOf(fill, tokens);
    const load: LoadTile<ContentTile> = async (name, signal) => {
      const found = await tileWithValues(level, name, fill.columns, signal);
      if (!found) return EMPTY;
      const { geometry, words } = found;
      const swatches = swatchIndexes(palette, words, geometry.codes.length);
      return { geometry, swatches, outlined: outlinedIn(palette, geometry, swatches) };
    };
    super(level, load, onChange);
    this.#content = content;
    this.#palette = palette;
  }

  get content(): MapContent {
    return this.#content;
  }

  get palette(): Palette {
    return this.#palette;
  }

  /** Takes the colours of a content that differs in nothing else (`keyWithoutColours`); every area keeps its swatch. */
  recolour(content: MapContent): void {
    this.#content = content;
    this.#palette = paletteOf(content.fill, content.tokens);
  }

  /** Fetches other columns of the tiles in view into the cache. */
  prefetch(columns: readonly string[], signal: AbortSignal): void {
    for (const id of this.inView) void prefetchValues(this.content.level, nameOf(id), columns, signal);
  }

  /** The tile in view at a position and the feature of it there; null where there is none or the tile has not loaded. */
  #featureAt(position: LngLat): { id: TileId; tile: ContentTile; geometry: TileGeometry; k: number } | null {
    const { x, y } = MercatorCoordinate.fromLngLat(position);
    for (const id of this.inView) {
      const side = 2 ** id.z;
      const [u, v] = [(x * side - id.x) * EXTENT, (y * side - id.y) * EXTENT];
      if (u < 0 || v < 0 || u >= EXTENT || v >= EXTENT) continue;
      const tile = this.tile(id);
      const geometry = tile?.geometry;
      const k = geometry ? featureAt(geometry, u, v) : -1;
      return tile && geometry && k >= 0 ? { id, tile, geometry, k } : null;
    }
    return null;
  }

  /** The colour of the area at a position; null where there is none, or it has a pattern. */
  colourAt(position: LngLat): string | null {
    const found = this.#featureAt(position);
    const swatch = found && this.#palette.swatches[found.tile.swatches[found.k]!];
    return swatch && swatch.pattern === null && !swatch.isOutlined ? swatch.colour : null;
  }

  /** The area at a position, null where there is none or its tile has not loaded. */
  areaAt(position: LngLat): AreaAtPosition | null {
    const found = this.#featureAt(position);
    if (!found) return null;
    const { id, geometry, k } = found;
    const side = 2 ** id.z;
    /** A corner of the area's box, which is left, top, right, bottom from `4 * k` on. */
    const corner = (first: number): LngLat => {
      const [u, v] = [geometry.boxes[4 * k + first]!, geometry.boxes[4 * k + first + 1]!];
      return new MercatorCoordinate((id.x + u / EXTENT) / side, (id.y + v / EXTENT) / side).toLngLat();
    };
    return {
      code: geometry.codes[k]!,
      name: geometry.names[k]!,
      bounds: [corner(0), corner(2)],
    };
  }
}
