// Reads areas onto the fine grid: rings of vertex numbers, oriented, without repeated vertices.

import { fineX, fineY } from "./grid.ts";
import { IntList } from "./buffers.ts";
import type { PackedAreas } from "./packed.ts";
import { doubledAreaOfVertices } from "./ring.ts";
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

/** Reads areas; throws on a coordinate that is not a finite number. Rings without an area on the fine grid are left out. */
export function readCoverage(areas: PackedAreas): Coverage {
  const { positions } = areas;
  const vertices = new VertexIndex();
  const points = new IntList(4096);
  const ringStart = new IntList();
  const polygonStart = new IntList();
  const areaStart = new IntList();
  const anchors = new IntList();
  /** Fine x, y of the ring that was read last. */
  const fine = new IntList(4096);

  function readRing(area: number, ring: number, isShell: boolean): number {
    const from = points.length;
    fine.length = 0;
    for (let at = 2 * areas.ringStart[ring]!; at < 2 * areas.ringStart[ring + 1]!; at += 2) {
      const [lon, lat] = [positions[at]!, positions[at + 1]!];
      if (!Number.isFinite(lon) || !Number.isFinite(lat))
        throw new RangeError(
          `area "${areas.codes[area]}" has the position [${lon}, ${lat}]: must be finite numbers`,
        );
      const [x, y] = [fineX(lon), fineY(lat)];
      fine.push(x);
      fine.push(y);
      const vertex = vertices.add(x, y);
      if (points.length === from || points.data[points.length - 1] !== vertex) points.push(vertex);
    }
    while (points.length - 1 > from && points.data[points.length - 1] === points.data[from]) points.length--;
    // Positive is clockwise on the screen, where y grows south.
    const size =
      points.length - from < 3 ? 0 : doubledAreaOfVertices(points.data, vertices, from, points.length);
    if (size === 0) points.length = from;
    else {
      if (size > 0 !== isShell) points.data.subarray(from, points.length).reverse();
      ringStart.push(from);
    }
    return Math.abs(size);
  }

  for (let area = 0; area < areas.idx.length; area++) {
    areaStart.push(polygonStart.length);
    let largest = -1;
    let anchor: [number, number] = [-1, -1];
    for (let polygon = areas.areaStart[area]!; polygon < areas.areaStart[area + 1]!; polygon++) {
      const [shell, end] = [areas.polygonStart[polygon]!, areas.polygonStart[polygon + 1]!];
      if (shell === end || areas.ringStart[shell] === areas.ringStart[shell + 1]) continue;
      const firstRing = ringStart.length;
      const size = readRing(area, shell, true);
      if (size > largest) {
        largest = size;
        anchor = middleOf(fine);
      }
      if (size === 0) continue;
      polygonStart.push(firstRing);
      for (let hole = shell + 1; hole < end; hole++) readRing(area, hole, false);
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

/** The position of a ring that is nearest to the middle of its box; positions as x, y on the fine grid. */
function middleOf({ data, length }: IntList): [number, number] {
  let [west, east, north, south] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < length; i += 2) {
    west = Math.min(west, data[i]!);
    east = Math.max(east, data[i]!);
    north = Math.min(north, data[i + 1]!);
    south = Math.max(south, data[i + 1]!);
  }
  const [middleX, middleY] = [(west + east) / 2, (north + south) / 2];
  let best = 0;
  let least = Infinity;
  for (let i = 0; i < length; i += 2) {
    const [dx, dy] = [data[i]! - middleX, data[i + 1]! - middleY];
    const distance = dx * dx + dy * dy;
    if (distance < least) [best, least] = [i, distance];
  }
  return [data[best]!, data[best + 1]!];
}
