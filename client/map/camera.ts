// Where the camera goes, and how much of the frame the cards leave free.

import type { Camera } from "#client/model/view.ts";

export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What covers a part of the map, in pixels from its upper left corner. */
export interface Cover {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels between what is framed and what covers the map. */
const ROOM_PX = 14;
/** The free frame is at least this share of the map in either direction, however much covers it. */
const LEAST = 0.2;

const isFree = (free: Cover, covers: readonly Cover[]): boolean =>
  covers.every(
    (cover) =>
      cover.right <= free.left ||
      cover.left >= free.right ||
      cover.bottom <= free.top ||
      cover.top >= free.bottom,
  );

const distinct = (numbers: readonly number[]): number[] => [...new Set(numbers)];

/**
 * The room that the covers take at each side, so that a box of an aspect (width by height) becomes as large as it can in
 * what is left: of all free rectangles the one in which it fits best.
 */
export function paddingAround(size: Size, covers: readonly Cover[], aspect: number): Padding {
  const { width, height } = size;
  const near = covers.map(({ left, top, right, bottom }) => ({
    left: Math.max(0, left - ROOM_PX),
    top: Math.max(0, top - ROOM_PX),
    right: Math.min(width, right + ROOM_PX),
    bottom: Math.min(height, bottom + ROOM_PX),
  }));
  const [least, lowest] = [ROOM_PX, Math.max(LEAST * Math.min(width, height), 1)];
  let best: Cover | null = null;
  let bestScale = 0;
  for (const left of distinct([least, ...near.map((cover) => cover.right)]))
    for (const right of distinct([width - least, ...near.map((cover) => cover.left)])) {
      if (right - left < lowest) continue;
      for (const top of distinct([least, ...near.map((cover) => cover.bottom)]))
        for (const bottom of distinct([height - least, ...near.map((cover) => cover.top)])) {
          if (bottom - top < lowest) continue;
          const scale = Math.min((right - left) / aspect, bottom - top);
          const free = { left, top, right, bottom };
          if (scale <= bestScale || !isFree(free, near)) continue;
          [best, bestScale] = [free, scale];
        }
    }
  const free = best ?? { left: least, top: least, right: width - least, bottom: height - least };
  return { left: free.left, top: free.top, right: width - free.right, bottom: height - free.bottom };
}

const mercatorY = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));

/** Width by height of a box of degrees (west, south, east, north) on the map. */
export function aspectOf([west, south, east, north]: readonly [number, number, number, number]): number {
  const height = mercatorY(north) - mercatorY(south);
  return height > 0 ? ((east - west) * Math.PI) / 180 / height : 1;
}

/** Where the square of web maps ends, in degrees of latitude. */
const LAST_LATITUDE = 85.051129;
const [FARTHEST, CLOSEST] = [0, 22];

/**
 * The nearest camera whose middle lies in the world. MapLibre's own rule would zoom in until the world fills the window and so, on
 * a wide one, would push a territory out of its middle; here the window may be wider than the world.
 */
export const withinWorld = ({ lon, lat, zoom }: Camera): Camera => ({
  lon: Math.min(180, Math.max(-180, lon)),
  lat: Math.min(LAST_LATITUDE, Math.max(-LAST_LATITUDE, lat)),
  zoom: Math.min(CLOSEST, Math.max(FARTHEST, zoom)),
});

/** Milliseconds of a camera movement. */
export const CAMERA_MS = 480;

export const prefersReducedMotion = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
