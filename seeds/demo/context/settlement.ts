// Where the people of the demo live, as a raster: around their villages and towns, on the gentle slopes there.

import type { RasterGrid } from "#domain/context";
import type { Land } from "#seeds/demo/land";
import { YEARS } from "#seeds/demo/periods";
import { personsIn } from "#seeds/demo/poverty";
import { nodesOf, type Grid } from "./grid.ts";

/** Degrees from the middle of a village to where half as many of its people live. */
const REACH = 0.035;
/** Beyond so many reaches nobody of a village lives. */
const FAR = 2.5;
/** Rise over length of a slope on which a third as many live as on a plain. */
const STEEP = 0.12;
const METRES_PER_DEGREE = 111_200;

/** How densely people live at each node of a grid with heights, in no unit: only where is shown. */
export function peopleOn(land: Land, grid: Grid, metres: Float32Array): Float32Array {
  const { sites, cells } = land.mesh;
  const people = new Float32Array(nodesOf(grid));
  for (let cell = 0; cell < cells; cell++)
    spread(people, grid, [sites[2 * cell]!, sites[2 * cell + 1]!], personsIn(land, cell, YEARS.at(-1)!));
  return people.map((count, node) => count * Math.exp(-slopeAt(metres, grid, node) / STEEP));
}

/** Rise over length at a node; 0 along the edge of the grid. */
function slopeAt(metres: Float32Array, { columns, step }: Grid, node: number): number {
  const across = metres[node + 1]! - metres[node - 1]!;
  const up = metres[node + columns]! - metres[node - columns]!;
  return Math.hypot(across, up) / (2 * step * METRES_PER_DEGREE) || 0;
}

/** Adds the people of a village around its middle. */
function spread(
  people: Float32Array,
  { left, bottom, columns, rows, step }: Grid,
  [x, y]: readonly [number, number],
  count: number,
): void {
  const [column, row] = [(x - left) / step, (y - bottom) / step];
  const radius = (FAR * REACH) / step;
  for (let j = Math.max(0, Math.ceil(row - radius)); j <= Math.min(rows - 1, row + radius); j++)
    for (let i = Math.max(0, Math.ceil(column - radius)); i <= Math.min(columns - 1, column + radius); i++) {
      const away = Math.hypot(i - column, j - row) * (step / REACH);
      people[j * columns + i]! += count * 2 ** -(away * away);
    }
}

/** A grid of the plane of the terrain on longitude and latitude, from north to south. */
export function onLonLat(values: Float32Array, grid: Grid, { project }: Pick<Land, "project">): RasterGrid {
  const { left, bottom, columns, rows, step } = grid;
  const [west, north] = project(left, bottom + (rows - 1) * step) as [number, number];
  const [east] = project(left + step, bottom) as [number, number];
  const southward = new Float32Array(values.length);
  for (let row = 0; row < rows; row++)
    southward.set(values.subarray(row * columns, (row + 1) * columns), (rows - 1 - row) * columns);
  return { columns, rows, west, north, stepLon: east - west, stepLat: step, values: southward };
}
