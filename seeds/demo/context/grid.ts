// A regular grid over the land, and how a coarse field is carried onto it.

/** Node (column, row) lies at x = left + column · step, y = bottom + row · step, in the plane of `terrain.ts`. */
export interface Grid {
  readonly left: number;
  readonly bottom: number;
  readonly columns: number;
  readonly rows: number;
  readonly step: number;
}

export const nodesOf = ({ columns, rows }: Grid): number => columns * rows;

export const positionOf = ({ left, bottom, columns, step }: Grid, node: number): [x: number, y: number] => [
  left + (node % columns) * step,
  bottom + Math.floor(node / columns) * step,
];

/** The smallest grid of a step that holds a box [left, bottom, right, top]. */
export const gridOver = ([left, bottom, right, top]: readonly number[], step: number): Grid => ({
  left: left!,
  bottom: bottom!,
  columns: Math.ceil((right! - left!) / step) + 1,
  rows: Math.ceil((top! - bottom!) / step) + 1,
  step,
});

/** Weights of the four nodes around a place between the second and the third, for a uniform cubic B-spline. */
function weights(t: number): [number, number, number, number] {
  const s = 1 - t;
  return [
    (s * s * s) / 6,
    (3 * t * t * t - 6 * t * t + 4) / 6,
    (3 * s * s * s - 6 * s * s + 4) / 6,
    (t * t * t) / 6,
  ];
}

/** Values of a grid, read at any place as a smooth surface (cubic B-spline, which rounds peaks a little). */
export function smoothSurface(values: Float32Array, grid: Grid): (x: number, y: number) => number {
  const { left, bottom, columns, rows, step } = grid;
  const at = (column: number, row: number): number =>
    values[Math.min(rows - 1, Math.max(0, row)) * columns + Math.min(columns - 1, Math.max(0, column))]!;
  return (x, y) => {
    const [across, up] = [(x - left) / step, (y - bottom) / step];
    const [column, row] = [Math.floor(across), Math.floor(up)];
    const [wx, wy] = [weights(across - column), weights(up - row)];
    let sum = 0;
    for (let j = 0; j < 4; j++)
      for (let i = 0; i < 4; i++) sum += wx[i]! * wy[j]! * at(column + i - 1, row + j - 1);
    return sum;
  };
}
