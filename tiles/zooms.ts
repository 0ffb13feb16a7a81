// The zooms of a level, from how dense its areas lie.

import { worldX, worldY } from "./grid.ts";
import type { LevelZoom } from "./tile.ts";

/** Most areas in a tile at the lowest zoom of their level. */
const MAX_AREAS_PER_TILE = 5000;

/** No level is cut beyond this zoom; clients enlarge its tiles. */
const MAX_ZOOM = 12;

/** Width in pixels from which on a reader can tell areas apart. */
const LEGIBLE_PX = 14;

/** Width of a tile in pixels, as MapLibre counts zooms. */
const TILE_PX = 512;

const clampWorld = (value: number): number => Math.min(1 - 1e-12, Math.max(0, value));

/** Largest number of points (in worlds, 0–1) in one tile of a zoom. */
function mostPerTile(points: readonly (readonly [number, number])[], zoom: number): number {
  const counts = new Map<number, number>();
  const size = 2 ** zoom;
  let most = 0;
  for (const [x, y] of points) {
    const tile = Math.floor(x * size) * size + Math.floor(y * size);
    const count = (counts.get(tile) ?? 0) + 1;
    counts.set(tile, count);
    most = Math.max(most, count);
  }
  return most;
}

/**
 * The zooms at which a level is cut.
 *
 * The lowest is the first at which no tile holds more than 5,000 areas (counted by the middle of their boxes), the highest
 * the one at which half of the areas are wider than a tile, so that borders stay crisp for three zooms more; neither is above 12.
 * A level is legible where its areas are 14 px wide on average. `bbox` is west, south, east, north in degrees.
 */
export function zoomsOfLevel(areas: Iterable<{ readonly bbox: readonly number[] }>): LevelZoom {
  const middles: (readonly [number, number])[] = [];
  const widths: number[] = [];
  for (const { bbox } of areas) {
    const [west, south, east, north] = bbox as [number, number, number, number];
    const [x0, x1] = [clampWorld(worldX(west)), clampWorld(worldX(east))];
    const [y0, y1] = [clampWorld(worldY(north)), clampWorld(worldY(south))];
    middles.push([(x0 + x1) / 2, (y0 + y1) / 2]);
    widths.push(Math.sqrt((x1 - x0) * (y1 - y0)));
  }
  if (middles.length === 0) return { minZoom: 0, maxZoom: 0, legibleZoom: 0 };
  let minZoom = 0;
  while (minZoom < MAX_ZOOM && mostPerTile(middles, minZoom) > MAX_AREAS_PER_TILE) minZoom++;
  widths.sort((a, b) => a - b);
  const median = widths[widths.length >> 1]!;
  const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length;
  const zoomWhere = (width: number, px: number): number =>
    width > 0 ? Math.log2(px / (TILE_PX * width)) : MAX_ZOOM;
  return {
    minZoom,
    maxZoom: Math.min(MAX_ZOOM, Math.max(minZoom, Math.ceil(zoomWhere(median, TILE_PX)))),
    legibleZoom: Math.max(minZoom, zoomWhere(mean, LEGIBLE_PX)),
  };
}
