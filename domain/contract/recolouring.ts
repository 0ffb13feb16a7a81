// What the benchmark of the browser asks of its page, and what the page measures (`npm run bench -- --only browser`).

import type { TileLevel } from "./tiles.ts";

export interface RecolouringJob {
  readonly level: TileLevel;
  /** [west, south, east, north] */
  readonly bbox: readonly [number, number, number, number];
  /** Areas that are wanted in the tiles in view. */
  readonly areas: number;
  /** `indicator@period`; every switch takes another one, so that none is in a cache. */
  readonly columns: readonly string[];
  /** Switches of each way, and frames in which the map moves; before them comes one that does not count. */
  readonly rounds: number;
  /** In the order they are measured. */
  readonly ways: readonly RecolouringWay[];
}

/** Milliseconds from the wish, fetching included. */
export interface Switch {
  /** Until the page has given the frame that shows it to the graphics card, or to what stands for one. */
  readonly given: number;
  /** Until its last pixel is drawn. */
  readonly seen: number;
}

/** Ways to give the areas on the map new colours. */
export type RecolouringWay = "reload" | "featureState" | "deck" | "texture";

/**
 * What is drawn while the map moves: areas and borders by MapLibre, by our own layers, our areas under MapLibre's lines; in turn by
 * our own layers with everything that stands beside the areas, and without.
 */
export type PanWay = "reload" | "texture" | "lines" | "context" | "bare";

export interface Recolouring {
  readonly areas: number;
  readonly tiles: number;
  readonly zoom: number;
  readonly ways: Readonly<Partial<Record<RecolouringWay, readonly Switch[]>>>;
  /** Frames in which the map moves. */
  readonly pan: Readonly<Partial<Record<PanWay, readonly Switch[]>>>;
}
