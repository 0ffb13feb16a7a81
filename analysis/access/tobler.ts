// Walking speed by slope: Tobler (1993), v = 6 exp(−3.5 |slope + 0.05|) km/h; 5.04 km/h on the level.

/** Metres above the sea at `[lon, lat]`; not a number where it is not known. */
export type HeightOf = (lon: number, lat: number) => number;

/** Time on foot over a slope (rise over run, uphill above 0) divided by the time on the level. */
export const slopeFactor = (slope: number): number => Math.exp(3.5 * (Math.abs(slope + 0.05) - 0.05));
