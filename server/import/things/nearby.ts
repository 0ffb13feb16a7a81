// A box around a place.

import type { Position } from "#server/import/boundaries/lon_lat";
import { METRES_PER_DEGREE } from "./metres.ts";

/** West, south, east, north of the box that reaches so many metres from a place. */
export function around([lon, lat]: Position, metres: number): [number, number, number, number] {
  const north = metres / METRES_PER_DEGREE;
  const east = north / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return [lon - east, lat - north, lon + east, lat + north];
}
