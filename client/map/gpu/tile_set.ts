// Tiles of a level: asked for when they come into view, given up when they leave it, asked for again when they could not be had.

import { retryPause } from "#client/data/retry_policy.ts";
import type { TileName } from "#client/map/tiles_store.ts";
import { drawsOf, nameOf } from "./tile_fallback.ts";
import type { Draw, TileId } from "./tile_fallback.ts";
import type { TileGeometry } from "./tile_geometry.ts";

/** Tiles that stay although they are out of view. */
const KEPT = 96;

export interface TileWithGeometry {
  /** Null where there are no areas. */
  readonly shape: TileGeometry | null;
}

export type LoadTile<Tile> = (name: TileName, signal: AbortSignal) => Promise<Tile>;

export class TileSet<Tile extends TileWithGeometry = TileWithGeometry> {
  readonly #minZoom: number;
  readonly #load: LoadTile<Tile>;
  readonly #onChange: () => void;
  readonly #tiles = new Map<TileName, Tile>();
  readonly #pending = new Map<TileName, AbortController>();
  /** Failures in a row of the tiles in view that could not be had. */
  readonly #failures = new Map<TileName, number>();
  #cover: readonly TileId[] = [];

  /** Calls `onChange` whenever a tile is there, could not be had, or should be asked for again. */
  constructor(level: { readonly minZoom: number }, load: LoadTile<Tile>, onChange: () => void) {
    this.#minZoom = level.minZoom;
    this.#load = load;
    this.#onChange = onChange;
  }

  /** The tiles that cover the screen. */
  get cover(): readonly TileId[] {
    return this.#cover;
  }

  /** Asks for the tiles that cover the screen, and gives up on those that no longer do. */
  want(cover: readonly TileId[]): void {
    this.#cover = cover;
    const names = new Set(cover.map(nameOf));
    for (const name of this.#pending.keys()) if (!names.has(name)) this.#giveUp(name);
    for (const name of this.#failures.keys()) if (!names.has(name)) this.#failures.delete(name);
    for (const name of names) if (!this.#tiles.has(name) && !this.#pending.has(name)) this.#ask(name);
    for (const name of this.#tiles.keys()) {
      if (this.#tiles.size <= KEPT) break;
      if (!names.has(name)) this.#tiles.delete(name);
    }
  }

  /** Gives up on all that is not there yet. */
  stop(): void {
    for (const name of this.#pending.keys()) this.#giveUp(name);
  }

  #giveUp(name: TileName): void {
    this.#pending.get(name)?.abort(new DOMException(`tile ${name} is no longer in view`, "AbortError"));
    this.#pending.delete(name);
  }

  #ask(name: TileName): void {
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
        // It stays on the list until the pause is over, so that it is not asked for with every frame.
        await retryPause(failures, abort.signal);
        if (!isCurrent()) return;
        this.#pending.delete(name);
        this.#onChange();
      },
    );
  }

  /** True while a tile in view could not be had. */
  get hasFailed(): boolean {
    return this.#failures.size > 0;
  }

  /** Asks for the tiles that could not be had without waiting for the pause to end. */
  askAgain(): void {
    for (const name of this.#failures.keys()) {
      this.#giveUp(name);
      this.#ask(name);
    }
  }

  tile(id: TileId): Tile | undefined {
    return this.#tiles.get(nameOf(id));
  }

  /** True when every tile that covers the screen is there. */
  get isWhole(): boolean {
    return this.#cover.every((id) => this.tile(id) !== undefined);
  }

  /** True when every tile that covers the screen is there or could not be had. */
  get isSettled(): boolean {
    return this.#cover.every((id) => this.tile(id) !== undefined || this.#failures.has(nameOf(id)));
  }

  /** Gives what to draw for the tiles that cover the screen. */
  draws(): Draw[] {
    return drawsOf(this.#cover, (id) => this.tile(id) !== undefined, this.#minZoom);
  }
}
