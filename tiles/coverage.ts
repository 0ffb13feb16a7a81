// Reads areas onto the fine grid: rings of vertex numbers, oriented, without repeated vertices.

import type { Position } from "geojson";
import { fineX, fineY } from "./grid.ts";
import { IntList } from "./growing.ts";
import type { TileArea } from "./tile.ts";
import { VertexIndex } from "./vertices.ts";

/** Areas as rings on numbered vertices. Ring r is `points[ringStart[r]] …`, not closed, and so on downwards. */
export interface Coverage {
  readonly vertices: VertexIndex;
  readonly points: Int32Array;
  readonly ringStart: Int32Array;
  /** First ring of every polygon; a polygon's first ring is its shell. */
  readonly polygonStart: Int32Array;
  /** First polygon of every area. */
  readonly areaStart: Int32Array;
  /** A fine position per area, where it is drawn when it is too small for a polygon; x is −1 for an area of no position. */
  readonly anchors: Int32Array;
}

/** Twice the signed area of a ring of vertices; positive is clockwise on the screen (y grows south). */
function doubledArea(vertices: VertexIndex, ring: Int32Array, from: number, to: number): number {
  const { x, y } = vertices;
  const [x0, y0] = [x[ring[from]!]!, y[ring[from]!]!];
  let sum = 0;
  for (let i = from + 1; i + 1 < to; i++) {
    const [a, b] = [ring[i]!, ring[i + 1]!];
    sum += (x[a]! - x0) * (y[b]! - y0) - (x[b]! - x0) * (y[a]! - y0);
  }
  return sum;
}

/** Reads areas; throws on a coordinate that is not a finite number. Rings without an area on the fine grid are left out. */
export function readCoverage(areas: Iterable<TileArea>): Coverage {
  const vertices = new VertexIndex();
  const points = new IntList(4096);
  const ringStart = new IntList();
  const polygonStart = new IntList();
  const areaStart = new IntList();
  const anchors = new IntList();

  function readRing(area: TileArea, ring: readonly Position[], isShell: boolean): number {
    const from = points.length;
    for (const [lon, lat] of ring as [number, number][]) {
      if (!Number.isFinite(lon) || !Number.isFinite(lat))
        throw new RangeError(`area "${area.code}" has the position [${lon}, ${lat}]: must be finite numbers`);
      const vertex = vertices.add(fineX(lon), fineY(lat));
      if (points.length === from || points.data[points.length - 1] !== vertex) points.push(vertex);
    }
    while (points.length - 1 > from && points.data[points.length - 1] === points.data[from]) points.length--;
    const size = points.length - from < 3 ? 0 : doubledArea(vertices, points.data, from, points.length);
    if (size === 0) points.length = from;
    else {
      if (size > 0 !== isShell) points.data.subarray(from, points.length).reverse();
      ringStart.push(from);
    }
    return Math.abs(size);
  }

  for (const area of areas) {
    areaStart.push(polygonStart.length);
    let largest = -1;
    let anchor: [number, number] = [-1, -1];
    for (const rings of area.geometry.coordinates) {
      const shell = rings[0];
      if (!shell || shell.length === 0) continue;
      const firstRing = ringStart.length;
      const size = readRing(area, shell, true);
      if (size > largest) {
        largest = size;
        anchor = middleOf(shell);
      }
      if (size === 0) continue;
      polygonStart.push(firstRing);
      for (const hole of rings.slice(1)) readRing(area, hole, false);
    }
    anchors.push(anchor[0]);
    anchors.push(anchor[1]);
  }
  areaStart.push(polygonStart.length);
  polygonStart.push(ringStart.length);
  ringStart.push(points.length);
  return {
    vertices,
    points: points.toArray(),
    ringStart: ringStart.toArray(),
    polygonStart: polygonStart.toArray(),
    areaStart: areaStart.toArray(),
    anchors: anchors.toArray(),
  };
}

/** The position of a ring that is nearest to the middle of its box, on the fine grid. */
function middleOf(ring: readonly Position[]): [number, number] {
  const points = ring.map(([lon, lat]): [number, number] => [fineX(lon!), fineY(lat!)]);
  let [west, east, north, south] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  const distance = ([x, y]: [number, number]): number =>
    Math.hypot(x - (west + east) / 2, y - (north + south) / 2);
  return points.reduce((best, point) => (distance(point) < distance(best) ? point : best));
}
