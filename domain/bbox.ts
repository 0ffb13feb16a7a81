// The rectangle round something on the map.

/** Degrees of longitude and latitude, or whatever unit its file names. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];
