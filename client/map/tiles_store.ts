// Tiles in two parts: geometry, fetched once for a boundary version, and the values of columns, fetched when they change.

import { readGeometryPart, readValuesPart } from "#domain/split_tile_format";
import type { TileLevel } from "#domain/contract/tiles";
import { askBytes, geometryAddress, valuesAddress } from "#client/data/api.ts";
import { ByteCache } from "./byte_cache.ts";
import { requestGeometry } from "./gpu/geometry_requests.ts";
import { geometryBytes } from "./gpu/tile_geometry.ts";
import type { TileGeometry } from "./gpu/tile_geometry.ts";

/** What the page may hold, in bytes; MapLibre holds its own tiles beside. */
const MAX_GEOMETRY = 32 << 20;
const MAX_SHAPES = 192 << 20;
const MAX_VALUES = 32 << 20;

/** `z/x/y` */
export type TileName = `${number}/${number}/${number}`;

/** Whose tiles: a level of a release. */
export type Level = Pick<TileLevel, "release" | "boundary" | "id">;

/** Null for a tile without areas. */
interface Kept<T> {
  readonly part: T | null;
}

const geometries = new ByteCache<Kept<Uint8Array<ArrayBuffer>>>(
  MAX_GEOMETRY,
  ({ part }) => part?.length ?? 0,
);
const shapes = new ByteCache<Kept<TileGeometry>>(MAX_SHAPES, ({ part }) => (part ? geometryBytes(part) : 0));
const bodies = new ByteCache<Kept<Uint8Array<ArrayBuffer>>>(MAX_VALUES, ({ part }) => part?.length ?? 0);

const shapeKey = ({ boundary, id }: Level, tile: TileName): string => `${boundary} ${id} ${tile}`;

/** Gives the bytes of a vector tile without values, null where it has no areas. */
export async function tileGeometryBytes(
  level: Level,
  tile: TileName,
  signal: AbortSignal,
): Promise<Kept<Uint8Array<ArrayBuffer>>> {
  const { release, boundary, id } = level;
  return await geometries.get(
    shapeKey(level, tile),
    async (abort) => {
      const body = await askBytes(geometryAddress(release, boundary, id, tile), abort);
      return { part: body.length > 0 ? readGeometryPart(body).prefix.slice() : null };
    },
    signal,
  );
}

/** Gives the triangles of a tile, null where it has no areas. */
export async function tileGeometry(
  level: Level,
  tile: TileName,
  signal: AbortSignal,
): Promise<TileGeometry | null> {
  const make = async (abort: AbortSignal): Promise<Kept<TileGeometry>> => {
    const { part } = await tileGeometryBytes(level, tile, abort);
    return { part: part && (await requestGeometry(part)) };
  };
  return (await shapes.get(shapeKey(level, tile), make, signal)).part;
}

/** Fetches the values of columns without reading them, so that they need not wait for the geometry. */
async function valuesBody(
  level: Level,
  tile: TileName,
  columns: readonly string[],
  signal: AbortSignal,
): Promise<Kept<Uint8Array<ArrayBuffer>>> {
  return await bodies.get(
    `${level.release} ${level.id} ${tile} ${columns.join()}`,
    async (abort) => ({ part: await askBytes(valuesAddress(level.release, level.id, tile, columns), abort) }),
    signal,
  );
}

/** Gives the values of columns in a tile, as words of n areas per column (domain/tile_parts.ts); both parts at once. */
export async function tileWithValues(
  level: Level,
  tile: TileName,
  columns: readonly string[],
  signal: AbortSignal,
): Promise<{ shape: TileGeometry; words: Uint32Array } | null> {
  const [shape, body] = await Promise.all([
    tileGeometry(level, tile, signal),
    columns.length > 0 ? valuesBody(level, tile, columns, signal) : null,
  ]);
  if (!shape) return null;
  const words = body?.part ? readValuesPart(body.part, shape.codes.length) : new Uint32Array();
  return { shape, words };
}

/** Fetches values that are likely to be asked for next; a failure is left to whoever asks for them in earnest. */
export async function fetchAhead(
  level: Level,
  tile: TileName,
  columns: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  await valuesBody(level, tile, columns, signal).catch(() => undefined);
}
