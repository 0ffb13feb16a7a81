// The tiles of one picture: asked for when they come into view, given up when they leave it, with a swatch for every area.

import { MercatorCoordinate } from "maplibre-gl";
import type { LngLat } from "maplibre-gl";
import type { Picture } from "../picture.ts";
import { fetchAhead, tileWithValues } from "../tiles_store.ts";
import type { TileName } from "../tiles_store.ts";
import { nameOf } from "./cover.ts";
import type { TileId } from "./cover.ts";
import { paletteOf, placesOf } from "./palette.ts";
import type { Palette } from "./palette.ts";
import { EXTENT, featureAt } from "./tile_shape.ts";
import type { TileShape } from "./tile_shape.ts";

/** Tiles that stay although they are out of view. */
const KEPT = 96;
/** Milliseconds until a tile that could not be had is asked for again. */
const RETRY_MS = 5000;

export interface PictureTile {
  /** Null where there are no areas. */
  readonly shape: TileShape | null;
  /** Place in the palette of every area. */
  readonly places: Uint8Array<ArrayBuffer>;
}

export interface FoundArea {
  readonly code: string;
  readonly name: string;
  /** West, north, east, south, as far as the tile goes. */
  readonly bounds: readonly [LngLat, LngLat];
}

export class PictureTiles {
  readonly picture: Picture;
  readonly palette: Palette;
  readonly #onChange: () => void;
  readonly #tiles = new Map<TileName, PictureTile>();
  readonly #asked = new Map<TileName, AbortController>();
  /** Tiles that could not be had and are in view still. */
  readonly #failed = new Set<TileName>();
  #cover: readonly TileId[] = [];

  /** Calls `onChange` whenever a tile is there, could not be had, or should be asked for again. */
  constructor(picture: Picture, onChange: () => void) {
    this.picture = picture;
    this.palette = paletteOf(picture.painting, picture.tokens);
    this.#onChange = onChange;
  }

  get cover(): readonly TileId[] {
    return this.#cover;
  }

  /** Asks for the tiles that cover the screen, and gives up on those that no longer do. */
  want(cover: readonly TileId[]): void {
    this.#cover = cover;
    const names = new Set(cover.map(nameOf));
    for (const [name, abort] of this.#asked) if (!names.has(name)) this.#giveUp(name, abort);
    for (const name of this.#failed) if (!names.has(name)) this.#failed.delete(name);
    for (const name of names) if (!this.#tiles.has(name) && !this.#asked.has(name)) this.#ask(name);
    for (const name of this.#tiles.keys()) {
      if (this.#tiles.size <= KEPT) break;
      if (!names.has(name)) this.#tiles.delete(name);
    }
  }

  /** Gives up on all that is not there yet. */
  stop(): void {
    for (const [name, abort] of this.#asked) this.#giveUp(name, abort);
  }

  #giveUp(name: TileName, abort: AbortController): void {
    this.#asked.delete(name);
    abort.abort(new DOMException(`tile ${name} is no longer in view`, "AbortError"));
  }

  #ask(name: TileName): void {
    const abort = new AbortController();
    this.#asked.set(name, abort);
    const { level, painting } = this.picture;
    tileWithValues(level, name, painting.columns, abort.signal).then(
      (found) => {
        if (abort.signal.aborted) return;
        this.#asked.delete(name);
        this.#failed.delete(name);
        const shape = found?.shape ?? null;
        const places = found
          ? placesOf(this.palette, found.words, found.shape.codes.length)
          : new Uint8Array();
        this.#tiles.set(name, { shape, places });
        this.#onChange();
      },
      () => {
        if (abort.signal.aborted) return;
        this.#failed.add(name);
        this.#onChange();
        // It stays on the list until the pause is over, so that it is not asked for with every frame.
        setTimeout(() => {
          if (this.#asked.get(name) !== abort) return;
          this.#asked.delete(name);
          this.#onChange();
        }, RETRY_MS);
      },
    );
  }

  /** True while a tile in view could not be had. */
  get hasFailed(): boolean {
    return this.#failed.size > 0;
  }

  /** Asks for the tiles that could not be had without waiting for the pause to end. */
  askAgain(): void {
    for (const name of this.#failed) {
      const asked = this.#asked.get(name);
      if (asked) this.#giveUp(name, asked);
      this.#ask(name);
    }
  }

  tile(id: TileId): PictureTile | undefined {
    return this.#tiles.get(nameOf(id));
  }

  /** True when every tile that covers the screen is there. */
  get isWhole(): boolean {
    return this.#cover.every((id) => this.tile(id) !== undefined);
  }

  /** Fetches other columns of the tiles in view. */
  fetchAhead(columns: readonly string[], signal: AbortSignal): void {
    for (const id of this.#cover) void fetchAhead(this.picture.level, nameOf(id), columns, signal);
  }

  /** Gives the area at a position, null where there is none or its tile is not there. */
  areaAt(position: LngLat): FoundArea | null {
    const { x, y } = MercatorCoordinate.fromLngLat(position);
    for (const id of this.#cover) {
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
