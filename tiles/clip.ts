// Cuts polygons into tiles. Borders have a vertex on every line a tile ends at, so nothing is rounded here.

import { BUFFER, EXTENT } from "./grid.ts";
import { IntList } from "./buffers.ts";
import { validPolygon, type Polygon, type Ring } from "./polygons.ts";

/** Tiles from (x0, y0) to (x1, y1), both ends included. */
interface TileRange {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

const scratch = new IntList(4096);

/**
 * Keeps the part of a ring on one side of a line (Sutherland & Hodgman 1974): coordinate `axis` ≥ line for side 1, ≤ for −1.
 *
 * Only edges that run along the line of an earlier cut can cross this one; they are parallel to an axis, so the crossing is exact.
 */
function clipRing(ring: Ring, axis: 0 | 1, line: number, side: 1 | -1): Ring {
  const other = 1 - axis;
  scratch.length = 0;
  /** How many vertices at the end of the output lie on the line. */
  let run = 0;
  const push = (x: number, y: number): void => {
    run = (axis === 0 ? x : y) === line ? run + 1 : 0;
    if (run > 2) scratch.length -= 2;
    scratch.push(x);
    scratch.push(y);
  };
  let before = ring.length - 2;
  for (let at = 0; at < ring.length; at += 2) {
    const was = (ring[before + axis]! - line) * side;
    const is = (ring[at + axis]! - line) * side;
    if ((was < 0 && is > 0) || (was > 0 && is < 0)) {
      const shared = ring[at + other]!;
      push(axis === 0 ? line : shared, axis === 0 ? shared : line);
    }
    if (is >= 0) push(ring[at]!, ring[at + 1]!);
    before = at;
  }
  const onLine = (place: number): boolean => scratch.data[place + axis] === line;
  let start = 0;
  let end = scratch.length;
  while (end - start > 4 && onLine(end - 2) && onLine(start) && onLine(start + 2)) start += 2;
  while (end - start > 4 && onLine(end - 4) && onLine(end - 2) && onLine(start)) end -= 2;
  return dropRepeated(start, end);
}

/** Copies the scratch ring without vertices equal to the one before. */
function dropRepeated(start: number, end: number): Ring {
  const { data } = scratch;
  let to = start;
  for (let at = start; at < end; at += 2) {
    const before = to > start ? to - 2 : end - 2;
    if (data[at] === data[before] && data[at + 1] === data[before + 1] && end - start > 2) continue;
    data[to++] = data[at]!;
    data[to++] = data[at + 1]!;
  }
  return data.slice(start, to);
}

function clipPolygons(polygons: readonly Polygon[], axis: 0 | 1, line: number, side: 1 | -1): Polygon[] {
  const kept: Polygon[] = [];
  for (const [shell, ...holes] of polygons) {
    const clipped = clipRing(shell!, axis, line, side);
    if (clipped.length < 6) continue;
    const rest = holes.map((hole) => clipRing(hole, axis, line, side)).filter((hole) => hole.length >= 6);
    kept.push([clipped, ...rest]);
  }
  return kept;
}

/** The tiles whose box, buffer included, shares more than an edge with a bounding box of polygons. */
function tilesAround(polygons: readonly Polygon[], zoom: number): TileRange {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [shell] of polygons)
    for (let i = 0; i < shell!.length; i += 2) {
      west = Math.min(west, shell![i]!);
      east = Math.max(east, shell![i]!);
      north = Math.min(north, shell![i + 1]!);
      south = Math.max(south, shell![i + 1]!);
    }
  const last = 2 ** zoom - 1;
  const firstTile = (least: number): number => Math.max(0, Math.floor((least - BUFFER) / EXTENT));
  const lastTile = (most: number): number => Math.min(last, Math.ceil((most + BUFFER) / EXTENT) - 1);
  return { x0: firstTile(west), y0: firstTile(north), x1: lastTile(east), y1: lastTile(south) };
}

/** Calls `emit` with every tile the polygons reach, and what of them lies in its box; halves the range of tiles as it goes. */
export function cutIntoTiles(
  polygons: readonly Polygon[],
  zoom: number,
  emit: (x: number, y: number, polygons: readonly Polygon[]) => void,
): void {
  function cut(rest: readonly Polygon[], range: TileRange): void {
    const { x0, y0, x1, y1 } = range;
    if (rest.length === 0) return;
    if (x0 === x1 && y0 === y1) {
      const valid = rest.map(validPolygon).filter((polygon) => polygon !== null);
      if (valid.length > 0) emit(x0, y0, valid);
      return;
    }
    const axis = x1 - x0 >= y1 - y0 ? 0 : 1;
    const middle = axis === 0 ? (x0 + x1) >> 1 : (y0 + y1) >> 1;
    const edge = (middle + 1) * EXTENT;
    cut(
      clipPolygons(rest, axis, edge + BUFFER, -1),
      axis === 0 ? { ...range, x1: middle } : { ...range, y1: middle },
    );
    cut(
      clipPolygons(rest, axis, edge - BUFFER, 1),
      axis === 0 ? { ...range, x0: middle + 1 } : { ...range, y0: middle + 1 },
    );
  }
  cut(polygons, tilesAround(polygons, zoom));
}
