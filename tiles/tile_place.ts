// Tiles as places of the pyramid of Web Mercator, and which of them a box touches.

import { worldX, worldY } from "./grid.ts";

export interface TilePlace {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** The tiles of a zoom that a box [west, south, east, north] of degrees touches. */
export function* tilesOver(
  [west, south, east, north]: readonly [number, number, number, number],
  z: number,
): Generator<TilePlace> {
  const side = 2 ** z;
  const clamp = (place: number): number => Math.min(side - 1, Math.max(0, Math.floor(place * side)));
  for (let x = clamp(worldX(west)); x <= clamp(worldX(east)); x++)
    for (let y = clamp(worldY(north)); y <= clamp(worldY(south)); y++) yield { z, x, y };
}
