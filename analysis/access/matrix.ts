// Minutes from villages to facilities as a sparse matrix, packed by village, searched from the rarer side.

import type { Progress } from "#domain/progress";
import { reversedLinks } from "./entries.ts";
import type { Linker } from "./links.ts";
import { Reach, type Column, type Place } from "./reach.ts";
import { reversedGraph } from "./timed_graph.ts";

/** Row v holds entries start[v] to start[v + 1], in the order of the facilities; a pair beyond the limit has none. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly start: Uint32Array;
  readonly column: Uint32Array;
  readonly minutes: Float32Array | Float64Array;
}

const NO_LIMIT = Infinity;

/** The rows of a matrix from its columns. */
export function matrixOfColumns(rows: number, columns: readonly Column[]): Matrix {
  const start = new Uint32Array(rows + 1);
  for (const { places } of columns) for (const row of places) start[row + 1]!++;
  for (let row = 0; row < rows; row++) start[row + 1]! += start[row]!;
  const next = start.slice(0, rows);
  const column = new Uint32Array(start[rows]!);
  const minutes = new Float32Array(start[rows]!);
  for (const [c, { places, minutes: own }] of columns.entries())
    for (const [at, row] of places.entries()) {
      const entry = next[row]!++;
      column[entry] = c;
      minutes[entry] = own[at]!;
    }
  return { rows, columns: columns.length, start, column, minutes };
}

/** The matrix with rows and columns exchanged. */
export function transposed({ rows, columns, start, column, minutes }: Matrix): Matrix {
  const starts = new Uint32Array(columns + 1);
  for (const c of column) starts[c + 1]!++;
  for (let c = 0; c < columns; c++) starts[c + 1]! += starts[c]!;
  const next = starts.slice(0, columns);
  const [rowOf, own] = [new Uint32Array(column.length), new Float32Array(column.length)];
  for (let row = 0; row < rows; row++)
    for (let entry = start[row]!; entry < start[row + 1]!; entry++) {
      const at = next[column[entry]!]!++;
      rowOf[at] = row;
      own[at] = minutes[entry]!;
    }
  return { rows: columns, columns: rows, start: starts, column: rowOf, minutes: own };
}

/** Minutes from every village to every facility within `limit` minutes, by as many searches as there are of the rarer side. */
export function travelMatrix(
  linker: Linker,
  villages: readonly Place[],
  facilities: readonly Place[],
  limit: number = NO_LIMIT,
  onProgress: Progress = () => undefined,
): Matrix {
  const fromVillages = villages.length < facilities.length;
  const reach = fromVillages
    ? new Reach(reversedGraph(linker.timed), facilities.map(turned), (from, to) =>
        linker.offRoadMinutes(to, from),
      )
    : new Reach(linker.timed, villages, (from, to) => linker.offRoadMinutes(from, to));
  const targets = fromVillages ? villages.map(turned) : facilities;
  const columns = targets.map((target, done) => {
    if (done % 50 === 0) onProgress({ what: "travel times", done, total: targets.length });
    return reach.column(target, limit);
  });
  if (!fromVillages) return matrixOfColumns(villages.length, columns);
  return transposed(matrixOfColumns(facilities.length, columns));
}

const turned = ({ at, links }: Place): Place => ({ at, links: reversedLinks(links) });

/** Minutes from a village to a facility; Infinity where the matrix has none. */
export function minutesOf({ start, column, minutes }: Matrix, village: number, facility: number): number {
  for (let entry = start[village]!; entry < start[village + 1]!; entry++)
    if (column[entry] === facility) return minutes[entry]!;
  return Infinity;
}
