// Which places lie in a loop drawn by hand, or near to others.

type Position = readonly [lon: number, lat: number];

interface Placed {
  readonly code: string;
  /** [lon, lat] of a point inside the area; null when it is not drawn. */
  readonly centre: Position | null;
}

/** Tells whether a position lies in a ring, by crossings of a ray to the east (even–odd rule); the ring closes itself. */
export function isInRing([lon, lat]: Position, ring: readonly Position[]): boolean {
  let isInside = false;
  ring.forEach(([x, y], i) => {
    const [beforeX, beforeY] = ring[(i + ring.length - 1) % ring.length]!;
    const crosses = y > lat !== beforeY > lat;
    if (crosses && lon < ((beforeX - x) * (lat - y)) / (beforeY - y) + x) isInside = !isInside;
  });
  return isInside;
}

/** Gives the codes of the places whose middle lies in the ring. */
export const codesInRing = (places: readonly Placed[], ring: readonly Position[]): string[] =>
  places.filter(({ centre }) => centre && isInRing(centre, ring)).map(({ code }) => code);

const EARTH_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/** Great-circle distance in kilometres (haversine; mean radius of WGS 84). */
export function distanceKm([lonA, latA]: Position, [lonB, latB]: Position): number {
  const half = (degrees: number): number => Math.sin((degrees * RADIANS) / 2) ** 2;
  const h = half(latB - latA) + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * half(lonB - lonA);
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Gives the codes of the places whose middle is at most `km` from the middle of one that is picked. */
export function codesWithin(places: readonly Placed[], picked: ReadonlySet<string>, km: number): string[] {
  const from = places.flatMap(({ code, centre }) => (picked.has(code) && centre ? [centre] : []));
  return places
    .filter(({ centre }) => centre && from.some((one) => distanceKm(one, centre) <= km))
    .map(({ code }) => code);
}
