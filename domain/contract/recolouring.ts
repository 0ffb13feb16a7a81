// What the benchmark of the browser asks of its page, and what the page measures (`npm run bench -- --only browser`).

export interface RecolouringJob {
  readonly level: {
    readonly release: number;
    readonly boundary: number;
    readonly id: string;
    readonly minZoom: number;
    readonly maxZoom: number;
    readonly legibleZoom: number;
  };
  /** [west, south, east, north] */
  readonly bbox: readonly [number, number, number, number];
  /** Areas that are wanted in the tiles in view. */
  readonly areas: number;
  /** `indicator@period`; every switch takes another one, so that none is in a cache. */
  readonly columns: readonly string[];
  /** Switches of each way; before them comes one that does not count. */
  readonly rounds: number;
}

/** Milliseconds from the wish, fetching included. */
export interface Switch {
  /** Until the page has given the frame that shows it to the graphics card, or to what stands for one. */
  readonly given: number;
  /** Until its last pixel is drawn. */
  readonly seen: number;
}

/** Ways to give the areas on the map new colours. */
export const RECOLOURING_WAYS = ["reload", "featureState", "deck", "texture"] as const;

export type RecolouringWay = (typeof RECOLOURING_WAYS)[number];

export interface Recolouring {
  readonly areas: number;
  readonly tiles: number;
  readonly zoom: number;
  readonly ways: Readonly<Record<RecolouringWay, readonly Switch[]>>;
  /** Frames of MapLibre in which nothing is new. */
  readonly frame: readonly Switch[];
}
