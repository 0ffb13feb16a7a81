// Matrices of the same villages side by side: the facilities of the first, then those of the second, and so on.

import type { Matrix } from "./matrix.ts";

/** One matrix of matrices with the same rows. */
export function joinMatrices(rows: number, matrices: readonly Matrix[]): Matrix {
  const count = matrices.reduce((sum, { column }) => sum + column.length, 0);
  const start = new Uint32Array(rows + 1);
  const [column, minutes] = [new Uint32Array(count), new Float32Array(count)];
  let entry = 0;
  for (let row = 0; row < rows; row++) {
    let before = 0;
    for (const matrix of matrices) {
      for (let at = matrix.start[row]!; at < matrix.start[row + 1]!; at++) {
        column[entry] = before + matrix.column[at]!;
        minutes[entry++] = matrix.minutes[at]!;
      }
      before += matrix.columns;
    }
    start[row + 1] = entry;
  }
  const columns = matrices.reduce((sum, matrix) => sum + matrix.columns, 0);
  return { rows, columns, start, column, minutes };
}
