// The polygon of any set of cells: its borders, chained node to node, with exactly the vertices its neighbours have.

import type { MultiPolygon, Position } from "geojson";
import { doubledArea, isInRing } from "#tiles/ring";
import { type Mesh, courseOf, eachSide } from "./mesh.ts";

/** Puts a point of the plane on the map: x, y → [lon, lat]. */
export type Projection = (x: number, y: number) => Position;

/** Outlines the cells for which `isInside`; three cells meet at a node, so there is never a choice of the way on. */
export function outline(
  mesh: Mesh,
  cells: Iterable<number>,
  isInside: (cell: number) => boolean,
  project: Projection,
): MultiPolygon {
  const sides = new Map<number, { cell: number; neighbour: number; to: number }>();
  for (const cell of cells)
    eachSide(mesh, cell, (neighbour, from, to) => {
      if (neighbour >= mesh.cells || !isInside(neighbour)) sides.set(from, { cell, neighbour, to });
    });
  const shells: Position[][] = [];
  const holes: Position[][] = [];
  for (const [first] of sides) {
    const ring: Position[] = [];
    let node = first;
    do {
      const { cell, neighbour, to } = sides.get(node)!;
      sides.delete(node);
      const course = courseOf(mesh, cell, neighbour, node, to);
      for (let at = 0; at < course.length; at += 2) append(ring, project(course[at]!, course[at + 1]!));
      node = to;
    } while (node !== first);
    (doubledArea(ring) > 0 ? shells : holes).push(ring);
  }
  const polygons = shells.map((shell) => [shell]);
  for (const hole of holes)
    polygons.find(([shell]) => isInRing(shell!, hole[0]![0]!, hole[0]![1]!))!.push(hole);
  return { type: "MultiPolygon", coordinates: polygons };
}

function append(ring: Position[], point: Position): void {
  const last = ring.at(-1);
  if (!last || last[0] !== point[0] || last[1] !== point[1]) ring.push(point);
}
