// Coarser grids of heights, for low zooms.

import type { HeightGrid } from "#domain/context";

/** Columns or rows of the smallest grid of a pyramid. */
const SMALLEST = 8;

/** West, south, east, north of a grid. */
export const boundsOf = ({
  columns,
  rows,
  west,
  north,
  stepLon,
  stepLat,
}: HeightGrid): [number, number, number, number] => [
  west,
  north - (rows - 1) * stepLat,
  west + (columns - 1) * stepLon,
  north,
];

/** A grid of twice the step: means of two by two nodes, of those that are known. */
function halved({ columns, rows, west, north, stepLon, stepLat, metres }: HeightGrid): HeightGrid {
  const [across, down] = [columns >> 1, rows >> 1];
  const half = new Float32Array(across * down);
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column++) {
      let sum = 0;
      let known = 0;
      for (let k = 0; k < 4; k++) {
        const value = metres[(2 * row + (k >> 1)) * columns + 2 * column + (k & 1)]!;
        if (Number.isNaN(value)) continue;
        sum += value;
        known++;
      }
      half[row * across + column] = known > 0 ? sum / known : Number.NaN;
    }
  return {
    columns: across,
    rows: down,
    west: west + stepLon / 2,
    north: north - stepLat / 2,
    stepLon: 2 * stepLon,
    stepLat: 2 * stepLat,
    metres: half,
  };
}

/** The grid and ever coarser ones of it, finest first. */
export function pyramidOf(grid: HeightGrid): HeightGrid[] {
  const pyramid = [grid];
  for (let last = grid; Math.min(last.columns, last.rows) >= 2 * SMALLEST;) {
    last = halved(last);
    pyramid.push(last);
  }
  return pyramid;
}
