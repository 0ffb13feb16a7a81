// What of a level the tiles need.

import type { Catalog } from "#domain/contract/catalog";

export interface TileLevel {
  readonly release: number;
  /** Version of the boundaries: releases that share it share the geometry. */
  readonly boundary: number;
  readonly id: string;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** From this zoom on its areas are large enough for a line around each. */
  readonly legibleZoom: number;
}

/** Gives what the tiles of a level need, null for no level. */
export function tileLevelOf(catalog: Catalog, id: string | undefined): TileLevel | null {
  const level = catalog.levels.find((known) => known.id === id);
  return level
    ? {
        release: catalog.release,
        boundary: catalog.boundaryVersion,
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
