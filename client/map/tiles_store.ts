// Tiles in two parts: geometry, fetched once for a boundary version, and the values of columns, fetched when they change.

import { readGeometryPart, readValuesPart } from "#domain/split_tile_format";
import type { TileLevel } from "#domain/contract/tiles";
import { askBytes, geometryAddress, valuesAddress } from "#client/data/api.ts";
import { ByteCache } from "./byte_cache.ts";
import { requestGeometry } from "./gpu/geometry_requests.ts";
import { geometryBytes } from "./gpu/tile_geometry.ts";
import type { TileGeometry } from "./gpu/tile_geometry.ts";

/** What the page may keep, in bytes; MapLibre keeps its own tiles beside. */
const MAX_TILE_BYTES = 32 << 20;
const MAX_TRIANGLES = 192 << 20;
const MAX_VALUES = 32 << 20;

/** `z/x/y` */
export type TileName = `${number}/${number}/${number}`;

/** Which tiles: those of a level in a release. */
export type TileSource = Pick<TileLevel, "release" | "boundary" | "id">;

/** An object also for a tile without areas, so that this is kept, too. */
interface Kept<T> {
  /** Null for a tile without areas. */
  readonly part: T | null;
}

const tileBytes = new ByteCache<Kept<Uint8Array<ArrayBuffer>>>(
  MAX_TILE_BYTES,
  ({ part }) => part?.length ?? 0,
);
const geometries = new ByteCache<Kept<TileGeometry>>(MAX_TRIANGLES, ({ part }) =>
  part ? geometryBytes(part) : 0,
);
const valueBytes = new ByteCache<Kept<Uint8Array<ArrayBuffer>>>(MAX_VALUES, ({ part }) => part?.length ?? 0);

const geometryKeyOf = ({ boundary, id }: TileSource, tile: TileName): string => `${boundary} ${id} ${tile}`;

/** The bytes of a vector tile without values, null where it has no areas. */
async function tileGeometryBytes(
  level: TileSource,
  tile: TileName,
  signal: AbortSignal,
): Promise<Kept<Uint8Array<ArrayBuffer>>> {
  const { release, boundary, id } = level;
  return await tileBytes.get(
    geometryKeyOf(level, tile),
    async (abort) => {
      const body = await askBytes(geometryAddress(release, boundary, id, tile), abort);
      return { part: body.length > 0 ? readGeometryPart(body).prefix.slice() : null };
    },
    signal,
  );
}

/** The geometry of a tile as triangles, null where it has no areas. */
export async function tileGeometry(
  level: TileSource,
  tile: TileName,
  signal: AbortSignal,
): Promise<TileGeometry | null> {
  const make = async (abort: AbortSignal): Promise<Kept<TileGeometry>> => {
    const { part } = await tileGeometryBytes(level, tile, abort);
    return { part: part && (await requestGeometry(part)) };
  };
  return (await geometries.get(geometryKeyOf(level, tile), make, signal)).part;
}

/** Fetches the values of columns without reading them, so that they need not wait for the geometry. */
async function fetchValues(
  level: TileSource,
  tile: TileName,
  columns: readonly string[],
  signal: AbortSignal,
): Promise<Kept<Uint8Array<ArrayBuffer>>> {
  return await valueBytes.get(
    `${level.release} ${level.id} ${tile} ${columns.join()}`,
    async (abort) => ({ part: await askBytes(valuesAddress(level.release, level.id, tile, columns), abort) }),
    signal,
  );
}

/**
 * The geometry of a tile and the values of columns in it, as words of n areas per column (domain/split_tile_format.ts), both
 * fetched at once; null where it has no areas.
 */
export async function tileWithValues(
  level: TileSource,
  tile: TileName,
  columns: readonly string[],
  signal: AbortSignal,
): Promise<{ geometry: TileGeometry; words: Uint32Array } | null> {
  const [geometry, body] = await Promise.all([
    tileGeometry(level, tile, signal),
    columns.length > 0 ? fetchValues(level, tile, columns, signal) : null,
  ]);
  if (!geometry) return null;
  const words = body?.part ? readValuesPart(body.part, geometry.codes.length) : new Uint32Array();
  return { geometry, words };
}

/** Fetches values that are likely to be needed next; a failure is ignored, since the request that needs them reports it. */
export async function prefetchValues(
  level: TileSource,
  tile: TileName,
  columns: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  await fetchValues(level, tile, columns, signal).catch(() => undefined);
}
