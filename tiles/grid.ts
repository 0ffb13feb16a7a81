// The two integer grids: the fine grid on which all topology is exact, and the grid of tile coordinates.

/** The fine grid has 2^30 units around the world (3.7 cm at the equator): the tile grid of zoom 18. */
const FINE_BITS = 30;
export const FINE_SIZE = 2 ** FINE_BITS;

/** Tile coordinates per tile and axis. */
const EXTENT_BITS = 12;
export const EXTENT = 1 << EXTENT_BITS;

/** Tile coordinates by which a tile reaches over each of its edges. */
export const BUFFER = 64;

/** Highest zoom whose tile grid is not finer than the fine grid. */
export const MAX_GRID_ZOOM = FINE_BITS - EXTENT_BITS;

const clamp = (value: number): number => Math.min(FINE_SIZE, Math.max(0, value));

/** The x of a longitude in degrees: 0 at −180, growing east, in worlds (0–1) before the grid is laid. */
export const worldX = (lon: number): number => lon / 360 + 0.5;

/** The Web Mercator y of a latitude in degrees: 0 at 85.0511° N, growing south, in worlds. */
export function worldY(lat: number): number {
  const sin = Math.sin((Math.min(90, Math.max(-90, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
}

/** The latitude in degrees of a Web Mercator y in worlds. */
export const latitudeOf = (y: number): number =>
  (Math.atan(Math.exp(Math.PI * (1 - 2 * y))) * 360) / Math.PI - 90;

/** Snaps a longitude to the fine grid; what lies beyond ±180 is clamped, nothing is wrapped. */
export const fineX = (lon: number): number => clamp(Math.round(worldX(lon) * FINE_SIZE));

/** Snaps a latitude to the fine grid; what lies beyond the square world of Web Mercator is clamped. */
export const fineY = (lat: number): number => clamp(Math.round(worldY(lat) * FINE_SIZE));
