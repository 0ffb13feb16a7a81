// Areas whose centre lies inside a lasso.

import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";

type Position = readonly [lon: number, lat: number];

interface Placed {
  readonly code: string;
  /** [lon, lat] of a point inside the area; null when it is not drawn. */
  readonly centre: Position | null;
}

/** The codes of the places whose middle lies in the ring, or on it; the ring closes itself. */
export function codesInRing(places: readonly Placed[], ring: readonly Position[]): string[] {
  if (ring.length < 3) return [];
  const closed = [...ring, ring[0]!].map(([lon, lat]) => [lon, lat]);
  const loop = { type: "Polygon" as const, coordinates: [closed] };
  return places
    .filter(({ centre }) => centre && booleanPointInPolygon([...centre], loop))
    .map(({ code }) => code);
}
