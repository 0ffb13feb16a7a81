// GCJ-02, by which Chinese web maps shift longitude and latitude by some hundred metres, and back.

/** Krasovsky 1940, on which the shift is computed. */
const AXIS_M = 6_378_245;
const ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943;
/** The shift is undone to about a centimetre. */
const STEPS = 6;

/** Where the shift is applied at all. */
export const isShifted = ([lon, lat]: readonly [number, number]): boolean =>
  lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;

const waves = (value: number): number =>
  (20 * Math.sin(6 * value * Math.PI) + 20 * Math.sin(2 * value * Math.PI)) * (2 / 3);

/** Degrees by which a place on WGS 84 is shifted (the formula that circulates since 2010; there is no official one). */
function shift(lon: number, lat: number): [number, number] {
  const [x, y] = [lon - 105, lat - 35];
  const root = Math.sqrt(Math.abs(x));
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * root +
    waves(x) +
    ((20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * 2) / 3 +
    ((160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y / 30) * Math.PI)) * 2) / 3;
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * root +
    waves(x) +
    ((20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * 2) / 3 +
    ((150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * 2) / 3;
  const radians = (lat * Math.PI) / 180;
  const magic = 1 - ECCENTRICITY_SQUARED * Math.sin(radians) ** 2;
  const metresNorth = (AXIS_M * (1 - ECCENTRICITY_SQUARED)) / (magic * Math.sqrt(magic));
  const metresEast = (AXIS_M / Math.sqrt(magic)) * Math.cos(radians);
  return [(east * 180) / (metresEast * Math.PI), (north * 180) / (metresNorth * Math.PI)];
}

/** A place on WGS 84 as Chinese web maps give it. */
export function toGcj02([lon, lat]: readonly [number, number]): [number, number] {
  if (!isShifted([lon, lat])) return [lon, lat];
  const [east, north] = shift(lon, lat);
  return [lon + east, lat + north];
}

/** A place of a Chinese web map on WGS 84. */
export function fromGcj02(place: readonly [number, number]): [number, number] {
  if (!isShifted(place)) return [place[0], place[1]];
  let [lon, lat] = place;
  for (let step = 0; step < STEPS; step++) {
    const [east, north] = toGcj02([lon, lat]);
    lon += place[0] - east;
    lat += place[1] - north;
  }
  return [lon, lat];
}
