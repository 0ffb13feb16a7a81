// What of a level the tiles need.

import type { Catalog } from "#domain/contract/catalog";
import type { TileLevel } from "#domain/contract/tiles";

/** What the tiles of a level need, null for no level. */
export function tileLevelOf(catalog: Catalog, id: string | undefined): TileLevel | null {
  const level = catalog.levels.find((known) => known.id === id);
  return level
    ? {
        release: catalog.address,
        boundary: catalog.boundaryAddress,
        id: level.id,
        minZoom: level.minZoom,
        maxZoom: level.maxZoom,
        legibleZoom: level.legibleZoom,
      }
    : null;
}

/** Equal for levels with the same geometry, which releases of the same boundaries share. */
export const geometryKey = ({ boundary, id }: Pick<TileLevel, "boundary" | "id">): string =>
  `${boundary} ${id}`;
