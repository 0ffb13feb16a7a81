// The tiles of one content, with a swatch for every area.

import { MercatorCoordinate } from "maplibre-gl";
import type { LngLat } from "maplibre-gl";
import type { MapContent } from "#client/map/map_content.ts";
import { fetchAhead, tileWithValues } from "#client/map/tiles_store.ts";
import { nameOf } from "./tile_fallback.ts";
import { paletteOf, placesOf } from "./palette.ts";
import type { Palette } from "./palette.ts";
import { TileSet } from "./tile_set.ts";
import type { LoadTile, TileWithGeometry } from "./tile_set.ts";
import { EXTENT, featureAt } from "./tile_geometry.ts";
import type { TileGeometry } from "./tile_geometry.ts";

export interface ContentTile extends TileWithGeometry {
  /** Place in the palette of every area. */
  readonly places: Uint8Array<ArrayBuffer>;
  /** Vertex numbers of the lines around the areas that are drawn as a line, two per line. */
  readonly outlined: Uint32Array<ArrayBuffer>;
}

const EMPTY: ContentTile = { shape: null, places: new Uint8Array(), outlined: new Uint32Array() };

function outlinedIn(
  { swatches }: Palette,
  { rings, firstRing }: TileGeometry,
  places: Uint8Array,
): Uint32Array<ArrayBuffer> {
  const ends: number[] = [];
  places.forEach((place, k) => {
    if (!swatches[place]!.isOutlined) return;
    for (let ring = firstRing[k]!; ring < firstRing[k + 1]!; ring++) {
      const [first, end] = [rings[ring]!, rings[ring + 1]!];
      for (let v = first; v < end; v++) ends.push(v, v + 1 < end ? v + 1 : first);
    }
  });
  return Uint32Array.from(ends);
}

export interface FoundArea {
  readonly code: string;
  readonly name: string;
  /** West, north, east, south, as far as the tile goes. */
  readonly bounds: readonly [LngLat, LngLat];
}

export class ContentTiles extends TileSet<ContentTile> {
  #content: MapContent;
  #palette: Palette;

  /** Calls `onChange` whenever a tile is there, could not be had, or should be asked for again. */
  constructor(content: MapContent, onChange: () => void) {
    const { level, fill, tokens } = content;
    const palette = paletteOf(fill, tokens);
    const load: LoadTile<ContentTile> = async (name, signal) => {
      const found = await tileWithValues(level, name, fill.columns, signal);
      if (!found) return EMPTY;
      const { shape, words } = found;
      const places = placesOf(palette, words, shape.codes.length);
      return { shape, places, outlined: outlinedIn(palette, shape, places) };
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

  /** Takes the colours of a content of the same form (`keyWithoutColours`); every area keeps its swatch. */
  recolour(content: MapContent): void {
    this.#content = content;
    this.#palette = paletteOf(content.fill, content.tokens);
  }

  /** Fetches other columns of the tiles in view. */
  fetchAhead(columns: readonly string[], signal: AbortSignal): void {
    for (const id of this.cover) void fetchAhead(this.content.level, nameOf(id), columns, signal);
  }

  /** Gives the area at a position, null where there is none or its tile is not there. */
  areaAt(position: LngLat): FoundArea | null {
    const { x, y } = MercatorCoordinate.fromLngLat(position);
    for (const id of this.cover) {
      const side = 2 ** id.z;
      const [u, v] = [(x * side - id.x) * EXTENT, (y * side - id.y) * EXTENT];
      if (u < 0 || v < 0 || u >= EXTENT || v >= EXTENT) continue;
      const shape = this.tile(id)?.shape;
      const k = shape ? featureAt(shape, u, v) : -1;
      if (!shape || k < 0) return null;
      const [left, top, right, bottom] = shape.boxes.subarray(4 * k, 4 * k + 4) as unknown as number[];
      const corner = (u: number, v: number): LngLat =>
        new MercatorCoordinate((id.x + u / EXTENT) / side, (id.y + v / EXTENT) / side).toLngLat();
      return {
        code: shape.codes[k]!,
        name: shape.names[k]!,
        bounds: [corner(left!, top!), corner(right!, bottom!)],
      };
    }
    return null;
  }
}
