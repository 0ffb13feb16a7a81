// The tiles of a level: requested when they come into view, aborted when they leave it, requested again when they failed.

import { retryPause } from "#client/data/retry_policy.ts";
import type { TileName } from "#client/map/tiles_store.ts";
import { drawsFor, nameOf } from "./tile_fallback.ts";
import type { TileDraw, TileId } from "./tile_fallback.ts";
import type { TileGeometry } from "./tile_geometry.ts";

/** Tiles that stay although they are out of view. */
const MAX_KEPT = 96;

export interface TileWithGeometry {
  /** Null where there are no areas. */
  readonly geometry: TileGeometry | null;
}

export type LoadTile<Tile> = (name: TileName, signal: AbortSignal) => Promise<Tile>;

export class TileSet<Tile extends TileWithGeometry = TileWithGeometry> {
  readonly #minZoom: number;
  readonly #load: LoadTile<Tile>;
  readonly #onChange: () => void;
  readonly #tiles = new Map<TileName, Tile>();
  readonly #pending = new Map<TileName, AbortController>();
  /** Failures in a row of tiles in view. */
  readonly #failures = new Map<TileName, number>();
  #inView: readonly TileId[] = [];

  /** Calls `onChange` whenever a tile has loaded, has failed, or should be requested again. */
  constructor(level: { readonly minZoom: number }, load: LoadTile<Tile>, onChange: () => void) {
    this.#minZoom = level.minZoom;
    this.#load = load;
    this.#onChange = onChange;
  }

  /** The tiles that cover the screen. */
  get inView(): readonly TileId[] {
    return this.#inView;
  }

  /** Requests the tiles that cover the screen, and aborts those that no longer do. */
  setInView(tiles: readonly TileId[]): void {
    this.#inView = tiles;
    const names = new Set(tiles.map(nameOf));
    for (const name of this.#pending.keys()) if (!names.has(name)) this.#abort(name);
    for (const name of this.#failures.keys()) if (!names.has(name)) this.#failures.delete(name);
    for (const name of names) if (!this.#tiles.has(name) && !this.#pending.has(name)) this.#request(name);
    for (const name of this.#tiles.keys()) {
      if (this.#tiles.size <= MAX_KEPT) break;
      if (!names.has(name)) this.#tiles.delete(name);
    }
  }

  /** Aborts all requests. */
  stop(): void {
    for (const name of this.#pending.keys()) this.#abort(name);
  }

  #abort(name: TileName): void {
    this.#pending.get(name)?.abort(new DOMException(`tile ${name} is no longer in view`, "AbortError"));
    this.#pending.delete(name);
  }

  #request(name: TileName): void {
    const abort = new AbortController();
    this.#pending.set(name, abort);
    const isCurrent = (): boolean => this.#pending.get(name) === abort;
    this.#load(name, abort.signal).then(
      (tile) => {
        if (!isCurrent()) return;
        this.#pending.delete(name);
        this.#failures.delete(name);
        this.#tiles.set(name, tile);
        this.#onChange();
      },
      async () => {
        if (!isCurrent()) return;
        const failures = (this.#failures.get(name) ?? 0) + 1;
        this.#failures.set(name, failures);
        this.#onChange();
        // It stays pending until the pause is over, so that it is not requested with every frame.
        await retryPause(failures, abort.signal);
        if (!isCurrent()) return;
        this.#pending.delete(name);
        this.#onChange();
      },
    );
  }

  /** True while a tile in view has failed. */
  get hasFailed(): boolean {
    return this.#failures.size > 0;
  }

  /** Requests failed tiles without waiting for the pause to end. */
  retry(): void {
    for (const name of this.#failures.keys()) {
      this.#abort(name);
      this.#request(name);
    }
  }

  tile(id: TileId): Tile | undefined {
    return this.#tiles.get(nameOf(id));
  }

  /** True when every tile in view has loaded. */
  get isComplete(): boolean {
    return this.#inView.every((id) => this.tile(id) !== undefined);
  }

  /** True when every tile in view has loaded or failed. */
  get isSettled(): boolean {
    return this.#inView.every((id) => this.tile(id) !== undefined || this.#failures.has(nameOf(id)));
  }

  /** What to draw for the tiles in view, stand-ins for missing ones included. */
  draws(): TileDraw[] {
    return drawsFor(this.#inView, (id) => this.tile(id) !== undefined, this.#minZoom);
  }
}
