// Coarser grids of a raster, for low zooms.

import type { RasterGrid } from "#domain/context";

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
}: RasterGrid): [number, number, number, number] => [
  west,
  north - (rows - 1) * stepLat,
  west + (columns - 1) * stepLon,
  north,
];

/** A grid of twice the step: means of two by two nodes, of those that are known. */
function halved({ columns, rows, west, north, stepLon, stepLat, values }: RasterGrid): RasterGrid {
  const [across, down] = [columns >> 1, rows >> 1];
  const half = new Float32Array(across * down);
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column++) {
      let sum = 0;
      let known = 0;
      for (let k = 0; k < 4; k++) {
        const value = values[(2 * row + (k >> 1)) * columns + 2 * column + (k & 1)]!;
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
    values: half,
  };
}

/** The grid and ever coarser ones of it, finest first. */
export function pyramidOf(grid: RasterGrid): RasterGrid[] {
  const pyramid = [grid];
  for (let last = grid; Math.min(last.columns, last.rows) >= 2 * SMALLEST;) {
    last = halved(last);
    pyramid.push(last);
  }
  return pyramid;
}

/** A grid with so many nodes more on every side, each like the nearest one. */
export function widened(grid: RasterGrid, nodes: number): RasterGrid {
  const { columns, rows, west, north, stepLon, stepLat, values } = grid;
  const [across, down] = [columns + 2 * nodes, rows + 2 * nodes];
  const within = (at: number, count: number): number => Math.min(count - 1, Math.max(0, at - nodes));
  return {
    columns: across,
    rows: down,
    west: west - nodes * stepLon,
    north: north + nodes * stepLat,
    stepLon,
    stepLat,
    values: Float32Array.from({ length: across * down }, (_, node) => {
      const [column, row] = [within(node % across, columns), within(Math.floor(node / across), rows)];
      return values[row * columns + column]!;
    }),
  };
}
